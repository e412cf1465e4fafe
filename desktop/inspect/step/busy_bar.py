"""A bar that moves while something takes long, and is hidden while it doesn't."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar

from desktop.widgets.plain_text import as_tip

_SLOW_MS = 400  # what takes longer is seen to be under way


class BusyBar(QProgressBar):
    """Of the step that is being computed; nobody knows how long it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("The step is being computed"))
        self.setToolTip(
            as_tip(self.tr("The step is being computed; closing the window cancels it"))
        )
        self.hide()
        self.slow = QTimer(self)
        self.slow.setSingleShot(True)
        self.slow.setInterval(_SLOW_MS)
        self.slow.timeout.connect(self.show)

    @Slot()
    def begin(self) -> None:
        """Show it soon."""
        self.slow.start()

    @Slot()
    def end(self) -> None:
        """Hide it."""
        self.slow.stop()
        self.hide()
