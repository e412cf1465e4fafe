"""What scrolls and ends above a row that it would cut: a scroll area, and a list or table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget, QWidgetItem

_LEAST_PX = 60  # a lower one shows what it can


class WholeRows(QScrollArea):
    """Shows only whole rows at its lower edge, wherever it is scrolled to; `rows` tells which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margin_px = 0

    def rows(self) -> Sequence[QWidget]:
        """Return a widget of each row, as high as the row."""
        raise NotImplementedError

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        self.verticalScrollBar().valueChanged.connect(self._fit)
        self.verticalScrollBar().rangeChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self, *_: int) -> None:
        inside, room = self.widget(), self.contentsRect().height()
        if inside is None:
            return
        bottom, margin = self.verticalScrollBar().value() + room, 0
        for row in self.rows():
            top = row.mapTo(inside, QPoint(0, 0)).y()
            if row.isVisible() and top < bottom < top + row.height():
                margin = bottom - top
        margin = margin if room - margin >= _LEAST_PX else 0
        if margin != self._margin_px:
            self._margin_px = margin
            self.setViewportMargins(0, 0, 0, margin)


class WholeItems(QWidget):
    """Holds a list or table whose rows are all as high, and that scrolls by rows: none is cut."""

    def __init__(self, view: QAbstractItemView, width_px: int | None = None) -> None:
        super().__init__()
        self._view = view
        view.setParent(self)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        later = Qt.ConnectionType.QueuedConnection  # the view is at it
        view.verticalScrollBar().rangeChanged.connect(self._fit, later)
        self.setSizePolicy(view.sizePolicy())
        if width_px is not None:
            self.setFixedWidth(width_px)

    def sizeHint(self) -> QSize:
        return QWidgetItem(self._view).sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QWidgetItem(self._view).minimumSize()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # the view wants another size
            self.updateGeometry()
        return super().event(event)

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
