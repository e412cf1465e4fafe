"""What a teacher's file says, above the pages, until it is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.lessons.figures.words import paragraph
from desktop.widgets.controls import IconButton, title
from desktop.widgets.fitting_strip import FittingStrip
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_HIGHEST_LINES = 6  # what is longer is cut; a tooltip has all of it
_LONGEST = 5000  # characters: to lay out a megabyte, which a file may hold, would take seconds


class LessonBanner(FittingStrip):
    """Title and text. Signals: `everything_wanted()`, the hidden pages shall come back."""

    everything_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading: QLabel = title("")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.text = paragraph()
        self.text.setObjectName("lessonText")
        self.everything = QPushButton(self.tr("Show everything"))
        self.everything.setObjectName("showEverything")
        self.everything.setToolTip(self.tr("Bring back the pages that this lesson hides"))
        self.everything.clicked.connect(self.everything.hide)
        self.everything.clicked.connect(self.everything_wanted)
        close = IconButton("close", "", flat=True)
        close.setAccessibleName(self.tr("Close the lesson"))
        close.setToolTip(self.tr("Close the lesson, and show all pages"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.everything_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, 8, 6, 8)
        layout.addLayout(words, 1)
        for button in (self.everything, close):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, heading: str, text: str, *, hides: bool) -> None:
        """Show a lesson's words; `hides` tells whether some pages are out of sight."""
        text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setToolTip(as_tip(text))
        self.text.setVisible(bool(text))
        self.text.setMaximumHeight(self.text.fontMetrics().lineSpacing() * _HIGHEST_LINES)
        self.setAccessibleName(f"{heading}. {text}")
        self.everything.setVisible(hides)
        self.show()
        self.fit()
