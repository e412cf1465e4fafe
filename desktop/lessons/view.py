"""One lesson as it is read: questions and answers, then what to do, from top to bottom."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.app_model import AppModel
from desktop.lessons.check import CheckCard
from desktop.lessons.code_view import CodeCard
from desktop.lessons.experiment_card import ExperimentCard, MakeBench
from desktop.lessons.figures.prose import paragraph
from desktop.widgets.controls import caption
from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Lesson, Question
from engine.lessons.figures import Figure

_LINE = 72  # characters, the longest line that is read with ease
WIDEST_PX = 780  # of a card
_TOP, _LEFT = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft


class LessonView(QWidget):
    """Signals: `passed(int)`, the question that a right answer settles; `tried(str, bool)`, a
    question's number and whether an answer to it was right; `next_requested()`, to read on.
    """

    passed = Signal(int)
    tried = Signal(str, bool)
    next_requested = Signal()

    def __init__(self, lesson: Lesson, model: AppModel, bench: MakeBench) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.lesson = lesson
        self.experiment = ExperimentCard(lesson, model, bench)
        asked = zip(lesson.checks, lesson.numbers, strict=True)
        self.checks = tuple(CheckCard(each, number, code=lesson.inline) for each, number in asked)
        self.code = CodeCard(lesson.code, model.questions, partial(bench, lesson))
        self.next_button = QPushButton(self.tr("Next question"))
        self.end = caption(self.tr("That was the last question."))
        self.questions: dict[int, QLabel] = {}
        self._build()
        for check, number in zip(self.checks, lesson.numbers, strict=True):
            check.marked.connect(partial(self.tried.emit, str(number)))
            check.passed.connect(self.passed)
        self.next_button.clicked.connect(self.next_requested)
        self.experiment.described.connect(self._order_tabs)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What the experiment shows now."""
        return self.experiment.figures

    @Slot()
    def learned(self) -> None:
        """The model has learned."""
        self.experiment.learned()
        self.code.learned()

    def end_list(self, is_last: bool) -> None:
        """Offer the next question, or say that there is none."""
        self.next_button.setVisible(not is_last)
        self.end.setVisible(is_last)

    def minimumSizeHint(self) -> QSize:
        """Leave the height to what the words need in the column's width."""
        return QSize(super().minimumSizeHint().width(), 0)

    def _build(self) -> None:
        column = QWidget()
        column.setObjectName("plain")
        column.setMaximumWidth(WIDEST_PX)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 2 * GAP_PX)
        self._column.setSpacing(GAP_PX)
        heading = paragraph(self.lesson.title, factor=1.55, bold=True, code=self.lesson.inline)
        self._column.addWidget(heading)
        for question in self.lesson.questions:
            self._add_question(question)
        self._column.addWidget(self._watch())
        self._column.addWidget(self.experiment)
        for check in self.checks:
            self._column.addWidget(check)
        self._column.addWidget(self.code)
        self.next_button.setObjectName("nextQuestion")
        self.next_button.setToolTip(self.tr("Go on to the next question in the list"))
        self._column.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addWidget(self.end, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addStretch()
        outside = QHBoxLayout(self)
        outside.setContentsMargins(GAP_PX, 4, 4, 0)
        outside.addWidget(column, 1)
        outside.addStretch(0)

    def _add_question(self, question: Question) -> None:
        inline = self.lesson.inline
        ask = paragraph(f"{question.number}  {question.ask}", factor=1.1, bold=True, code=inline)
        self.questions[question.number] = ask
        self._column.addWidget(_narrow(ask))
        lines = question.answer.split("\n")
        if len(lines) > 1:
            self._column.addLayout(_listed(lines))
        else:
            self._column.addWidget(_narrow(paragraph(question.answer, factor=1.05, code=inline)))

    def _watch(self) -> QWidget:
        """Return the sentence that says what to look at, with a line at its left."""
        box, line = QWidget(), QFrame()
        line.setObjectName("divider")
        line.setFixedWidth(3)
        row, words = QHBoxLayout(box), QVBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_PX)
        row.addWidget(line)
        row.addLayout(words, 100)
        row.addStretch(1)  # what the words, which have a widest line, leave over
        words.setSpacing(2)
        words.addWidget(caption(self.tr("Watch for")))
        watch = self.lesson.watch.replace("\n", " ")
        words.addWidget(_narrow(paragraph(watch, code=self.lesson.inline)))
        return box

    @Slot()
    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom, though the experiment's controls were made last."""
        cards = (self.experiment, *self.checks, self.code)
        parts = [part for card in cards for part in card.findChildren(QWidget)]
        parts = [part for part in parts if part.window() is self.window()]  # no list that opens
        stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for before, after in pairwise([*stops, self.next_button]):
            QWidget.setTabOrder(before, after)


def _listed(lines: list[str]) -> QGridLayout:
    """Return an answer line by line: what is numbered stands clear of its number."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 100)
    grid.setColumnStretch(2, 1)  # what the words, which have a widest line, leave over
    for row, line in enumerate(lines):
        number, _, words = line.partition(". ")
        label = _narrow(paragraph(words if number.isdigit() else line, factor=1.05))
        if number.isdigit():
            grid.addWidget(paragraph(f"{number}.", factor=1.05), row, 0, _TOP | _LEFT)
            grid.addWidget(label, row, 1)
        else:
            label.setContentsMargins(0, GAP_PX // 2 if row else 0, 0, 0)
            grid.addWidget(label, row, 0, 1, 2)
    return grid


def _narrow(label: QLabel) -> QLabel:
    """Return the label no wider than the longest line."""
    label.setMaximumWidth(label.fontMetrics().averageCharWidth() * _LINE)
    return label
