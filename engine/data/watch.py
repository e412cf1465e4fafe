"""Tells how far the reading of a dataset has come, and ends it when the listener says no."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from engine.errors import DataError

T = TypeVar("T")

Progress = Callable[[int, int], bool]  # images done, images in all -> whether to go on

_CHECK_EVERY_S = 0.1


class LoadingStopped(DataError):
    """Whoever listened said no."""


class Watch:
    """Asks a listener, while work goes on, whether it is still wanted; if not, raises.

    Until it is known how many images there are, the listener hears of 0 of 0.
    """

    def __init__(self, progress: Progress | None, where: str) -> None:
        self._progress = progress
        self._where = where
        self._last = (0, 0)
        self._checked_at_s = float("-inf")

    def tell(self, done: int, images: int) -> None:
        """Say how many images are done."""
        self._last = (done, images)
        self._checked_at_s = time.monotonic()
        if self._progress and not self._progress(done, images):
            raise LoadingStopped("loading_stopped", file=self._where)

    def check(self) -> None:
        """Ask again, ten times a second at most; cheap enough for the inside of a loop."""
        if self._progress and time.monotonic() - self._checked_at_s > _CHECK_EVERY_S:
            self.tell(*self._last)

    def each(self, things: Iterable[T]) -> Iterator[T]:
        """Give things one by one, and ask before each."""
        for thing in things:
            self.check()
            yield thing

    def slices(self, count: int, at_once: int) -> Iterator[slice]:
        """Give `count` things as slices of `at_once`, and ask before each and when all are done."""
        for start in range(0, count, at_once):
            self.check()
            yield slice(start, start + at_once)
        self.check()
