"""Does a lesson's trainings in the Train panel, one after the other, as its reader would.

The panel's own settings are put back when the last one has ended, and so are the ticks of the runs
that were compared.
"""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from desktop.lessons import questions
from desktop.runs.run_list import Run as Trained
from desktop.training.page import TrainingPage
from desktop.worker.messages import Outcome, RunStart
from desktop.worker.run_state import Event, State
from engine.errors import ConfigError
from engine.lessons.lab import Run, RunRecord
from engine.reports import Advice, EpochReport, Report, StepReport


class Gathered:
    """What one training has told so far. `name` is its word in the lesson."""

    def __init__(self, run: Run, name: str) -> None:
        self.run, self.name = run, name
        self.batches = 1  # in an epoch
        self.losses: list[np.ndarray] = []
        self.epochs: list[EpochReport] = []
        self.diverged = ""

    @property
    def loss(self) -> np.ndarray:
        """Every batch's loss, float32 (batches,)."""
        return np.concatenate([*self.losses, np.empty(0, np.float32)], dtype=np.float32)

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

    Signals: `progressed()` there is more to draw; `finished(dict[str, RunRecord])`;
    `broke_off(str)` a sentence for people.
    """

    progressed = Signal()
    finished = Signal(object)
    broke_off = Signal(str)

    def __init__(self, training: TrainingPage, words: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._training, self._words = training, words
        self._controller = training.controller
        self._waiting: list[Run] = []
        self._records: dict[str, RunRecord] = {}
        self._numbers: set[int] = set()
        self._compared: list[Trained] = []
        self.is_running = False
        self.gathered: list[Gathered] = []
        worker = self._controller.worker
        worker.run_started.connect(self._on_run_started)
        worker.reported.connect(self._on_reported)
        worker.advised.connect(self._on_advised)
        self._controller.run_ended.connect(self._on_run_ended)

    @property
    def is_free(self) -> bool:
        """Whether no training is under way, of whoever, and no lesson is between two of them."""
        return self._controller.state is State.IDLE and not self._training.is_taught

    @property
    def left(self) -> int:
        """How many trainings are still to begin."""
        return len(self._waiting)

    def start(self, runs: tuple[Run, ...]) -> None:
        """Do these trainings; the window must be free."""
        try:
            self._training.panel.settings.lend()
        except ConfigError as error:  # something half typed, which could not be put back
            self.broke_off.emit(str(error))
            return
        self.is_running = self._training.is_taught = True
        self._waiting, self._records, self.gathered = list(runs), {}, []
        self._numbers, self._compared = set(), self._own_compared()
        self._begin_next()

    def stop(self) -> None:
        """End the training under way and those to come, or whichever is in the way."""
        self._waiting.clear()
        if self._controller.allows(Event.STOP):
            self._controller.stop()

    def _own_compared(self) -> list[Trained]:
        """Return the runs that were ticked on purpose: not a lone one, nor another lesson's."""
        shown = self._training.curves.log.shown
        return [run for run in shown if not run.taught] if len(shown) > 1 else []

    def _begin_next(self) -> None:
        run = self._waiting.pop(0)
        settings = self._training.panel.settings
        settings.dataset.choose(run.dataset)
        settings.show_config(run.config)
        self.gathered.append(Gathered(run, self._words[f"run_{run.name}"]))
        self.progressed.emit()
        self._training.train()
        if self._controller.state is State.IDLE:
            self._break_off(self.tr("The training could not begin; the message above says why."))

    def _end(self) -> None:
        self._training.panel.settings.take_back()
        self.is_running = self._training.is_taught = False
        for run in self._compared:
            run.shown = True
        self._show_ticks()

    @Slot(object)
    def _on_run_started(self, start: RunStart) -> None:
        if not self.is_running:
            return
        self.gathered[-1].batches = start.batches
        self._numbers.add(start.number)
        for run in self._training.curves.log.runs:
            run.shown = run.number in self._numbers
            if run.number == start.number:
                run.name, run.taught = self.gathered[-1].name, True
        self._show_ticks()

    def _show_ticks(self) -> None:
        self._training.runs.refresh()
        self._training.curves.wake()

    @Slot(object)
    def _on_reported(self, reports: tuple[Report, ...]) -> None:
        if self.is_running:
            self.gathered[-1].add(reports)
            self.progressed.emit()

    @Slot(object)
    def _on_advised(self, advice: Advice) -> None:
        if self.is_running:
            self.gathered[-1].diverged = advice.message

    @Slot(object)
    def _on_run_ended(self, outcome: Outcome) -> None:
        if not self.is_running:
            return
        if outcome is Outcome.STOPPED:
            self._break_off(self.tr("Stopped before the last training was done."))
            return
        inquiry = self._controller.inquiries.ask(questions.weights_moved)
        inquiry.answered.connect(self._on_moved)
        inquiry.failed.connect(self._break_off)

    @Slot(object)
    def _on_moved(self, moved: object) -> None:
        gathered = self.gathered[-1]
        if not gathered.epochs and not gathered.diverged:
            self._break_off(self.tr("The training failed; the message above says why."))
            return
        self._records[gathered.run.name] = gathered.record(moved=bool(moved))
        if self._waiting:
            self._begin_next()
            return
        self._end()
        self.finished.emit(self._records)

    @Slot(str)
    def _break_off(self, sentence: str) -> None:
        self._waiting.clear()
        self._end()
        self.broke_off.emit(sentence)
