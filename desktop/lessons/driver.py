"""Has a lesson's trainings done, one after the other, with the lesson's own settings."""

from collections.abc import Mapping
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from desktop.app_model import AppModel
from desktop.lessons import questions
from desktop.worker.messages import Origin, Outcome, RunRequest, RunStart
from desktop.worker.questions import Newest
from engine.lessons.figures import Curve
from engine.lessons.lab import Run, RunRecord
from engine.reports import Advice, EpochReport, Report, StepReport

_MOST_POINTS = 500  # of a curve


class Gathered:
    """What one training has told so far. `name` is its word in the lesson."""

    def __init__(self, run: Run, name: str) -> None:
        self.run, self.name = run, name
        self.batches = 1  # in an epoch
        self.losses: list[np.ndarray] = []
        self.epochs: list[EpochReport] = []
        self.diverged = False

    @property
    def loss(self) -> np.ndarray:
        """Every batch's loss, float32 (batches,)."""
        return np.concatenate([*self.losses, np.empty(0, np.float32)], dtype=np.float32)

    @property
    def together(self) -> int:
        """How many losses are shown as their mean: one by one they'd be a solid block."""
        return max(1, -(-sum(map(len, self.losses)) // _MOST_POINTS))

    def loss_curve(self) -> Curve:
        """Return the losses so far, or the means of a few each, along the epochs."""
        losses = self.loss
        starts = np.arange(0, len(losses), self.together)
        counts = np.diff(starts, append=len(losses))
        means = np.add.reduceat(losses, starts) / counts
        return self._curve((starts + counts) / self.batches, means)

    def accuracy_curve(self) -> Curve:
        """Return the validation accuracy after each epoch, in per cent."""
        epochs = np.array([epoch.epoch for epoch in self.epochs], float)
        return self._curve(epochs, np.array([100 * epoch.valid_accuracy for epoch in self.epochs]))

    def _curve(self, x: np.ndarray, y: np.ndarray) -> Curve:
        run = self.run
        return Curve(self.name, x, y, run.dashed, color=run.color, look=run.look)

    @property
    def share(self) -> float:
        """How much of the training is done, 0 to 1."""
        done = sum(map(len, self.losses))
        return min(1.0, done / (self.batches * self.run.config.epochs))

    def add(self, reports: tuple[Report, ...]) -> None:
        for report in reports:
            if isinstance(report, StepReport):
                self.losses.append(report.losses)
            else:
                self.epochs.append(report)

    def record(self, *, moved: bool) -> RunRecord:
        return RunRecord(self.loss, tuple(self.epochs), self.diverged, moved)


class RunDriver(QObject):
    """`gathered` are the trainings so far, the one under way last.

    They are asked for as one series: nobody else's training comes between two of them. Signals:
    `progressed()` there is more to draw; `finished(dict[str, RunRecord])`; `broke_off(str)` a
    sentence for people.
    """

    progressed = Signal()
    finished = Signal(object)
    broke_off = Signal(str)

    def __init__(self, model: AppModel, words: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._trainer = model.trainer
        self._words = words
        self._question = Newest(model.questions, self)
        self._question.answered.connect(self._on_moved)
        self._question.failed.connect(self._break_off)
        self._waiting: list[Run] = []
        self._records: dict[str, RunRecord] = {}
        self._request: RunRequest | None = None  # of the training under way or the last one
        self.number: int | None = None  # of its run, once that has begun
        self.is_running = False
        self.gathered: list[Gathered] = []
        self._trainer.run_started.connect(self._on_run_started)
        self._trainer.reported.connect(self._on_reported)
        self._trainer.advised.connect(self._on_advised)
        self._trainer.run_ended.connect(self._on_run_ended)

    @property
    def left(self) -> int:
        """How many trainings are still to begin."""
        return len(self._waiting)

    def start(self, runs: tuple[Run, ...]) -> None:
        """Do these trainings; no other may be under way."""
        self.is_running = True
        self._waiting, self._records, self.gathered = list(runs), {}, []
        self._begin_next()

    @Slot()
    def stop(self) -> None:
        """End the training under way and those to come, where they are the lesson's own."""
        if self._trains:
            self._trainer.stop()

    def _begin_next(self) -> None:
        run = self._waiting.pop(0)
        name = self._words[f"run_{run.name}"]
        self.gathered.append(Gathered(run, name))
        self.progressed.emit()
        self.number = None
        self._request = RunRequest(run.dataset, run.config, origin=Origin.LESSON, name=name)
        self._trainer.start(self._request, more_follow=bool(self._waiting))

    @property
    def _trains(self) -> bool:
        """Whether it is the lesson's own training of which there is news."""
        return self.is_running and self._trainer.request is self._request

    @Slot(object)
    def _on_run_started(self, start: RunStart) -> None:
        if self._trains:
            self.gathered[-1].batches = start.batches
            self.number = start.number

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        if self._trains:
            self.gathered[-1].add(reports)
            self.progressed.emit()

    @Slot(object)
    def _on_advised(self, advice: Advice) -> None:
        if self._trains:
            self.gathered[-1].diverged = True

    @Slot(object, object)
    def _on_run_ended(self, request: RunRequest, outcome: Outcome) -> None:
        if not self.is_running or request is not self._request:
            return
        if outcome is Outcome.STOPPED:
            self._break_off(self.tr("Stopped before the last run was finished."))
        elif self.number is None or not (self.gathered[-1].epochs or self.gathered[-1].diverged):
            self._break_off(self.tr("The training failed; the message above says why."))
        else:
            self._question.ask(partial(questions.weights_moved, self.number))

    @Slot(object)
    def _on_moved(self, moved: object) -> None:
        gathered = self.gathered[-1]
        self._records[gathered.run.name] = gathered.record(moved=bool(moved))
        if self._waiting:
            self._begin_next()
            return
        self.is_running = False
        self.finished.emit(self._records)

    @Slot(str)
    def _break_off(self, sentence: str) -> None:
        if not self.is_running:
            return
        self._question.cancel()
        self._waiting.clear()
        self.is_running = False
        self._trainer.end_series()
        self.broke_off.emit(sentence)
