"""The numbers of one run, without Qt: filled by reports, read by curves, figures and exports."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from desktop.plots.series import SMOOTHING, Series, Smoother
from engine.reports import EpochReport, Report, StepReport


class Best(NamedTuple):
    """The epoch with the highest accuracy, 0 to 1; the first of several."""

    epoch: int
    accuracy: float


class RunHistory:
    """Every batch's loss, raw and smoothed, and each epoch's losses and accuracy (in percent).

    `is_new` is set by every report; who has drawn it clears it.
    """

    def __init__(self, smoothing: float = SMOOTHING) -> None:
        """Begin a history whose smoothed loss keeps that much of the past: 0 to below 1."""
        self._smoother = Smoother(smoothing)
        self.clear()

    def clear(self) -> None:
        """Begin a new run."""
        self.batch_loss = Series()
        self.smooth_loss = Series()
        self.train_loss = Series()
        self.valid_loss = Series()
        self.accuracy = Series()
        self.batch_seconds = Series()  # when each batch, and each epoch, was done
        self.epoch_seconds = Series()
        self._smoother = Smoother(self._smoother.weight)
        self.last_step: StepReport | None = None
        self.last_epoch: EpochReport | None = None
        self.best: Best | None = None
        self.is_new = True

    def replace(self, reports: Iterable[Report]) -> None:
        """Have these reports and no others."""
        self.clear()
        self.add(reports)

    @property
    def smoothing(self) -> float:
        """How much of the past the smoothed loss keeps."""
        return self._smoother.weight

    @property
    def seconds(self) -> float:
        """How long the run has worked until the newest report."""
        return max((r.seconds for r in (self.last_step, self.last_epoch) if r), default=0.0)

    def hand_over(self) -> "RunHistory":
        """Return another history with all that stands here, and begin a new run."""
        other = RunHistory()
        vars(other).update(vars(self))
        self.clear()
        return other

    def take_ends(self, other: "RunHistory") -> None:
        """Know what another history's run has come to; its curves are still to come."""
        self.last_step, self.last_epoch, self.best = other.last_step, other.last_epoch, other.best

    def smooth(self, weight: float) -> None:
        """Smooth the batches' loss anew, keeping that much of the past: 0 to below 1."""
        self._smoother = Smoother(weight)
        smooth = Series()
        smooth.append(self.batch_loss.x, self._smoother.smooth(self.batch_loss.y))
        self.smooth_loss = smooth
        self.is_new = True

    def add(self, reports: Iterable[Report]) -> None:
        """Take reports in the order they were made."""
        for report in reports:
            if isinstance(report, StepReport):
                self._add_step(report)
            else:
                self._add_epoch(report)
        self.is_new = True

    def _add_step(self, report: StepReport) -> None:
        count = len(report.losses)
        steps = np.arange(report.step - count + 1, report.step + 1)
        times = np.linspace(self.seconds, max(self.seconds, report.seconds), count + 1)
        self.batch_seconds.append(steps, times[1:])
        self.batch_loss.append(steps, report.losses)
        self.smooth_loss.append(steps, self._smoother.smooth(report.losses))
        self.last_step = report

    def _add_epoch(self, report: EpochReport) -> None:
        self.train_loss.append(report.epoch, report.train_loss)
        self.valid_loss.append(report.epoch, report.valid_loss)
        self.accuracy.append(report.epoch, report.valid_accuracy * 100)
        self.epoch_seconds.append(report.epoch, report.seconds)
        self.last_epoch = report
        if self.best is None or report.valid_accuracy > self.best.accuracy:
            self.best = Best(report.epoch, report.valid_accuracy)
