"""The one curve that a pen's points stand for: painted on the pad, read by the model, saved as SVG.

Pens and mice report some 10 to 100 points a second, too few for a fast loop to look round. So a
stroke is bent smoothly through its points, but stays sharp at corners.
"""

import numpy as np
from numpy.typing import NDArray

LEAVES_BOX_BY = 0.1  # of the longer side of its points' box, at most
_CORNER_COSINE = 0.17  # a turn by more than 80 degrees is a corner and stays sharp

Floats = NDArray[np.float64]


def bezier_pieces(points: Floats) -> Floats:
    """Return the curve through `points` (N, 2) as N - 1 cubic Béziers: (N - 1, 4 points, 2).

    A centripetal Catmull-Rom spline (Yuksel, Schaefer and Keyser, 2011), in pieces that end at each
    corner. The piece i runs from the point i to the next, and no point but these two and the
    neighbour on either side bends it. A point that repeats the one before it bends nothing: its
    piece is that point four times.
    """
    steps = np.diff(points, axis=0)
    moved = steps.any(axis=1)
    leaving, arriving = _tangents(steps[moved])
    pieces = np.repeat(points[:-1, None], 4, axis=1)
    pieces[moved, 1] += leaving / 3
    pieces[moved, 3] = points[1:][moved]
    pieces[moved, 2] = pieces[moved, 3] - arriving / 3
    return pieces


def points_along(points: Floats, spacing: float) -> tuple[Floats, Floats]:
    """Return points on the curve through `points` (N, 2), about `spacing` apart or nearer.

    The points themselves are among them. First comes the place of each, (M,), counted in pieces:
    2.5 is in the middle of the third. Then the points (M, 2).
    """
    lengths = np.hypot(*np.diff(points, axis=0).T)
    counts = np.maximum(1, np.ceil(lengths / spacing)).astype(np.intp)
    piece = np.repeat(np.arange(len(counts)), counts)
    t = (np.arange(len(piece)) - np.repeat(counts.cumsum() - counts, counts)) / counts[piece]
    curve = _at(bezier_pieces(points)[piece], t[:, None])
    places = np.append(piece + t, float(len(counts)))
    return places, np.concatenate((curve, points[-1:]))


def corners(points: Floats) -> NDArray[np.intp]:
    """Return which of `points` (N, 2) are corners, where the curve isn't smooth."""
    moved = np.diff(points, axis=0).any(axis=1)
    return np.flatnonzero(moved)[1:][_sharp(np.diff(points, axis=0)[moved])]


def _tangents(steps: Floats) -> tuple[Floats, Floats]:
    """Return how each piece leaves its start and arrives at its end, both (M, 2).

    `steps` (M, 2), none of them zero, lead from point to point.
    """
    knots = np.sqrt(np.hypot(steps[:, :1], steps[:, 1:]))  # centripetal: the root of the length
    speeds = steps / knots
    weights = knots[1:] / (knots[:-1] + knots[1:])
    smooth = speeds[:-1] * weights + speeds[1:] * (1 - weights)
    corner = _sharp(steps)[:, None]
    leaving = np.concatenate((speeds[:1], np.where(corner, speeds[1:], smooth)))
    arriving = np.concatenate((np.where(corner, speeds[:-1], smooth), speeds[-1:]))
    return knots * leaving, knots * arriving


def _sharp(steps: Floats) -> NDArray[np.bool_]:
    """Tell of each point between two steps whether it is a corner."""
    directions = steps / np.hypot(steps[:, :1], steps[:, 1:])
    sharp: NDArray[np.bool_] = (directions[:-1] * directions[1:]).sum(axis=1) < _CORNER_COSINE
    return sharp


def _at(pieces: Floats, t: Floats) -> Floats:
    """Return a point on each of the Béziers (M, 4, 2), at t (M, 1) from 0 to 1."""
    s = 1 - t
    first, second, third, last = pieces.transpose(1, 0, 2)
    point: Floats = s**3 * first + 3 * s * s * t * second + 3 * s * t * t * third + t**3 * last
    return point
