"""The worker: the one object that lives in the other thread. It owns the learner and the models.

Training is a generator that is turned a few milliseconds at a time; between two turns the thread's
event loop delivers the window's wishes. Nothing here touches a widget.
"""

import functools
import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.inquiries import Desk
from desktop.messages import Kind, Outcome, Reading, RunRequest, RunStart, Source
from desktop.torch_libraries import load_without_the_lock
from engine.data.splits import Dataset
from engine.datasets import load_dataset
from engine.errors import InkgradError
from engine.prediction import Prediction
from engine.reports import EpochReport, Report

if TYPE_CHECKING:
    from engine.classifier import Classifier
    from engine.learner import Learner

TURN_S = 0.008  # how long a wish may have to wait
Predict = Callable[[NDArray[np.uint8]], Prediction]
_log = logging.getLogger(__name__)


class Turn(Enum):
    """Why a turn is over."""

    OUT_OF_TIME = auto()
    ONE_BATCH_DONE = auto()
    RUN_DONE = auto()


def _guarded(*, ends_run: bool) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let no exception leave a slot: it becomes a sentence, and may be the end of the run."""

    def guard(slot: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(slot)
        def guarded(worker: "Worker", *args: Any) -> None:
            try:
                slot(worker, *args)
            except Exception as error:
                worker.tell_failure(error)
                if ends_run:
                    worker.end_run(Outcome.FAILED)

        return guarded

    return guard


class Worker(QObject):
    """Reads sketches and trains, both when asked and both in its own thread.

    Signals: `source_changed(Source)` another model answers from now on; `read(Reading)`;
    `run_started(RunStart)`; `reported(tuple[Report, ...])`; `held()` after a single batch;
    `run_ended(Outcome)`; `failed(str)` a sentence for people.
    """

    source_changed = Signal(object)
    read = Signal(object)
    run_started = Signal(object)
    reported = Signal(object)
    held = Signal()
    run_ended = Signal(object)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._on_turn)
        self._source: Source | None = None
        self._predict: Predict | None = None
        self.learner: Learner | None = None
        self._starter: Classifier | None = None
        self.desk = Desk(self, self.sentence, self)
        self._reports: Iterator[Report] | None = None
        self._one_batch = False
        self._dataset: Dataset | None = None

    @Slot()
    @_guarded(ends_run=False)
    def warm_up(self) -> None:
        """Load torch and the model that answers until one is trained here."""
        load_without_the_lock()
        from engine.classifier import Classifier
        from engine.device import choose_device, use_threads

        use_threads(choose_device("cpu"))
        try:
            starter = self._starter = Classifier.starter("mnist")
            self._answer_with(starter.predict, Source(Kind.STARTER, "mnist", starter.classes))
        except InkgradError:
            from engine.similarity import PixelSimilarity

            sample = load_dataset("mnist_sample")
            means = PixelSimilarity.of(sample.train, sample.classes)
            self._answer_with(means.predict, Source(Kind.SIMILARITY, sample.name, sample.classes))

    @Slot(int, object)
    @_guarded(ends_run=False)
    def answer(self, number: int, image: NDArray[np.uint8]) -> None:
        """Read one 28x28 with the model of the moment."""
        prediction = None
        try:
            prediction = self._predict(image) if self._predict else None
        finally:
            self.read.emit(Reading(number, prediction, self._source))

    @Slot(object)
    @_guarded(ends_run=True)
    def start(self, request: RunRequest) -> None:
        """Begin a run from new weights."""
        from engine.learner import Learner

        learner = Learner(self.load(request.dataset), request.config)
        self.learner = learner
        self._reports = learner.fit()
        self._one_batch = request.one_batch
        self.run_started.emit(_run_start(learner))
        source = Source(Kind.RUN, request.config.model, learner.dataset.classes)
        self._answer_with(learner.predict, source)
        self._turns.start()

    @Slot()
    def pause(self) -> None:
        """Stand still after the batch of the moment."""
        self._turns.stop()

    @Slot()
    def resume(self) -> None:
        if self._reports:
            self._one_batch = False
            self._turns.start()

    @Slot()
    def step(self) -> None:
        """Do one batch, then stand still."""
        if self._reports:
            self._one_batch = True
            self._turns.start()

    @Slot()
    def stop(self) -> None:
        """End the run; what it learned goes on answering."""
        if self._reports:
            self.end_run(Outcome.STOPPED)

    @Slot(float)
    def set_lr(self, lr: float) -> None:
        """Change the learning rate of the run under way."""
        if self.learner and self._reports:
            self.learner.lr = lr

    @Slot()
    def leave(self) -> None:
        """End the run and the thread."""
        self._turns.stop()
        self._reports = None
        self.thread().quit()

    def tell_failure(self, error: Exception) -> None:
        """Let the window know what went wrong."""
        self.failed.emit(self.sentence(error))

    def sentence(self, error: Exception) -> str:
        """Return the engine's own sentence, or say that we don't know this error."""
        if isinstance(error, InkgradError):
            return str(error)
        _log.error("The worker met an error that it doesn't know", exc_info=error)
        return f"Something went wrong inside Inkgrad: {error!r}. Your sketch is kept."

    @property
    def classifier(self) -> "Classifier | None":
        """A copy of the model trained here, or else the starter."""
        return self.learner.classifier() if self.learner else self._starter

    def end_run(self, outcome: Outcome) -> None:
        """Let go of the run; its model goes on answering."""
        self._turns.stop()
        self._reports = None
        if self._source:
            self.source_changed.emit(self._source)
        self.run_ended.emit(outcome)

    @Slot()
    @_guarded(ends_run=True)
    def _on_turn(self) -> None:
        made: list[Report] = []
        try:
            turn = self._take_turn(made)
        finally:
            if made:
                self.reported.emit(tuple(made))
        if turn is Turn.RUN_DONE:
            self.end_run(Outcome.FINISHED)
        elif turn is Turn.ONE_BATCH_DONE:
            self._turns.stop()
            self.held.emit()

    def _take_turn(self, made: list[Report]) -> Turn:
        """Train for a moment and add the reports to `made`."""
        assert self._reports is not None
        until = time.perf_counter() + TURN_S
        while time.perf_counter() < until:
            report = next(self._reports, None)
            if report is None:
                return Turn.RUN_DONE
            made.append(report)
            if isinstance(report, EpochReport) and self._source:
                self._source = replace(self._source, epoch=report.epoch)
            if self._one_batch and self._is_last_of_batch(report):
                return Turn.ONE_BATCH_DONE
        return Turn.OUT_OF_TIME

    def _is_last_of_batch(self, report: Report) -> bool:
        """Tell whether nothing more comes of this batch: an epoch's last brings a second report."""
        assert self.learner is not None
        ends_epoch = self.learner.step % len(self.learner.batches) == 0
        return isinstance(report, EpochReport) or not ends_epoch

    def load(self, name_or_path: str | Path) -> Dataset:
        """Read a dataset; the bundled one of the last run is still at hand."""
        if not (self._dataset and self._dataset.name == name_or_path):
            self._dataset = load_dataset(name_or_path)
        return self._dataset

    def _answer_with(self, predict: Predict, source: Source) -> None:
        self._predict, self._source = predict, source
        self.source_changed.emit(source)


def _run_start(learner: "Learner") -> RunStart:
    dataset = learner.dataset
    return RunStart(
        dataset=dataset.name,
        classes=dataset.classes,
        config=learner.config,
        train_images=len(dataset.train),
        valid_images=len(dataset.valid),
        batches=len(learner.batches),
        device=learner.device.device,
        device_reason=learner.device.reason,
    )
