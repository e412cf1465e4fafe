"""Growing series of numbers for the curves, without Qt: append is cheap, reading is a view."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

_FIRST_ROOM = 1024


class Series:
    """Points (x, y) in the order they came. `x` and `y` are views float64 (N,): don't keep them."""

    def __init__(self) -> None:
        self._points = np.empty((2, _FIRST_ROOM))
        self._count = 0

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

    def clear(self) -> None:
        """Forget all points, but keep the room."""
        self._count = 0


class Smoother:
    """An exponential moving average that starts unbiased (as Adam's moments do).

    `weight` is how much of the past is kept at each value, 0 to 1.
    """

    def __init__(self, weight: float = 0.9) -> None:
        self.weight = weight
        self._mean = 0.0
        self._trust = 0.0  # how much of the average is made of values rather than the initial 0

    def smooth(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the average after each of `values` (N,)."""
        smoothed = np.empty(len(values))
        for index, value in enumerate(values.tolist()):
            self._mean = self.weight * self._mean + (1 - self.weight) * value
            self._trust = self.weight * self._trust + 1 - self.weight
            smoothed[index] = self._mean / self._trust
        return smoothed
