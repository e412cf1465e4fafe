"""Habits that change a digit's strokes and not its meaning: crossed 7s, footed 1s, slashed 0s.

Lives here: what people in other places add to a digit. How hands shake lives in `handwriting`.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from engine.starter.strokes import Drawing, Stroke, bounds, unit


def add_habit(label: str, drawing: Sequence[ArrayLike], rng: np.random.Generator) -> Drawing:
    """Return a drawing of the digit with one more habit, of unit size, or unchanged."""
    habits = _HABITS.get(label, [])
    strokes = unit(drawing)
    return habits[rng.integers(len(habits))](strokes, rng) if habits else strokes


def _line(start: tuple[float, float], end: tuple[float, float]) -> Stroke:
    return np.linspace(start, end, 6)


def _at_height(drawing: Drawing, y: float) -> float:
    """Return x where the drawing passes the height y."""
    points = np.concatenate(drawing)
    return float(points[np.abs(points[:, 1] - y).argmin(), 0])


def _cross(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Cross a 7, unless it is."""
    if len(drawing) > 1:
        return drawing
    low, high = bounds(drawing)
    y = low[1] + (high[1] - low[1]) * rng.uniform(0.4, 0.62)
    x, half = _at_height(drawing, y), rng.uniform(0.12, 0.3)
    tilt = rng.uniform(-0.08, 0.05)
    return [*drawing, _line((x - half, y - tilt), (x + half * rng.uniform(0.6, 1.1), y + tilt))]


def _serif(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Begin a 7 with a short stroke downward."""
    start = drawing[0][0]
    drop = rng.uniform(0.06, 0.22)
    hook = _line((start[0] - rng.uniform(-0.02, 0.05), start[1] + drop), (start[0], start[1]))
    return [np.concatenate([hook, drawing[0]]), *drawing[1:]]


def _flag(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Put a flag before a plain 1."""
    if not _is_plain(drawing):
        return drawing
    top = drawing[0][drawing[0][:, 1].argmin()]
    reach, drop = rng.uniform(0.1, 0.42), rng.uniform(0.08, 0.42)
    return [_line((top[0] - reach, top[1] + drop), (top[0], top[1])), *drawing]


def _foot(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Put a foot under a 1 that has none."""
    low, high = bounds(drawing)
    if len(drawing) > 1 or high[0] - low[0] > 0.6:
        return drawing
    bottom = drawing[0][drawing[0][:, 1].argmax()]
    left, right, tilt = rng.uniform((0.1, 0.1, -0.05), (0.36, 0.36, 0.05))
    foot = _line((bottom[0] - left, bottom[1] + tilt), (bottom[0] + right, bottom[1] - tilt))
    return [*drawing, foot]


def _flag_and_foot(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    return _foot([np.concatenate(_flag(drawing, rng))], rng) if _is_plain(drawing) else drawing


def _is_plain(drawing: Drawing) -> bool:
    """Tell a 1 that is one upright stroke."""
    low, high = bounds(drawing)
    return len(drawing) == 1 and bool(high[0] - low[0] < 0.3)


def _slash(drawing: Drawing, rng: np.random.Generator) -> Drawing:
    """Slash a 0, as programmers do."""
    low, high = bounds(drawing)
    over = rng.uniform(-0.15, 0.15)
    left, right = low[0] - over, high[0] + over
    return [*drawing, _line((right, low[1] - over / 2), (left, high[1] + over / 2))]


_HABITS: dict[str, list[Callable[[Drawing, np.random.Generator], Drawing]]] = {
    "0": [_slash],
    "1": [_flag, _foot, _flag_and_foot],
    "7": [_cross, _cross, _serif],
}
