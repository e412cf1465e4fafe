"""The one place where the window tells of a failure: a calm line above the work, never a box."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.widgets.controls import IconButton
from desktop.widgets.fitting_strip import FittingStrip
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX


class Banner(FittingStrip):
    """A sentence that stays until it is read: closed by its button or by the next start.

    Signals: `accepted()` when the remedy that came with the sentence is wanted.
    """

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.message = Label()
        self.message.setObjectName("bannerMessage")
        self.message.setWordWrap(True)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.remedy = QPushButton()
        self.remedy.setObjectName("remedyButton")
        self.remedy.clicked.connect(self.hide)
        self.remedy.clicked.connect(self.accepted)
        close = IconButton("close", "", flat=True)
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close the message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, 6, 6, 6)
        layout.addWidget(self.message)
        layout.addWidget(self.remedy)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Show a sentence that says what happened, where, and what to do."""
        self.offer(sentence, "")

    def offer(self, sentence: str, remedy: str) -> None:
        """Show a sentence with a button that does something about it, where there is any."""
        self.message.setText(sentence)
        self.setAccessibleName(self.message.text())
        self.remedy.setText(remedy)
        self.remedy.setAccessibleName(remedy)
        self.remedy.setVisible(bool(remedy))
        self.show()
        self.fit()
