"""A label of one line, which never widens the page: what doesn't fit ends with an ellipsis."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import scaled_font


class OneLine(Label):
    """Shows as much of its text as there is room for, and the whole to those who point at it."""

    def __init__(
        self, text: str = "", *, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__(text)
        self._elide = elide
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """Return what of the text can be read."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._elide, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            is_cut = self.shown() != self.text()
            if is_cut and not self.toolTip():
                QToolTip.showText(event.globalPos(), as_tip(self.text()), self)
                return True
        return super().event(event)


def heading_line(text: str) -> OneLine:
    """Return a card's heading that gives way where the card is narrow."""
    label = OneLine(text)
    label.setFont(scaled_font(label, 1.0, bold=True))
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def small_line(text: str = "", *, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> OneLine:
    """Return a small muted label of one line."""
    label = OneLine(text, elide=elide)
    label.setProperty("muted", True)
    label.setFont(scaled_font(label, 0.92))
    return label
