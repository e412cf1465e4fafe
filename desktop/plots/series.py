"""Growing series of numbers for the curves, without Qt: append is cheap, reading is a view."""

from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

SMOOTHING = 0.9  # how much of the past a smoothed curve keeps, until somebody changes it
MOST_POINTS = 2**17  # far more than a screen has columns; a long run has millions of batches
_FIRST_ROOM = 1024
_SMALLEST_POWER = 1e-9  # of the weight: smaller ones would lose digits


class Points(Protocol):
    """What is drawn: points (x, y) with ascending x, float64 (N,); `changes` grows with them."""

    def __len__(self) -> int: ...

    @property
    def x(self) -> NDArray[np.float64]: ...

    @property
    def y(self) -> NDArray[np.float64]: ...

    @property
    def changes(self) -> int: ...


class Series:
    """Points (x, y) in the order they came. `x` and `y` are views float64 (N,): don't keep them.

    It never holds more than `MOST_POINTS`: when it is full, every second of its points goes.
    `changes` grows with every change, so that who draws can tell whether there is anything to do.
    """

    def __init__(self) -> None:
        self._points = np.empty((2, _FIRST_ROOM))
        self._count = 0
        self._changes = 0

    @property
    def changes(self) -> int:
        return self._changes

    def __len__(self) -> int:
        return self._count

    @property
    def x(self) -> NDArray[np.float64]:
        return self._points[0, : self._count]

    @property
    def y(self) -> NDArray[np.float64]:
        return self._points[1, : self._count]

    def append(self, x: ArrayLike, y: ArrayLike) -> None:
        """Add one point or equally long runs of points."""
        xs, ys = np.atleast_1d(x), np.atleast_1d(y)
        end = self._count + len(xs)
        if end > self._points.shape[1]:
            grown = np.empty((2, 2 * end))
            grown[:, : self._count] = self._points[:, : self._count]
            self._points = grown
        self._points[:, self._count : end] = xs, ys
        self._count = end
        while self._count > MOST_POINTS:
            self._thin_out()
        self._changes += 1

    def _thin_out(self) -> None:
        kept = self._points[:, : self._count : 2].copy()
        self._count = kept.shape[1]
        self._points[:, : self._count] = kept

    def clear(self) -> None:
        """Forget all points, but keep the room."""
        self._count = 0
        self._changes += 1


class Smoother:
    """An exponential moving average that starts unbiased (as Adam's moments do).

    `weight` is how much of the past is kept at each value, from 0 to below 1.
    """

    def __init__(self, weight: float = 0.9) -> None:
        self.weight = weight
        self._mean = 0.0
        self._trust = 0.0  # how much of the average is made of values rather than the initial 0

    def smooth(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the average after each of `values` (N,)."""
        if self.weight == 0:
            return values.astype(np.float64)
        rows = max(1, int(np.log(_SMALLEST_POWER) / np.log(self.weight)))
        blocks = [self._block(values[i : i + rows]) for i in range(0, len(values), rows)]
        return np.concatenate(blocks) if blocks else np.empty(0)

    def _block(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Solve mean = weight * mean + (1 - weight) * value for a whole block at once."""
        powers = self.weight ** np.arange(1, len(values) + 1)
        means = powers * (self._mean + (1 - self.weight) * np.cumsum(values / powers))
        trusts = 1 - powers * (1 - self._trust)
        self._mean, self._trust = float(means[-1]), float(trusts[-1])
        return np.asarray(means / trusts)
