"""A scroll area that ends above a row that it would cut."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

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
