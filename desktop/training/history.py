"""The numbers of the run under way, without Qt: filled by reports, read by curves and figures."""

from collections.abc import Iterable

import numpy as np

from desktop.training.series import Series, Smoother
from engine.reports import EpochReport, Report, StepReport


class RunHistory:
    """Every batch's loss, raw and smoothed, and each epoch's losses and accuracy (in percent).

    `is_new` is set by every report; who has drawn it clears it.
    """

    def __init__(self) -> None:
        self.batch_loss = Series()
        self.smooth_loss = Series()
        self.train_loss = Series()
        self.valid_loss = Series()
        self.accuracy = Series()
        self.clear()

    def clear(self) -> None:
        """Begin a new run."""
        for series in (
            self.batch_loss,
            self.smooth_loss,
            self.train_loss,
            self.valid_loss,
            self.accuracy,
        ):
            series.clear()
        self._smoother = Smoother()
        self.last_step: StepReport | None = None
        self.last_epoch: EpochReport | None = None
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
        self.batch_loss.append(steps, report.losses)
        self.smooth_loss.append(steps, self._smoother.smooth(report.losses))
        self.last_step = report

    def _add_epoch(self, report: EpochReport) -> None:
        self.train_loss.append(report.epoch, report.train_loss)
        self.valid_loss.append(report.epoch, report.valid_loss)
        self.accuracy.append(report.epoch, report.valid_accuracy * 100)
        self.last_epoch = report
