"""The heading of a plot card: the last to give way where there is little room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from desktop.widgets.theme import scaled_font

_LEAST_PX = 60


class Heading(QLabel):
    """Shows as much of its text as there is room for, and never widens the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(scaled_font(self, 1.0, bold=True))

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(_LEAST_PX, whole.width()), whole.height())

    def shown(self) -> str:
        """Return what of the text can be read."""
        room = self.width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.shown())
