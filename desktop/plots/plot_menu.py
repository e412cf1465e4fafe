"""The menu of a plot card: how it is drawn, and saving it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class PlotMenu(QMenu):
    """`log` and `whole` are actions. Signals: `picture_requested()`, `drawing_requested()` and
    `numbers_requested()`: as PNG, SVG and CSV.
    """

    picture_requested = Signal()
    drawing_requested = Signal()
    numbers_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.log = QAction(self.tr("&Logarithmic"), self)
        self.log.setCheckable(True)
        self.whole = QAction(self.tr("Show &everything"), self)
        self.whole.setEnabled(False)
        self.addActions([self.log, self.whole])
        self.addSeparator()
        for text, signal in (
            (self.tr("Save as &PNG…"), self.picture_requested),
            (self.tr("Save as &SVG…"), self.drawing_requested),
            (self.tr("Save &numbers (CSV)…"), self.numbers_requested),
        ):
            self.addAction(text).triggered.connect(signal)
