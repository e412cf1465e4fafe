"""A teacher's own questions, in a window beside the one that they are about."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.lessons.check import CheckCard
from desktop.lessons.free_question import FreeQuestion
from desktop.lessons.progress import Progress
from desktop.lessons.reading_area import reading_area
from desktop.widgets.dialog import Dialog
from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Check
from engine.lessons.own_questions import is_free, key_of

_WIDE_PX, _HIGH_PX = 520, 560


class QuestionsWindow(Dialog):
    """Marks choices and typed answers at once, and keeps free ones; `cards` are in their order."""

    def __init__(
        self, heading: str, questions: tuple[Check, ...], progress: Progress, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ownQuestions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self.resize(_WIDE_PX, _HIGH_PX)
        self.questions = questions
        words = self.tr("Question {0}")
        self.cards = [
            self._card(check, key_of(heading, check.question), progress, fill(words, number))
            for number, check in enumerate(questions, 1)
        ]
        column, layout = QWidget(), QVBoxLayout(self)
        inside = QVBoxLayout(column)
        inside.setSpacing(GAP_PX)
        for card in self.cards:
            inside.addWidget(card)
        inside.addStretch()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(reading_area(self.tr("Scroll the questions"), column))
        if beside := parent.window().windowHandle():
            beside.visibleChanged.connect(self.setVisible)  # where the program is left

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last, however the window is left."""
        super().hideEvent(event)
        for card in self.cards:
            if isinstance(card, FreeQuestion):
                card.keep()

    def _card(
        self, check: Check, key: str, progress: Progress, heading: str
    ) -> CheckCard | FreeQuestion:
        if is_free(check):
            answer = progress.work.answers.get(key)
            free = FreeQuestion(heading, check.question, answer.text if answer else "")
            free.answered.connect(partial(progress.note_answer, key))
            return free
        card = CheckCard(check, 0, heading)
        card.marked.connect(partial(progress.note_try, key))
        return card
