"""Gathers a run's reports, so that the window hears of them as often as it can draw, and not more.

No Qt and no torch.
"""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from engine.reports import Report, StepReport

EVERY_S = 1 / 60


class Reporting:
    """Hands reports on in tuples, the batches between two epochs' reports joined to one."""

    def __init__(self, on_told: Callable[[tuple[Report, ...]], None]) -> None:
        self._on_told = on_told
        self._reports: list[Report] = []
        self._told_at = 0.0

    def add(self, report: Report) -> None:
        """Take a report, to be told of later."""
        self._reports.append(report)

    def tell(self, *, at_once: bool = True) -> None:
        """Tell of what has come in, unless that was done a moment ago and needn't be `at_once`."""
        now = time.perf_counter()
        if self._reports and (at_once or now - self._told_at >= EVERY_S):
            self._told_at = now
            self._on_told(joined(self._reports))
            self._reports = []


def joined(reports: list[Report]) -> tuple[Report, ...]:
    """Join each row of StepReports to one that has all their losses and the last one's rate."""
    result: list[Report] = []
    row: list[StepReport] = []
    for report in reports:
        if isinstance(report, StepReport):
            row.append(report)
        else:
            result += [*_one(row), report]
            row = []
    return (*result, *_one(row))


def _one(row: list[StepReport]) -> list[StepReport]:
    if not row:
        return []
    losses = np.concatenate([report.losses for report in row])
    return [replace(row[-1], losses=losses)]
