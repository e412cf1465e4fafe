"""Tools for pen strokes: measure, resample, smooth, bend. Which shapes and why live elsewhere.

A drawing is a list of strokes, each float64 (N, 2), x right and y down. `unit` brings it to the
size that all the other functions of this package count in: the longest side 1, the middle at 0.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Stroke = NDArray[np.float64]
Drawing = list[Stroke]


def unit(drawing: Sequence[ArrayLike]) -> Drawing:
    """Move and scale a drawing: its longest side 1, the middle of its box at (0, 0)."""
    strokes = [np.asarray(stroke, np.float64) for stroke in drawing]
    low, high = bounds(strokes)
    side = float((high - low).max()) or 1.0
    return [(stroke - (low + high) / 2) / side for stroke in strokes]


def bounds(drawing: Drawing) -> tuple[Stroke, Stroke]:
    """Return the corners (2,), (2,) of the box around a drawing."""
    points = np.concatenate(drawing)
    return points.min(axis=0), points.max(axis=0)


def resample(stroke: Stroke, count: int) -> Stroke:
    """Return `count` points at equal steps along the stroke."""
    steps = np.hypot(*np.diff(stroke, axis=0).T)
    along = np.concatenate(([0.0], steps.cumsum()))
    stops = np.linspace(0.0, along[-1], count)
    return np.stack([np.interp(stops, along, column) for column in stroke.T], axis=1)


def length(stroke: Stroke) -> float:
    """Return how far the pen went."""
    return float(np.hypot(*np.diff(stroke, axis=0).T).sum())


def smooth_through(points: Stroke, per_piece: int = 8) -> Stroke:
    """Return a Catmull-Rom curve through the points: smooth, and exactly on each of them."""
    if len(points) < 3:
        return points
    p = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    a, b, c, d = p[:-3, None], p[1:-2, None], p[2:-1, None], p[3:, None]
    t = np.linspace(0, 1, per_piece, endpoint=False)[None, :, None]
    curve = b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    return np.concatenate([curve.reshape(-1, 2), points[-1:]])


def smooth_noise(count: int, knots: int, rng: np.random.Generator) -> Stroke:
    """Return `count` displacements (count, 2) that vary slowly, about 1 in size."""
    values = rng.normal(size=(max(knots, 2), 2))
    stops, at = np.linspace(0, 1, count), np.linspace(0, 1, len(values))
    return np.stack([np.interp(stops, at, column) for column in values.T], axis=1)
