"""Curves thinned to what a screen can show, and ranges that don't change all the time; no Qt."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = tuple[NDArray[np.float64], NDArray[np.float64]]
Range = tuple[float, float]

_EMPTY: Range = (0.0, 1.0)
_ABOVE_START, _FAR = 3.0, 10.0


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


@dataclass(frozen=True)
class Beyond:
    """The curve, by its place, that rises highest out of a plot, and how high that is."""

    curve: int
    highest: float


def clipped_range(values: Sequence[NDArray[np.float64]]) -> tuple[Range, Beyond | None]:
    """Return a round range that no exploded loss stretches, and what leaves it, if anything does.

    Losses are below three times where they began; of curves that began over ten times as high as
    another it isn't believed that this is where losses begin.
    """
    starts = [some[np.isfinite(some)][0] for some in values if np.isfinite(some).any()]
    usual = [start for start in starts if start <= _FAR * max(min(starts), 0.0)]
    limit = _ABOVE_START * max(usual, default=math.inf)
    highest = [some[np.isfinite(some)].max(initial=0.0) for some in values]
    if max(highest, default=0.0) <= limit:
        return round_range(values), None
    kept = [some[np.isfinite(some) & (some <= limit)] for some in values]
    curve = int(np.argmax(highest))
    return round_range([*kept, np.array([limit])]), Beyond(curve, float(highest[curve]))


def round_step(step: float) -> float:
    """Return the next step that is round: 1, 2 or 5 with some zeros."""
    power = 10.0 ** math.floor(math.log10(step))
    return power * min((m for m in (1, 2, 5, 10) if m * power >= step * 0.999), default=10)


def _round_down(step: float) -> float:
    power = 10.0 ** math.floor(math.log10(step))
    return power * max(m for m in (1, 2, 5) if m * power <= step * 1.000001)
