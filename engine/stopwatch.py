"""A stopwatch for a generator: how long it has worked, what happens between two values left out."""

import time
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


class Stopwatch:
    """Counts seconds while `timed` work is under way, and stands still while a value is read."""

    def __init__(self) -> None:
        self._counted = 0.0
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
