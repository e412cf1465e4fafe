"""What an eraser leaves of strokes: geometry alone, without Qt.

The eraser is a disc that is drawn along a straight line, so what it sweeps is convex, and each
straight piece of a stroke loses one stretch at most.
"""

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.strokes import Stroke, Strokes, rounded, with_points_along
from engine.images.curve import LEAVES_BOX_BY

Floats = NDArray[np.float64]

_SPACING = 0.01  # pad units: straight pieces this short look like the curve
_SLIVER = 1e-9  # shares of a piece; what is left shorter than that is gone


def erase(strokes: Strokes, start: Floats, end: Floats, radius: float) -> Strokes:
    """Return `strokes` without their ink where a disc went from `start` to `end`, each (2,).

    Strokes that it didn't touch are the same objects, and if it touched none, so is the tuple.
    """
    left: list[Stroke] = []
    touched = False
    for stroke in strokes:
        reach = radius + stroke.width / 2  # so that no round end bulges into what was wiped
        rest = _rest(stroke, start, end, reach)
        touched = touched or rest is not None
        left += [stroke] if rest is None else rest
    return tuple(left) if touched else strokes


def _rest(stroke: Stroke, start: Floats, end: Floats, radius: float) -> list[Stroke] | None:
    """Return the parts of one stroke that stay, or None where all of it does."""
    if _is_far(stroke.points, start, end, radius):
        return None
    fine = with_points_along(stroke, _SPACING)
    low, high = swept(fine.points, start, end, radius)
    if not (low <= high).any():
        return None
    if len(fine.points) == 1:
        return []
    return _parts(fine, low, high)


def _is_far(points: Floats, start: Floats, end: Floats, radius: float) -> bool:
    """Tell quickly, by boxes."""
    low, high = points.min(axis=0), points.max(axis=0)
    room = radius + float((high - low).max()) * LEAVES_BOX_BY
    return bool(
        ((np.minimum(start, end) > high + room) | (np.maximum(start, end) < low - room)).any()
    )


def swept(points: Floats, start: Floats, end: Floats, radius: float) -> tuple[Floats, Floats]:
    """Return where each straight piece of a line (N, 2) goes in and out: two (N - 1,), 0 to 1.

    A piece that isn't touched goes in after it goes out. A lone point counts as one piece.
    """
    a, b = (points, points) if len(points) == 1 else (points[:-1], points[1:])
    spans = [_in_disc(a, b, start, radius), _in_disc(a, b, end, radius)]
    spans.append(_in_strip(a, b, start, end, radius))
    low = np.min([span[0] for span in spans], axis=0)
    high = np.max([span[1] for span in spans], axis=0)
    return low, high


def _in_disc(a: Floats, b: Floats, centre: Floats, radius: float) -> tuple[Floats, Floats]:
    step, from_centre = b - a, a - centre
    square = (step**2).sum(axis=1)
    moves = square > 0
    half = (step * from_centre).sum(axis=1)
    rest = (from_centre**2).sum(axis=1) - radius**2
    root = half**2 - square * rest
    safe = np.where(moves, square, 1.0)
    width = np.sqrt(np.maximum(root, 0))
    hit = np.where(moves, root >= 0, rest <= 0)
    low = np.where(moves, (-half - width) / safe, 0.0)
    high = np.where(moves, (-half + width) / safe, 1.0)
    return _clipped(low, high, hit)


def _in_strip(
    a: Floats, b: Floats, start: Floats, end: Floats, radius: float
) -> tuple[Floats, Floats]:
    """Clip the pieces to the rectangle between the two discs."""
    along = end - start
    length = float(np.hypot(*along))
    if length == 0:
        return _clipped(np.zeros(len(a)), np.ones(len(a)), np.zeros(len(a), bool))
    along = along / length
    across = np.array([-along[1], along[0]])
    low, high = np.zeros(len(a)), np.ones(len(a))
    hit = np.ones(len(a), bool)
    for axis, bottom, top in ((along, 0.0, length), (across, -radius, radius)):
        at, step = (a - start) @ axis, (b - a) @ axis
        moves = step != 0
        safe = np.where(moves, step, 1.0)
        ends = np.sort([(bottom - at) / safe, (top - at) / safe], axis=0)
        low = np.where(moves, np.maximum(low, ends[0]), low)
        high = np.where(moves, np.minimum(high, ends[1]), high)
        hit &= moves | ((at >= bottom) & (at <= top))
    return _clipped(low, high, hit)


def _clipped(low: Floats, high: Floats, hit: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    low, high = np.maximum(low, 0), np.minimum(high, 1)
    hit = hit & (low <= high)
    return np.where(hit, low, np.inf), np.where(hit, high, -np.inf)


def _parts(stroke: Stroke, low: Floats, high: Floats) -> list[Stroke]:
    """Cut a stroke open where it was swept; `low`, `high` (N - 1,) say where in each piece."""
    parts: list[Stroke] = []
    begins = 0.0  # places along the stroke, counted in pieces
    for piece in np.flatnonzero(low <= high):
        _keep(parts, stroke, begins, piece + low[piece])
        begins = piece + high[piece]
    _keep(parts, stroke, begins, float(len(low)))
    return parts


def _keep(parts: list[Stroke], stroke: Stroke, begins: float, ends: float) -> None:
    """Add the stretch between two places to `parts`, unless nothing is left of it."""
    if ends - begins <= _SLIVER:
        return
    inner = np.arange(np.floor(begins) + 1, np.ceil(ends))
    places = np.concatenate([[begins], inner, [ends]])
    grid = np.arange(len(stroke.points))
    points = np.stack([np.interp(places, grid, stroke.points[:, k]) for k in (0, 1)], axis=1)
    pressures = np.interp(places, grid, stroke.pressures).astype(np.float32)
    parts.append(rounded(Stroke(points, pressures, stroke.width)))
