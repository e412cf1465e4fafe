"""Measures what is missing of the curves that are looked at, a point at a time."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.app_model import AppModel
from desktop.evaluate.robustness.kept_curves import KeptCurves
from desktop.evaluate.robustness.questions import Began, Measured, Runs, measure_curves
from desktop.evaluate.robustness.subjects import Subject, subjects_of
from desktop.evaluate.robustness.words import subject_words
from desktop.i18n.engine_words import in_words
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest
from engine.analysis.distortions import DISTORTIONS, coarse_first
from engine.words.message import Message


class Measuring(QObject):
    """`subjects` are the networks that are compared, `kept` what is known of them.

    It works only while `watched` can be seen, and is told so. Signals: `subjects_changed()`;
    `advanced()` another point is there, or it began or ended.
    """

    subjects_changed = Signal()
    advanced = Signal()

    def __init__(self, model: AppModel, watched: QWidget) -> None:
        super().__init__(watched)
        self.kept, self.subjects = KeptCurves(), tuple[Subject, ...]()
        self.done, self.whole = 0, 0
        self.problem = ""  # why some of them can't be measured
        self.is_stopped = False
        self._model, self._watched = model, watched
        self._distortion = next(iter(DISTORTIONS))
        self._asked: tuple[Subject, ...] = ()
        self._asked_for: object = None
        self._source: DataSource = model.datasets.chosen
        self._question = Newest(model.questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.failed.connect(self._on_failed)
        self._question.ended.connect(self.advanced)
        model.source_changed.connect(self.go_on)
        model.runs_changed.connect(self.go_on)
        model.datasets.chosen_changed.connect(self.go_on)

    @property
    def source(self) -> DataSource:
        """Where the validation images are from."""
        return self._source

    @property
    def is_under_way(self) -> bool:
        return self._question.is_awaited

    @property
    def runs(self) -> Runs:
        """The networks, as the worker knows them."""
        return tuple(subject.run for subject in self.subjects)

    def choose(self, distortion: str) -> None:
        """Measure along this one from now on."""
        self._distortion, self.is_stopped = distortion, False
        self._measure()

    @Slot()
    def go_on(self) -> None:
        """Look who is to be measured by now, and measure what is missing."""
        if not self._watched.isVisible():
            return
        self._look(anew=False)
        self._measure()

    def measure_again(self) -> None:
        """Measure what was stopped, or all of this distortion with the weights of the moment."""
        was_stopped, self.is_stopped = self.is_stopped, False
        if not was_stopped:
            self._look(anew=True)
            for subject in self.subjects:
                self.kept.forget(subject.key)
        self._measure()

    def stop(self) -> None:
        """Measure no further until it is asked for again."""
        self.is_stopped = True
        self.rest()

    def rest(self) -> None:
        """Measure no further until somebody looks again."""
        self._question.cancel()
        self.advanced.emit()

    def _look(self, *, anew: bool) -> None:
        model, source, trainer = self._model, self._model.datasets.chosen, self._model.trainer
        learning = trainer.run.number if trainer.run and not trainer.is_free else None
        before = () if anew else self.subjects
        found = subjects_of(model.runs.shown, model.source, before, learning)
        if (found, source) != (self.subjects, self._source):
            self.subjects, self._source, self.is_stopped = found, source, False
            self._question.cancel()
            self.subjects_changed.emit()

    def _measure(self) -> None:
        """Ask for what is missing, unless that is on its way."""
        name, source = self._distortion, self._source
        todo = tuple(s for s in self.subjects if self.kept.missing(s.key, source, name))
        wanted = (todo, source, name)
        if self._question.is_awaited and wanted == self._asked_for:
            return
        self._question.cancel()
        if todo and not self.is_stopped and self._watched.isVisible():
            self._asked, self._asked_for, self.problem = todo, wanted, ""
            for subject in todo:
                if subject.learns:  # its weights are others by now
                    self.kept.forget_curve(subject.key, source, name)
            amounts = {a for s in todo for a in self.kept.missing(s.key, source, name)}
            self.done, self.whole = 0, len(amounts)
            ordered = tuple(a for a in coarse_first(DISTORTIONS[name].amounts) if a in amounts)
            runs = tuple(subject.run for subject in todo)
            self._question.ask(measure_curves(runs, source, name, ordered))
        self.advanced.emit()

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        if isinstance(answer, Began):
            self._on_began(answer)
        elif isinstance(answer, Measured):
            self.done += 1
            for subject, stood in zip(self._asked, answer.stood, strict=True):
                if stood:
                    self.kept.note(
                        subject.key, self._source, self._distortion, answer.amount, stood
                    )
        self.advanced.emit()

    def _on_began(self, began: Began) -> None:
        if self.kept.begin(self._source, began.images):
            self._question.cancel()
            self._measure()
            return
        problems = []
        for subject, told in zip(self._asked, began.networks, strict=True):
            if isinstance(told, Message):
                problems.append(f"{subject_words(subject)}: {in_words(told)}")
            else:
                self.kept.augmentations[subject.key] = told
        self.problem = " ".join(problems)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.problem = sentence
        self.advanced.emit()
