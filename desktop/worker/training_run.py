"""One run, from the reading of its data to its end, in a thread of its own.

The thread owns the learner. What others see of it are frozen copies that it makes between two
batches, and replaces as wholes: the answerer's weights, and `snapshot`.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread

from desktop.worker.answering import Answerer, epoch_and_batch
from desktop.worker.last_dataset import LastDataset
from desktop.worker.messages import Outcome, RunRequest, RunStart, Source, Stretch
from desktop.worker.reporting import Reporting, RunKeeping
from desktop.worker.to_window import Reported, Told
from desktop.worker.to_worker import GoOn, Look, Pause, RunWish, Save, SetLr, Stop
from engine.errors import DataError, TrainingDiverged
from engine.reports import EpochReport, Report, StepReport

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner

_NICENESS = 5  # where the machine is busy, drawing and questions go before learning
_FRESH_S = 0.05  # where epochs take a few milliseconds, copies of the learner would be half of it
_COPIES = 3  # of the weights: the snapshot's, the answerer's, and what is being kept
_STACK_BYTES = 16 * 2**20  # macOS gives a thread half a megabyte, too little for torch


@dataclass(frozen=True)
class Begun:
    """A run has its first weights; it stands still until it is told to go on."""

    run: "TrainingRun"
    start: RunStart


@dataclass(frozen=True)
class Held:
    """A run stands still after a batch or an epoch."""

    run: "TrainingRun"


@dataclass(frozen=True)
class Over:
    """A run's thread has come to its end; the error is why it failed."""

    run: "TrainingRun"
    outcome: Outcome
    error: Exception | None = None


class _Left(Exception):
    """The run was ended by others while it validated: nobody listens any more."""


class TrainingRun(QThread):
    """Drives `fit()`, and does between two batches what is wished.

    `on_event` is told Begun, Held and Over, `on_snapshot` of a snapshot that was wished for, both
    in this thread. `answerer` and `snapshot` are there from Begun on.
    """

    answerer: Answerer
    snapshot: "Learner"

    def __init__(
        self,
        number: int,
        request: RunRequest,
        datasets: LastDataset,
        tell: Callable[[Told], None],
        on_event: Callable[[Begun | Held | Over], None],
        on_snapshot: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setStackSize(_STACK_BYTES)
        self.number, self.request = number, request
        self._datasets, self._on_event, self._on_snapshot = datasets, on_event, on_snapshot
        self._reporting = Reporting(lambda reports: tell(Reported(reports)))
        self.keeping = RunKeeping(tell)
        self._wishes: SimpleQueue[RunWish | Look | Save] = SimpleQueue()
        self._validating: SimpleQueue[Learner] = SimpleQueue()  # holds one meanwhile
        self._is_stopping, self._stands_still = False, True
        self._looked_at, self._stretch = 0.0, request.stretch

    def begin(self) -> None:
        """Start the thread."""
        self.start(QThread.Priority.LowPriority)

    def wish(self, wish: RunWish | Look | Save) -> None:
        """Let it be done after the batch of the moment."""
        self._is_stopping |= isinstance(wish, Stop)
        self._wishes.put(wish)

    def leave_validation(self) -> bool:
        """Let the validation under way, if there is one, be for nobody; tell whether it is so.

        No more is heard of the run then. Its weights are those of `snapshot`.
        """
        if (left := self._out_of_validation()) is not None:
            self.snapshot = left
        return left is not None

    def settle(self, *, diverged: bool) -> "Classifier":
        """Return the model of a run that is over, and let it answer as it is."""
        self._reporting.tell()  # where it was left in a validation, whose thread tells no more
        classifier = self.snapshot.classifier()
        self.answerer.settle(classifier, *epoch_and_batch(self.snapshot), diverged=diverged)
        return classifier

    def run(self) -> None:
        if sys.platform == "linux":  # there a thread has one of its own; Qt sees to it elsewhere
            os.nice(_NICENESS)
        try:
            outcome = self._read_and_train()
        except _Left:
            self.keeping.end(Outcome.STOPPED)
        except Exception as error:  # the worker's border
            self._end(Outcome.FAILED, error)
        else:
            self._end(outcome)

    def _end(self, outcome: Outcome, error: Exception | None = None) -> None:
        self._reporting.tell()
        self.keeping.end(outcome, diverged=isinstance(error, TrainingDiverged))
        self._on_event(Over(self, outcome, error))

    def _read_and_train(self) -> Outcome:
        from engine.learner import Learner
        from engine.room.needs import check_room

        try:
            dataset = self._datasets.wait_for(self.request.dataset, lambda: not self._is_stopping)
        except DataError:
            if self._is_stopping:
                return Outcome.STOPPED
            raise
        check_room(self.request.config, len(dataset.classes), len(dataset.train), _COPIES)
        learner = Learner(dataset, self.request.config)
        learner.threads.leave_core()
        self.keeping.begin(self.request, learner)
        self._look_at(learner)
        source = Source.of_run(self.number, self.request, dataset.classes)
        self.answerer = Answerer(learner.classifier(), source)
        start = RunStart.of(self.number, self.request, learner, self.keeping.id)
        self._reporting.begin_with(self.keeping.reports() if self.request.continues else ())
        self._on_event(Begun(self, start))
        try:
            return self._train(learner)
        except TrainingDiverged:
            self.snapshot = learner
            raise

    def _train(self, learner: "Learner") -> Outcome:
        reports, outcome = learner.fit_when(self._wants_report), Outcome.STOPPED
        validates = False
        while self._do_wishes(learner):
            report = self._validate(learner, reports) if validates else next(reports, None)
            if report is None:
                outcome = Outcome.FINISHED
                break
            self.keeping.add(report)
            self._reporting.add(report)
            ends_epoch = learner.step % len(learner.batches) == 0
            validates = isinstance(report, StepReport) and ends_epoch
            if isinstance(report, EpochReport) and report.epoch == report.epochs:
                outcome = Outcome.FINISHED
                break
            if self._ends_stretch(report, ends_epoch=ends_epoch):
                self._stand_still(learner)
                self._on_event(Held(self))
            self._reporting.tell(at_once=False)
            if self.answerer.was_asked:
                self._show_weights(learner)
        self.snapshot = learner  # nobody changes it any more
        return outcome

    def _wants_report(self) -> bool:
        """Tell whether anything is to be done after the batch of the moment."""
        is_due = self._reporting.is_due() or self.keeping.is_due()
        return self._stretch is Stretch.BATCH or is_due or not self._wishes.empty()

    def _do_wishes(self, learner: "Learner") -> bool:
        """Do what was wished since the last batch, as long as the run stands still: wait for more.

        Return whether it goes on.
        """
        while self._stands_still or not self._wishes.empty():
            match self._wishes.get():
                case Stop():
                    return False
                case Pause():
                    self._stand_still(learner)
                case GoOn(stretch):
                    self._stretch, self._stands_still = stretch, False
                case SetLr(lr):
                    learner.lr = lr
                case Look():
                    self._look_at(learner)
                    self._on_snapshot()
                case Save(is_done):
                    self.keeping.hold()
                    is_done.put(None)
        return True

    def _validate(self, learner: "Learner", reports: Iterator[Report]) -> Report | None:
        """Let the epoch's report be made, unless others end the run meanwhile."""
        if time.monotonic() - self._looked_at >= _FRESH_S:
            self._look_at(learner)  # the weights stay these: nobody has to wait for the end
        self._validating.put(learner)
        try:
            return next(reports, None)
        finally:
            if self._out_of_validation() is None:  # others have left it
                raise _Left from None

    def _out_of_validation(self) -> "Learner | None":
        try:
            return self._validating.get_nowait()
        except Empty:
            return None

    def _ends_stretch(self, report: Report, *, ends_epoch: bool) -> bool:
        """Tell whether to stand still now; an epoch's last batch brings a second report."""
        if isinstance(report, EpochReport):
            return self._stretch is not Stretch.RUN
        return self._stretch is Stretch.BATCH and not ends_epoch

    def _stand_still(self, learner: "Learner") -> None:
        self._stands_still = True
        self._reporting.tell()
        self._show_weights(learner)

    def _show_weights(self, learner: "Learner") -> None:
        """Let the sketch be read with a copy of the weights as they are now."""
        self.answerer.renew(learner.classifier(), learner.epochs_done)

    def _look_at(self, learner: "Learner") -> None:
        from engine.analysis.snapshot import snapshot

        self.snapshot = snapshot(learner)
        self._looked_at = time.monotonic()
