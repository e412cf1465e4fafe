"""The menu of test digits: any, one that the model misreads, or one of a class."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n.numbers import fill

MOST_CLASSES = 30


class DigitMenu(QMenu):
    """Stands under the pad's button and in the Data menu alike.

    Signals: `any_requested()`, `misread_requested()`, `class_requested(str)`.
    """

    any_requested = Signal()
    misread_requested = Signal()
    class_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Test &image"))
        self.any = self.addAction(self.tr("&Any image"))
        self.any.triggered.connect(self.any_requested)
        self.misread = self.addAction(self.tr("A &misread image"))
        self.misread.triggered.connect(self.misread_requested)
        self.addSeparator()
        self._classes: tuple[str, ...] = ()
        self._of_class: list[QAction] = []

    @Slot(object)
    def show_classes(self, classes: tuple[str, ...]) -> None:
        """Offer these classes; an open menu stays as it is where they are the same."""
        if classes == self._classes:
            return
        self._classes = classes
        for action in self._of_class:
            self.removeAction(action)
            action.deleteLater()
        self._of_class = []
        for name in classes[:MOST_CLASSES]:
            words = fill(self.tr("Class {0}"), name.replace("&", "&&"))
            action = QAction(words, self)  # PySide never forgets one that `addAction` makes
            self.addAction(action)
            action.triggered.connect(lambda _=False, name=name: self.class_requested.emit(name))
            self._of_class.append(action)
