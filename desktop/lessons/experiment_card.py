"""The card where a lesson's experiment lives: controls, what they give, and its trainings."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.app_model import AppModel
from desktop.i18n.engine_words import in_words
from desktop.lessons import questions
from desktop.lessons.controls.form import ControlsForm
from desktop.lessons.experiment import Experiment
from desktop.lessons.figures.board import FigureBoard
from desktop.lessons.figures.prose import paragraph
from desktop.lessons.notebook_buttons import NotebookButtons
from desktop.lessons.questions import Bench, Kind, Shown
from desktop.lessons.runs_section import RunsSection
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from engine.lessons.catalogue import Lesson
from engine.lessons.controls import Values
from engine.lessons.figures import Figure

MakeBench = Callable[[Lesson], Bench]  # what the window has to work with at the moment


class ExperimentCard(Card):
    """Asks what the lesson offers, then shows it. `runs` is there where the lesson trains.

    Signals: `described()`, its controls are there; `inside_wished(str, int)`, to see the same in
    the network that reads the sketch, at a place of the lesson's, and the question to come back to.
    """

    described = Signal()
    inside_wished = Signal(str, int)

    def __init__(self, lesson: Lesson, model: AppModel, bench: MakeBench) -> None:
        super().__init__()
        self._lesson, self._model, self._bench = lesson, model, bench
        open_questions = model.questions
        self.kind: Kind | None = None
        self.form: ControlsForm | None = None
        self.runs: RunsSection | None = None
        self._right: Values = {}  # what gave something last
        self.board = FigureBoard(lesson.inline)
        self.experiment = Experiment(open_questions, self)
        self.trouble = paragraph(code=lesson.inline)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(GAP_PX + 2, GAP_PX, GAP_PX + 2, GAP_PX + 4)
        self._layout.setSpacing(GAP_PX)
        self.notebook = NotebookButtons(lesson, open_questions, partial(bench, lesson))
        head = QHBoxLayout()
        head.addWidget(title(self.tr("Try it")), 1)
        head.addWidget(self.notebook)
        self._layout.addLayout(head)
        self.stand_in = caption(
            self.tr("Nothing is drawn yet: a test image stands in for your sketch.")
        )
        self.stand_in.setObjectName("sketchStandIn")
        self.stand_in.hide()
        self._layout.addWidget(self.stand_in)
        self._layout.addWidget(self.trouble)
        self._layout.addWidget(self.board)
        self.inside = QPushButton(self.tr("See it in the network that reads your sketch"))
        self._layout.addWidget(self.inside, 0, Qt.AlignmentFlag.AlignLeft)
        self.inside.setObjectName("lookInside")
        tip = self.tr(
            "Open Look inside at what this lesson is about: in your own network, or in the starter "
            "network until you have trained one"
        )
        self.inside.setToolTip(as_tip(tip))
        self.inside.setVisible(bool(lesson.inside))
        place = lesson.inside, lesson.numbers[0]
        self.inside.clicked.connect(lambda: self.inside_wished.emit(*place))
        self.trouble.setObjectName("experimentTrouble")
        self.trouble.hide()
        self.experiment.answered.connect(self._on_answered)
        self.experiment.settled.connect(self.board.settle)
        self.experiment.failed.connect(self._tell_trouble)
        pending = open_questions.ask(partial(questions.describe, lesson.name))
        pending.answered.connect(self._on_described)
        pending.failed.connect(self._tell_trouble)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What is shown now: of the experiment, and then of what came out of its trainings."""
        return self.board.figures + (self.runs.board.figures if self.runs else ())

    @property
    def is_settled(self) -> bool:
        """Whether what is shown belongs to what is set, and no training of its own goes on."""
        if self.kind is None or (self.runs and not self.runs.is_settled):
            return False
        return not self.kind.shows or self.experiment.is_settled

    @Slot()
    def refresh(self) -> None:
        """A control, the sketch or the data has changed."""
        if self.kind and self.kind.shows and self.form:
            bench = self._bench(self._lesson)
            self.stand_in.setVisible(self.kind.uses_sketch and bench.sketch is None)
            values = self.form.values()
            self.experiment.ask(partial(questions.experiment, bench, values, self._right))

    def learned(self) -> None:
        """The model is another now: ask again, but not too often, where that makes a difference."""
        if self.kind and self.kind.follows_model:
            self.experiment.ask_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.experiment.wake()

    @Slot(object)
    def _on_described(self, kind: Kind) -> None:
        self.kind = kind
        self.form = ControlsForm(kind.controls, self._lesson.words)
        self._right = self.form.values()
        self._layout.insertWidget(1, self.form)
        self.form.setVisible(self.form.has_any_above)
        self.board.controls = self.form.parts
        self.notebook.values = self.form.values
        self.form.changed.connect(self.refresh)
        self.board.dragged.connect(self.form.drag)
        if kind.trains:
            bench = partial(self._bench, self._lesson)
            self.runs = RunsSection(self._model, bench, self.form.values, self._lesson.inline)
            self._layout.insertWidget(self._layout.indexOf(self.inside), self.runs)
        self.described.emit()
        self.refresh()

    @Slot(object)
    def _on_answered(self, shown: object) -> None:
        assert isinstance(shown, Shown)
        self._right = shown.values
        self._tell_trouble(in_words(shown.trouble) if shown.trouble else "")
        self.board.show_figures(shown.figures)

    @Slot(str)
    def _tell_trouble(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setAccessibleName(self.trouble.text())
        self.trouble.setVisible(bool(sentence))
