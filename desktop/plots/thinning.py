"""Curves thinned to what a screen can show, and ranges that don't change all the time; no Qt."""

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Points = tuple[NDArray[np.float64], NDArray[np.float64]]
Range = tuple[float, float]

_EMPTY: Range = (0.0, 1.0)


def thin(points: Points, within: Range, columns: int) -> Points:
    """Return points that look the same on `columns` pixels: each column's lowest and highest.

    `points` are x (N,), ascending, and y (N,). What lies outside of `within` is left out, but for
    the next point on either side. A curve that has no more than two points a column stays whole.
    """
    x, y = points
    first, end = np.searchsorted(x, within[0], "left"), np.searchsorted(x, within[1], "right")
    seen = slice(max(0, int(first) - 1), int(end) + 1)
    x, y = x[seen], y[seen]
    if len(x) <= 2 * columns:
        return x, y
    edges = np.searchsorted(x, np.linspace(*within, columns, endpoint=False)[1:])
    starts = np.unique(np.append(0, edges[edges < len(x)]))
    ends = np.fmin.reduceat(y, starts), np.fmax.reduceat(y, starts)
    return np.repeat(x[starts], 2), np.stack(ends, axis=1).ravel()


def round_range(values: Iterable[NDArray[np.float64]], steps: int = 5) -> Range:
    """Return a range with round ends that holds all finite values, and holds some growth too.

    The values fill `steps` round steps at least; the fewer, the more room is left. A range that
    hugs its values would have to be drawn anew, numbers and all, at each new one.
    """
    finite = [some[np.isfinite(some)] for some in values]
    finite = [some for some in finite if len(some)]
    if not finite:
        return _EMPTY
    low, high = float(min(map(np.min, finite))), float(max(map(np.max, finite)))
    if high - low < 1e-9 * max(1.0, abs(high)):
        low, high = low - 0.5, high + 0.5
    step = _round_down((high - low) / steps)
    return math.floor(low / step) * step, math.ceil(high / step) * step


def _round_down(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return power * max(m for m in (1, 2, 5) if m * power <= step * 1.000001)
