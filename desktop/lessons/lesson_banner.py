"""What a teacher's file says and asks, above the pages, until it is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.controls import IconButton, title
from desktop.widgets.fitting_strip import FittingStrip
from desktop.widgets.markdown_view import MarkdownView
from desktop.widgets.theme import GAP_PX

_HIGHEST_LINES = 7  # what is longer is scrolled


class LessonBanner(FittingStrip):
    """Title and text. Signals: `everything_wanted()`, what is hidden shall come back;
    `questions_wanted()`, the teacher's own shall be asked; `closed()` by its button.
    """

    everything_wanted = Signal()
    closed = Signal()
    questions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading: QLabel = title("")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.text = MarkdownView(_HIGHEST_LINES)
        self.text.setObjectName("lessonText")
        self.everything = QPushButton(self.tr("Show everything"))
        self.everything.setObjectName("showEverything")
        self.everything.setToolTip(self.tr("Bring back the pages that this lesson hides"))
        self.everything.clicked.connect(self.everything.hide)
        self.everything.clicked.connect(self.everything_wanted)
        self.questions = QPushButton(self.tr("Questions…"))
        self.questions.setObjectName("ownQuestionsButton")
        self.questions.setToolTip(self.tr("Answer the questions that come with this lesson"))
        self.questions.clicked.connect(self.questions_wanted)
        close = IconButton("close", "", flat=True)
        close.setAccessibleName(self.tr("Close the lesson"))
        close.setToolTip(self.tr("Close the lesson, and show all pages"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.everything_wanted)
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_PX, 8, 6, 8)
        layout.addLayout(words, 1)
        for button in (self.questions, self.everything, close):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, heading: str, text: str, *, hides: bool, asks: bool) -> None:
        """Show a lesson's words; it `hides` pages or lessons, and `asks` questions of its own."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.text.setAccessibleName(heading)
        self.setAccessibleName(heading)
        self.questions.setVisible(asks)
        self.everything.setVisible(hides)
        self.show()
        self.fit()
