"""The page "Evaluate": how the model that answers reads the validation set.

All figures are seen at once and share one place for the images behind them: a cell of the matrix
and the list of mistakes are the same question. What it can stand is a view of its own.
"""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.answer.source_words import source_words
from desktop.app_model import AppModel
from desktop.evaluate.by_class import AccuracyByClass
from desktop.evaluate.confusion import ConfusionMatrix
from desktop.evaluate.figure_card import figure_card
from desktop.evaluate.header import Header, outcome_words, refusal_words
from desktop.evaluate.images import MisreadImages
from desktop.evaluate.map_card import MapCard
from desktop.evaluate.questions import Evaluated, Mapped, Progress, evaluate
from desktop.evaluate.reliability_curve import CalibrationError, ReliabilityCurve
from desktop.evaluate.robustness.panel import RobustnessPanel
from desktop.evaluate.views import Views
from desktop.i18n.wording import dataset_words
from desktop.sketch.reader import SketchReader
from desktop.widgets.notice import Notice
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import DataSource, Source
from desktop.worker.questions import Newest

REST_MS = 120  # that a run must rest at a moment before it is evaluated
Subject = tuple[Source | None, DataSource]  # a model and the dataset that it reads


class EvaluatePage(QWidget):
    """Confusion, images, map, classes and reliability of one evaluation.

    It is made anew whenever another model answers or other data are chosen; while a run is under
    way the button asks for it. Where a run is played back, it is made where that rests.

    Signals: `image_chosen(uint8 (28, 28), str)` for the pad, and what it is; `told(str)` and
    `failed(str)`, sentences for people.
    """

    image_chosen = Signal(object, str)
    told = Signal(str)
    failed = Signal(str)

    def __init__(self, model: AppModel, reader: SketchReader) -> None:
        super().__init__()
        self.setObjectName("evaluatePage")
        self._model, self._reader = model, reader
        self.robustness: RobustnessPanel | None = None
        self._question = Newest(model.questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(self._on_failed)
        self._resting = QTimer(self, interval=REST_MS, singleShot=True)
        self.evaluated: Evaluated | None = None
        self._asked: Subject | None = None  # what was evaluated last, also if in vain
        self._shown: Subject | None = None  # what the figures are of; None where it has learned on
        self._make_parts()
        self.map = MapCard(model.questions, reader)
        figures, whole = QWidget(), QVBoxLayout(self)
        self._stack = QStackedLayout(figures)
        self.views = Views(figures, self._make_robustness)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.views)
        self._build()
        self._connect()
        self._show_empty()

    def _make_parts(self) -> None:
        self.header, self.notice = Header(), Notice()
        self.confusion, self.images = ConfusionMatrix(), MisreadImages()
        self.by_class, self.reliability = AccuracyByClass(), ReliabilityCurve()
        self.error = CalibrationError()

    def _build(self) -> None:
        left, right, below = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(figure_card(self.tr("Confusion matrix"), self.confusion), 3)
        left.addWidget(self.images, 2)
        shares = self.by_class
        below.addWidget(figure_card(self.tr("Accuracy by class"), shares, shares.note), 1)
        below.addWidget(figure_card(self.tr("Reliability"), self.reliability, self.error), 1)
        right.addWidget(self.map, 3)
        right.addLayout(below, 2)
        columns, content = QHBoxLayout(), QWidget()
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.header)
        layout.addLayout(columns, 1)
        for box in (left, right, below, columns, layout):
            box.setSpacing(GAP_PX)
        self._stack.addWidget(content)
        self._stack.addWidget(self.notice)

    def _connect(self) -> None:
        self.header.evaluate_requested.connect(self.evaluate)
        self.notice.acted.connect(self._on_acted)
        self.confusion.chosen.connect(self._on_cell_chosen)
        self.images.mistakes_requested.connect(self._on_mistakes_requested)
        self.images.image_chosen.connect(self.image_chosen)
        self.map.chosen.connect(self._on_point_chosen)
        self._model.source_changed.connect(self._renew)
        self._model.datasets.chosen_changed.connect(self._renew)
        self._model.trainer.state_changed.connect(self._renew)
        self._model.trainer.reported.connect(self._on_reported)
        self._resting.timeout.connect(self.evaluate)

    def _make_robustness(self) -> QWidget:
        self.robustness = RobustnessPanel(self._model, self._reader)
        self.robustness.told.connect(self.told)
        self.robustness.failed.connect(self.failed)
        return self.robustness

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    @property
    def _subject(self) -> Subject:
        """What would be evaluated now."""
        return self._model.source, self._model.datasets.chosen

    @property
    def _is_played_back(self) -> bool:
        source = self._model.source
        return source is not None and source.moment is not None

    @Slot()
    def evaluate(self) -> None:
        """Read the chosen dataset's validation images with the model of the moment."""
        self._resting.stop()
        self._asked = self._subject
        if not (self._is_played_back and self.evaluated):  # then the figures change where they are
            self.notice.wait(self.tr("Reading the validation images…"), self.tr("Cancel"))
            self._stack.setCurrentWidget(self.notice)
        self._question.ask(evaluate(self._model.datasets.chosen))

    @Slot()
    def _on_acted(self) -> None:
        """Cancel the evaluation under way, or begin one."""
        if not self._question.is_awaited:
            self.evaluate()
            return
        self._question.cancel()
        if self.evaluated:
            self._stack.setCurrentIndex(0)
            self._tell()
        else:
            self._show_empty()

    def _show_empty(self) -> None:
        self.notice.say(
            self.tr(
                "See what the model gets wrong on images that it never learned from, how sure it "
                "was, and where your sketch lies among them."
            ),
            self.tr("Evaluate"),
        )
        self._stack.setCurrentWidget(self.notice)

    @Slot(object)
    def _on_answered(self, value: object) -> None:
        if isinstance(value, Progress):
            self.notice.show_progress(value.done, value.images)
        elif isinstance(value, Evaluated):
            self._show(value)
        elif isinstance(value, Mapped):
            self.map.show_mapped(value)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.notice.say(sentence, self.tr("Try again"))
        self._stack.setCurrentWidget(self.notice)

    def _show(self, evaluated: Evaluated) -> None:
        self.evaluated, self._shown = evaluated, self._asked
        found = evaluated.evaluation
        source = self._shown[0] if self._shown else None
        model = source_words(source) if source else ""
        self.header.show_subject(found, model, dataset_words(evaluated.dataset))
        self._tell()
        self.confusion.show_counts(found.confusion, found.classes)
        self.by_class.show_shares(found.accuracy_by_class)
        self.reliability.show_curve(evaluated.reliability)
        self.error.show_error(evaluated.reliability.expected_error)
        self.images.show_mistakes(evaluated)
        self.map.show_waiting(evaluated)
        self._stack.setCurrentIndex(0)

    def _tell(self) -> None:
        """Say how many mistakes there are, or that the figures are of the past."""
        if self.evaluated is None:
            return
        more = ""
        if self._shown is None:
            text = self.tr("These figures are for an earlier model.")
        elif self._shown != self._subject:
            text = self.tr("The model or the data has changed since.")
        else:
            found = self.evaluated.evaluation
            text, more = outcome_words(found), refusal_words(found)
        self.header.say(text, more)
        self.header.ask_again(self._shown != self._subject)

    @Slot(int, int)
    def _on_cell_chosen(self, actual: int, answered: int) -> None:
        if self.evaluated:
            self.images.show_cell(self.evaluated, actual, answered)

    @Slot()
    def _on_mistakes_requested(self) -> None:
        if self.evaluated:
            self.confusion.forget()
            self.images.show_mistakes(self.evaluated)

    @Slot(int)
    def _on_point_chosen(self, row: int) -> None:
        if self.evaluated:
            words = self.images.words_of(self.evaluated, row)
            self.image_chosen.emit(self.evaluated.images[row], words)

    @Slot()
    def _renew(self) -> None:
        """Evaluate what answers now, where that can be seen and nobody waits for a training."""
        self._tell()
        is_new = self._asked != self._subject and self._model.source is not None
        if is_new and self.isVisible() and self._is_played_back:
            self._resting.start()
            return
        is_first = self.evaluated is None and not self._question.is_awaited
        if is_new and self.isVisible() and (self._model.trainer.is_free or is_first):
            self.evaluate()

    @Slot()
    def _on_reported(self) -> None:
        """Know that the model that answers has learned, if it is the one that is trained."""
        run, source = self._model.trainer.run, self._model.source
        if run and source and source.run == run.number:
            self._asked = self._shown = None
            self._tell()
