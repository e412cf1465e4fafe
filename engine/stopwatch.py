"""A stopwatch that can stand still: how long a run has worked, the pauses left out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Count the seconds since it was made, except those inside `with stopwatch.stopped():`."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    @property
    def seconds(self) -> float:
        """How long it has run."""
        return time.perf_counter() - self._since

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Stand still until the block is left."""
        left = time.perf_counter()
        try:
            yield
        finally:
            self._since += time.perf_counter() - left
