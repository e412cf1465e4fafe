"""The line at the foot of the window: what goes on, and where the arithmetic runs."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStatusBar

from desktop.widgets.one_line import OneLine
from desktop.widgets.plain_text import Label, as_tip


class StatusLine(QStatusBar):
    """Shows the newest sentence until another comes."""

    def __init__(self) -> None:
        super().__init__()
        self._text = OneLine(self.tr("Loading the network…"))
        self._text.setObjectName("statusLabel")
        self._device = Label()
        self._device.setObjectName("deviceLabel")
        self.addWidget(self._text, 1)
        self.addPermanentWidget(self._device)
        self.setSizeGripEnabled(False)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._text.text()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a sentence for people."""
        self._text.setText(sentence)

    @Slot(str)
    def show_device(self, reason: str) -> None:
        """Show which device computes; why is told to those who point there."""
        self._device.setText(reason.partition(":")[0])
        self._device.setToolTip(as_tip(reason))
        self._device.setAccessibleDescription(reason)
