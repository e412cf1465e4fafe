"""The choice of what the curves run along, the same in the menus of all plots."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.plots.along import Along


class AlongMenu(QMenu):
    """Signals: `chosen(Along)`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Horizontal &axis"))
        names = {
            Along.BATCHES: self.tr("&Batches and epochs"),
            Along.IMAGES: self.tr("&Images seen"),
            Along.SECONDS: self.tr("&Seconds of training"),
        }
        group = QActionGroup(self)
        self.along = Along.BATCHES
        for along, name in names.items():
            action = self.addAction(name)
            action.setCheckable(True)
            action.setData(along)
            action.setChecked(along is self.along)
            group.addAction(action)
        group.triggered.connect(self._on_triggered)

    def choose(self, along: str) -> None:
        """Choose it, as somebody does in the menu; what isn't known changes nothing."""
        for action in self.actions():
            if action.data() == along and not action.isChecked():
                action.trigger()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.along = Along(action.data())
        self.chosen.emit(self.along)
