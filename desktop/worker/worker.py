"""The worker: it owns the learner and the models, in a process of its own (see `process`).

Training is a generator that is turned a few milliseconds at a time; between two turns the event
loop delivers the window's wishes. Nothing here touches a widget.
"""

import time
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QTimer, Slot

from desktop.worker.answering import Answering, Predict
from desktop.worker.guard import guarded, sentence
from desktop.worker.last_dataset import RUN, LastDataset
from desktop.worker.messages import Kind, Outcome, Reading, RunRequest, RunStart, Source, Stretch
from desktop.worker.questions import Desk
from desktop.worker.reporting import Reporting
from desktop.worker.signals import WorkerSignals
from engine.data.splits import Dataset
from engine.errors import DataError, InkgradError, TrainingDiverged
from engine.reports import Advice, EpochReport, Report

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner

TURN_S = 0.008  # how long a wish may have to wait


class Turn(Enum):
    """Why a turn is over."""

    OUT_OF_TIME = auto()
    STRETCH_DONE = auto()
    RUN_DONE = auto()


class Worker(WorkerSignals):
    """Reads sketches, trains and answers inquiries; its slots are the window's wishes.

    `answer` is called from another thread, so that a sketch needn't wait for a whole validation.
    """

    def __init__(self, runs: int = 0) -> None:
        """Make a worker whose runs are counted on from `runs`."""
        super().__init__()
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._on_turn)
        self._answering = Answering()
        self.learner: Learner | None = None
        self._starter: Classifier | None = None
        self.notes: dict[str, object] = {}
        self._desk = Desk(self, sentence, self)
        self._desk.answered.connect(self.answered)
        self._desk.ended.connect(self.ended)
        self.ask = self._desk.answer
        self._reports: Iterator[Report] | None = None
        self._reporting = Reporting(self.reported.emit)
        self._stretch = Stretch.RUN
        self._runs = runs
        self.last_dataset = LastDataset(self.loading.emit)

    @Slot()
    @guarded(ends_run=False)
    def warm_up(self) -> None:
        """Load the model that answers until one is trained here."""
        from engine.device import choose_device, use_threads
        from engine.inference.classifier import Classifier

        use_threads(choose_device("cpu"))
        try:
            starter = self._starter = Classifier.starter("mnist")
            self._follow(starter.predict, Source(Kind.STARTER, "mnist", starter.classes))
        except InkgradError:
            from engine.inference.similarity import PixelSimilarity

            sample = self.load("mnist_sample")
            means = PixelSimilarity.of(sample.train, sample.classes)
            self._follow(means.predict, Source(Kind.SIMILARITY, sample.name, sample.classes))

    @Slot(int, object)
    @guarded(ends_run=False)
    def answer(self, number: int, image: NDArray[np.uint8]) -> None:
        """Read one 28x28 with the model of the moment."""
        reading = Reading(number, None, self._answering.source)
        try:
            reading = self._answering.read(number, image)
        finally:
            self.read.emit(reading)

    @Slot(object)
    @guarded(ends_run=True)
    def start(self, request: RunRequest) -> None:
        """Begin a run from new weights."""
        from engine.learner import Learner

        try:
            dataset = self.load(request.dataset)
        except DataError:
            if self.last_dataset.refuses():
                self.end_run(Outcome.STOPPED)
                return
            self.dataset_refused.emit(request.dataset)
            raise
        learner = Learner(dataset, request.config)
        self.learner = learner
        self._reports = learner.fit()
        self._stretch = request.stretch
        self._runs += 1
        self.run_started.emit(RunStart.of(self._runs, request, learner))
        source = Source(
            Kind.RUN,
            request.config.model,
            dataset.classes,
            origin=request.origin,
            run=self._runs,
            run_name=request.name,
        )
        self._follow(learner.classifier().predict, source)
        self._turns.start()

    @Slot()
    def pause(self) -> None:
        """Stand still after the batch of the moment."""
        self._turns.stop()
        self._reporting.tell()
        self._show_weights()

    @Slot(object)
    def go_on(self, stretch: Stretch) -> None:
        """Learn on for a batch, an epoch, or the rest of the run."""
        if self._reports:
            self._stretch = stretch
            self._turns.start()

    @Slot()
    def stop(self) -> None:
        """End the run; what it learned goes on answering."""
        self.last_dataset.allow()  # there is no run any more that might be refused its data
        if self._reports:
            self.end_run(Outcome.STOPPED)

    @Slot(int)
    def cancel(self, number: int) -> None:
        """Answer an inquiry no further."""
        self._desk.cancel(number)
        self.last_dataset.allow(number)

    @Slot(float)
    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the run under way."""
        if self.learner and self._reports:
            self.learner.lr = lr

    @Slot()
    def leave(self) -> None:
        """End the run and the event loop."""
        self._turns.stop()
        self._reports = None
        QCoreApplication.quit()

    def tell_failure(self, error: Exception) -> None:
        """Let the window know what went wrong."""
        if isinstance(error, TrainingDiverged):
            self._answering.tell_diverged()
            self.advised.emit(Advice(str(error), error.fix))
        else:
            self.failed.emit(sentence(error))

    @property
    def classifier(self) -> "Classifier | None":
        """A copy of the model trained here, or whoever else answers."""
        if self._answering.fixed:
            return self._answering.fixed
        return self.learner.classifier() if self.learner else self._starter

    @property
    def kept(self) -> "dict[int, Classifier]":
        """The models of the ended runs, by the runs' numbers."""
        return self._answering.kept

    def answer_with(self, classifier: "Classifier", source: Source) -> None:
        """Let this model answer for the sketch, until another does."""
        self._answering.fix(classifier, source)
        self.source_changed.emit(source)

    def load(self, name_or_path: str | Path) -> Dataset:
        """Read a dataset; the bundled one of the last run is still at hand."""
        return self.last_dataset.load(name_or_path, self._desk.at_work or RUN)

    def fail_run(self) -> None:
        """End the run that can't go on."""
        self.end_run(Outcome.FAILED)

    def end_run(self, outcome: Outcome) -> None:
        """Let go of the run; its model is kept and goes on answering."""
        self._turns.stop()
        self._reporting.tell()
        self.last_dataset.allow()
        if self.learner and self._reports:
            self._show_weights()
            if outcome is not Outcome.FAILED:
                self.kept[self._runs] = self.learner.classifier()
        self._reports = None
        if self._answering.source:
            self.source_changed.emit(self._answering.source)
        self.run_ended.emit(outcome)

    @Slot()
    @guarded(ends_run=True)
    def _on_turn(self) -> None:
        turn = None
        try:
            turn = self._take_turn()
        finally:
            self._reporting.tell(at_once=turn is not Turn.OUT_OF_TIME)
        if turn is Turn.RUN_DONE:
            self.end_run(Outcome.FINISHED)
        elif turn is Turn.STRETCH_DONE:
            self._turns.stop()
            self._show_weights()
            self.held.emit()
        elif self._answering.was_asked:
            self._show_weights()

    def _take_turn(self) -> Turn:
        """Train for a moment."""
        assert self._reports is not None
        until = time.perf_counter() + TURN_S
        while time.perf_counter() < until:
            report = next(self._reports, None)
            if report is None:
                return Turn.RUN_DONE
            self._reporting.add(report)
            if isinstance(report, EpochReport) and report.epoch == report.epochs:
                return Turn.RUN_DONE
            if self._ends_stretch(report):
                return Turn.STRETCH_DONE
        return Turn.OUT_OF_TIME

    def _ends_stretch(self, report: Report) -> bool:
        """Tell whether to stand still now; an epoch's last batch brings a second report."""
        assert self.learner is not None
        if isinstance(report, EpochReport):
            return self._stretch is not Stretch.RUN
        ends_epoch = self.learner.step % len(self.learner.batches) == 0
        return self._stretch is Stretch.BATCH and not ends_epoch

    def _show_weights(self) -> None:
        """Let the sketch be read with a copy of the run's weights as they are now."""
        if self.learner:
            self._answering.renew(self.learner.classifier().predict, self.learner.epochs_done)

    def _follow(self, predict: Predict, source: Source) -> None:
        self._answering.follow(predict, source)
        self.source_changed.emit(source)
