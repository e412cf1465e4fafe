"""A question that is answered in one's own words: nobody marks it, the teacher reads it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from desktop.i18n.numbers import fill
from desktop.lessons.figures.prose import paragraph
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.theme import GAP_PX

_LINES = 4
_LONGEST = 4000  # characters that are kept
_PAUSE_MS = 1000  # in typing, after which the answer is kept


class FreeQuestion(Card):
    """Keeps what is typed at each pause. Signals: `answered(str)`, what is to be kept."""

    answered = Signal(str)

    def __init__(self, heading: str, question: str, answer: str) -> None:
        super().__init__()
        self.typed = QPlainTextEdit(answer)
        self._kept = answer.strip()
        self.button = QPushButton(self.tr("Keep the answer"))
        self.told = caption(self.tr("Kept") if answer else "")
        self.typed.setObjectName("freeAnswer")
        self.typed.setAccessibleName(question)
        self.typed.setPlaceholderText(self.tr("Your answer, in your own words"))
        self.typed.setTabChangesFocus(True)
        self.typed.setFixedHeight(self.typed.fontMetrics().lineSpacing() * _LINES + GAP_PX)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.keep)
        self.typed.textChanged.connect(self._on_typed)
        self.button.setToolTip(self.tr("Keep the answer, so that your teacher can read it"))
        self.button.clicked.connect(self.keep)
        self.button.setAutoDefault(False)
        self.button.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX, GAP_PX + 2, GAP_PX + 2)
        layout.setSpacing(GAP_PX - 2)
        layout.addWidget(title(heading))
        layout.addWidget(paragraph(question))
        layout.addWidget(self.typed)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.told, 1)
        layout.addLayout(row)

    @Slot()
    def _on_typed(self) -> None:
        self.told.setText(self._too_long())
        self.button.setEnabled(self._words() != self._kept)
        self._pause.start()

    @Slot()
    def keep(self) -> None:
        """Keep what was typed since it was last kept; where all was deleted, keep no answer."""
        self._pause.stop()
        if not self.button.isEnabled():
            return
        self._kept = self._words()
        self.answered.emit(self._kept)
        self.told.setText(self._too_long() or (self.tr("Kept") if self._kept else ""))
        self.button.setEnabled(False)

    def _words(self) -> str:
        return self.typed.toPlainText().strip()[:_LONGEST]

    def _too_long(self) -> str:
        is_whole = len(self.typed.toPlainText().strip()) <= _LONGEST
        words = self.tr("Too long: only its first {0} characters are kept")
        return "" if is_whole else fill(words, _LONGEST)
