"""A bar that fills, painted with all else that has changed."""

from PySide6.QtWidgets import QProgressBar


class ProgressBar(QProgressBar):
    """Qt's own paints at each new value at once, and with it all that waits to be painted."""

    def setValue(self, value: int) -> None:
        """Fill it so far; it is painted when the event loop comes to it."""
        if value == self.value():
            return
        self.setUpdatesEnabled(False)
        super().setValue(value)
        self.setUpdatesEnabled(True)
