"""A list that scrolls, no higher than its last row in sight."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget, QWidgetItem

_WIDTH_PX = 194  # of the page's left column


class WholeItems(QWidget):
    """Holds a list whose rows are all as high, and that scrolls by rows: none is cut."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__()
        self._view = view
        view.setParent(self)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        later = Qt.ConnectionType.QueuedConnection  # the view is at it
        view.verticalScrollBar().rangeChanged.connect(self._fit, later)
        self.setFixedWidth(_WIDTH_PX)
        self.setSizePolicy(view.sizePolicy())

    def sizeHint(self) -> QSize:
        return QWidgetItem(self._view).sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QWidgetItem(self._view).minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self, *_: int) -> None:
        """Leave out what is below the last row that has room."""
        row = self._view.visualRect(self._view.model().index(0, 0)).height()
        room = self.height() - self._view.viewport().y()
        cut = room % row if row and room > row else 0
        self._view.setGeometry(0, 0, self.width(), self.height() - cut)
