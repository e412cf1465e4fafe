"""What stands in a page's place while it has nothing to show: a sentence, progress, one button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from desktop.widgets.controls import Card
from desktop.widgets.plain_text import Label
from desktop.widgets.progress_bar import ProgressBar
from desktop.widgets.theme import GAP_PX

_BAR_PX, _MARGIN_PX = 210, 180


class Notice(Card):
    """Says that something is empty, on its way, or went wrong. Signals: `acted()`, its button."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = Label()
        self.message.setObjectName("noticeMessage")
        self.message.setProperty("muted", True)
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(_MARGIN_PX, 0, _MARGIN_PX, 0)
        self.bar = ProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_BAR_PX)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.button = QPushButton()
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setSpacing(GAP_PX)
        layout.addStretch(1)
        layout.addWidget(self.message)
        for widget in (self.bar, self.button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def say(self, sentence: str, button: str = "") -> None:
        """Show a sentence, and a button where there is something to do."""
        self.message.setText(sentence)
        self.setAccessibleName(self.message.text())
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.bar.hide()

    def wait(self, sentence: str, button: str) -> None:
        """Show that something is on its way, and a button that ends it."""
        self.say(sentence, button)
        self.bar.setRange(0, 0)
        self.bar.show()

    @Slot(int, int)
    def show_progress(self, done: int, whole: int) -> None:
        """Move the bar; it stays hidden unless something is on its way."""
        self.bar.setRange(0, max(whole, 1))
        self.bar.setValue(done)
