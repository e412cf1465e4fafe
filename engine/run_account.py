"""What a run keeps account of from batch to batch, and the reports that are made of it."""

import time
from collections.abc import Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from torch import nn

from engine.config import TrainConfig
from engine.data.loading import Dataset
from engine.divergence import Watchdog
from engine.forward import silent_shares
from engine.reports import EpochReport, StepReport
from engine.words.message import Message

_SOME = 256  # images tell whether a layer is silent

T = TypeVar("T")


class RunAccount:
    """Counts a run's seconds, adds up its losses, and notices when it goes astray.

    `config.loss` is what "auto" stands for. `losses` are those of the epoch under way.
    """

    def __init__(self, dataset: Dataset, config: TrainConfig) -> None:
        self._config = config
        self._images = dataset.valid.images[:: max(1, len(dataset.valid) // _SOME)]
        common_share = np.bincount(dataset.valid.labels).max() / len(dataset.valid)
        self.watchdog = Watchdog(config, float(common_share))
        self._watch = Stopwatch()
        self.losses: list[NDArray[np.float32]] = []
        self.moved: Message | None = None  # the next report tells of a change of device

    @property
    def seconds(self) -> float:
        """How long the run has worked, the pauses between two reports left out."""
        return self._watch.seconds

    def go_on_from(self, seconds: float) -> None:
        """Count on from what an earlier process had counted."""
        self._watch = Stopwatch(seconds)

    def timed(self, work: Iterator[T]) -> Iterator[T]:
        """Hand on what `work` yields, and count the time that it takes to come."""
        return self._watch.timed(work)

    def steps(
        self,
        number: int,
        epoch: int,
        losses: NDArray[np.float32],
        rate: float,
        lr: float,
        threads: int = 1,
    ) -> Iterator[StepReport]:
        """Tell the losses of some batches, of which `number` was the last.

        `rate` is the learning rate of that one, `lr` the one that its schedule starts from. Where
        one went astray, those before it are told of, and then it raises TrainingDiverged.
        """
        sane = losses[: self.watchdog.count_sane(losses)]
        if len(sane):
            self.losses.append(sane)
            last = number - len(losses) + len(sane)
            yield StepReport(last, epoch, sane, rate, self.seconds, threads)
        self.watchdog.check(losses, number, lr)

    def epoch(
        self, number: int, step: int, valid: tuple[float, float], lr: float, model: nn.Sequential
    ) -> EpochReport:
        """Tell of a whole epoch; `valid` are its loss and accuracy on the validation set.

        Raises TrainingDiverged.
        """
        valid_loss, accuracy = valid
        self.watchdog.check(np.array([valid_loss], np.float32), step + 1, lr)  # as the next batch's
        train_loss = float(np.concatenate(self.losses).mean())
        self.losses.clear()
        advice = self.watchdog.advise(accuracy, train_loss, lr, lambda: self._is_silent(model))
        moved, self.moved = self.moved, None
        return EpochReport(
            number,
            self._config.epochs,
            train_loss,
            valid_loss,
            accuracy,
            self.seconds,
            advice,
            moved,
        )

    def _is_silent(self, model: nn.Sequential) -> bool:
        """Whether a whole layer of ReLUs gives 0 for each of some validation images."""
        return 1.0 in silent_shares(model, self._images).values()


class Stopwatch:
    """Counts seconds while `timed` work is under way, and stands still while a value is read."""

    def __init__(self, counted: float = 0.0) -> None:
        self._counted = counted
        self._running_since: float | None = None

    @property
    def seconds(self) -> float:
        """How long the work has taken until now."""
        if self._running_since is None:
            return self._counted
        return self._counted + time.perf_counter() - self._running_since

    def timed(self, work: Iterator[T]) -> Iterator[T]:
        """Hand on what `work` yields, and count the time that it takes to come."""
        while True:
            self._running_since = time.perf_counter()
            try:
                value = next(work)
            except StopIteration:
                return
            finally:
                self._counted, self._running_since = self.seconds, None
            yield value
