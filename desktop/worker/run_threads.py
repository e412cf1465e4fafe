"""All threads of runs that may still be at work, the one under way and earlier ones."""

import time
from collections.abc import Collection
from functools import partial
from queue import Empty, SimpleQueue

from desktop.worker.to_worker import Save, Stop
from desktop.worker.training_run import TrainingRun

_SAVING_S = 0.5  # the longest that the end of the process waits for the run under way


class RunThreads:
    """Knows them by their runs; a thread that has ended is let go of when another begins."""

    def __init__(self) -> None:
        self._threads: list[TrainingRun] = []

    def begin(self, run: TrainingRun) -> None:
        """Start the thread of a run; one that continues a run waits for the end of its thread."""
        earlier = [t for t in self._threads if t.keeping.id == run.request.continues]
        run.keeping.wait_for_earlier = partial(_wait_for, earlier)
        self._threads = [t for t in self._threads if not t.isFinished() or t.keeping.is_busy()]
        self._threads.append(run)
        run.begin()

    def end(self) -> None:
        """End them all; where the process goes on."""
        for thread in self._threads:
            thread.wish(Stop())
            thread.wait()

    def save(self) -> None:
        """Have all that was learned on the disk; a batch that takes too long is not waited for."""
        until = time.monotonic() + _SAVING_S
        is_done: SimpleQueue[None] = SimpleQueue()
        working = [thread for thread in self._threads if thread.isRunning()]
        for thread in working:
            thread.wish(Save(is_done))
        for _ in working:
            try:
                is_done.get(timeout=max(0.0, until - time.monotonic()))
            except Empty:
                return
        for thread in self._threads:
            thread.keeping.wait()

    def wait_for_keeping(self, numbers: Collection[int]) -> None:
        """Wait until what is kept of ended runs is written."""
        for thread in self._threads:
            if thread.number in numbers:
                thread.keeping.wait()


def _wait_for(runs: list[TrainingRun]) -> None:
    """Wait until they have ended and are kept."""
    for run in runs:
        run.wait()
        run.keeping.wait()
