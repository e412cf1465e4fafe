"""Where a run's reports go: to the window, as often as it can draw and not more, and to the store.

No Qt, and torch only where a run is kept.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.worker.messages import AsIs, Origin, Outcome, RunRequest
from desktop.worker.to_window import Failed, Told
from engine.errors import RunStoreError
from engine.reports import Report
from engine.words.message import Message

if TYPE_CHECKING:
    from engine.learner import Learner
    from engine.runs.recording import Recording

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


class RunKeeping:
    """What is kept of one run; nothing before `begin`, or where it can't be.

    `wait_for_earlier` waits for those who still write the run that this one continues.
    """

    def __init__(self, tell: Callable[[Told], None]) -> None:
        self.wait_for_earlier: Callable[[], None] = lambda: None
        self._tell = tell
        self._recording: Recording | None = None

    @property
    def id(self) -> str:
        """Under which id the run is kept; empty where it isn't."""
        return self._recording.folder.id if self._recording else ""

    def begin(self, request: RunRequest, learner: "Learner") -> None:
        """Keep a run from now on, or let its learner go on from where a kept one was.

        Raises RunStoreError where it can't go on.
        """
        from engine.runs.store import RunStore

        if request.origin is Origin.LESSON:
            return
        store = RunStore()
        if request.continues:
            self.wait_for_earlier()
            self._recording = store.go_on(request.continues, learner, self._on_problem)
            return
        origin, name = request.origin.name.lower(), request.name or request.listed_as
        source = str(request.dataset)
        try:
            as_is = isinstance(request.dataset, AsIs)
            self._recording = store.record(learner, origin, self._on_problem, source, name, as_is)
        except RunStoreError as error:
            self._on_problem(error.message)

    def reports(self) -> tuple[Report, ...]:
        """Return all that was kept of it before."""
        return tuple(self._recording.folder.reports()) if self._recording else ()

    def is_due(self) -> bool:
        """Tell whether a report is wanted after the batch of the moment."""
        return self._recording is not None and self._recording.is_due()

    def add(self, report: Report) -> None:
        """Keep a report that was just made."""
        if self._recording:
            self._recording.add(report)

    def hold(self) -> None:
        """Keep all that has come in, as the run stands still or the process is about to end."""
        if self._recording:
            self._recording.hold()

    def end(self, outcome: Outcome, *, diverged: bool = False) -> None:
        """Note how it ended."""
        from engine.runs.record import Outcome as Kept

        if self._recording:
            self._recording.end(Kept.DIVERGED if diverged else Kept[outcome.name])

    def is_busy(self) -> bool:
        """Tell whether something is being written."""
        return self._recording is not None and self._recording.is_busy()

    def wait(self) -> None:
        """Wait until all is written of what was added before `hold` or `end`."""
        if self._recording:
            self._recording.wait()

    def _on_problem(self, message: Message) -> None:
        self._tell(Failed(message))
