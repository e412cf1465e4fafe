"""A dialog that is never larger than the screen, however large its type is."""

from PySide6.QtCore import QEvent, QSize, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from desktop.widgets.scroll_when_small import ScrollWhenSmall

_FRAME = QSize(16, 48)  # what the system may put around the window


class Dialog(QDialog):
    """Scrolls what the screen has no room for."""

    _area: ScrollWhenSmall | None = None

    @property
    def room(self) -> QSize:
        """How large it may be on its screen."""
        return self.screen().availableSize() - _FRAME

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange and self.isVisible():
            QTimer.singleShot(0, self, self._fit)
        return super().event(event)

    @Slot()
    def _fit(self) -> None:
        layout, room = self.layout(), self.room
        size = self.size()
        if self._area is None and layout is not None:
            least = _least(layout, min(self.width(), room.width()))
            if least.expandedTo(room) != room:
                size = layout.totalSizeHint().expandedTo(size)
                self._scroll(layout)
            size = size.expandedTo(least)
        self.resize(size.boundedTo(room))

    def _scroll(self, layout: QLayout) -> None:
        """Put all that is in it into an area that scrolls."""
        content = QWidget()
        content.setLayout(layout)  # which brings its widgets along
        self._area = ScrollWhenSmall(content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        around.activate()  # or it stays as large as the old layout would have it


def _least(layout: QLayout, width: int) -> QSize:
    """Return how much room it needs in a window of that width, all lines of its texts included."""
    least = layout.totalMinimumSize()
    if layout.hasHeightForWidth():
        height = layout.minimumHeightForWidth(max(width, least.width()))
        least.setHeight(max(height, least.height()))
    return least
