"""A dialog that is never larger than the screen, and whose Enter presses no chance button."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.scroll_when_small import ScrollWhenSmall, name_scroll_bars

_FRAME = QSize(16, 48)  # what the system may put around the window


class Dialog(QDialog):
    """Scrolls what the screen has no room for.

    Enter in a field presses the button that was made the default one, and none where none was.
    """

    _area: ScrollWhenSmall | None = None

    @property
    def room(self) -> QSize:
        """How large it may be on its screen."""
        return self.screen().availableSize() - _FRAME

    def come_forward(self) -> None:
        """Show it, and let it be the one that is typed in, even where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        buttons = self.findChildren(QPushButton)
        if not any(button.isDefault() for button in buttons):
            for button in buttons:  # or Qt takes the first one of them, whatever that does
                button.setAutoDefault(False)
        name_scroll_bars(self, self.windowTitle())
        self._fit()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button, enter = self.focusWidget(), (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(button, QPushButton) and not button.autoDefault() and event.key() in enter:
            button.click()
        else:
            super().keyPressEvent(event)

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
