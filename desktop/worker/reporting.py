"""Gathers a run's reports, so that the window hears of them as often as it can draw, and not more.

No Qt and no torch.
"""

import time
from collections.abc import Callable

from engine.reports import Report

EVERY_S = 1 / 60


class Reporting:
    """Hands reports on in tuples."""

    def __init__(self, on_told: Callable[[tuple[Report, ...]], None]) -> None:
        self._on_told = on_told
        self._reports: list[Report] = []
        self._told_at = 0.0

    def is_due(self) -> bool:
        """Tell whether the window could draw more by now."""
        return time.perf_counter() - self._told_at >= EVERY_S

    def begin_with(self, reports: tuple[Report, ...]) -> None:
        """Take reports that were made in an earlier process."""
        self._reports.extend(reports)

    def add(self, report: Report) -> None:
        """Take a report, to be told of later."""
        self._reports.append(report)

    def tell(self, *, at_once: bool = True) -> None:
        """Tell of what has come in, unless that was done a moment ago and needn't be `at_once`."""
        if self._reports and (at_once or self.is_due()):
            self._told_at = time.perf_counter()
            self._on_told(tuple(self._reports))
            self._reports = []
