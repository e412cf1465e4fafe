"""Pen strokes -> the 28x28 image that MNIST's makers would have made of them.

Lives here: the geometry and the painting, in numpy alone. Bitmaps are `engine.pixels`' matter, and
so is nothing that a screen shows: the brush's width and the pad's size never come in here.

MNIST's digits were fitted into 20x20 pixels and laid so that the ink's centre of mass falls on
pixel (14, 14), counted from zero; their strokes are about 2.5 px wide. Coordinates in px put a
pixel's centre on whole numbers: the image reaches from -0.5 to 27.5.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import DataError

SIDE_PX = 28
INK_SIDE_PX = 20.0
CENTRE_PX = 14.0
STROKE_WIDTH_PX = 2.5

_EDGE_PX = 1.0  # how far an edge takes to fall from ink to paper
_STEP = 1 / 18  # of the digit's longest side: segments about one pixel long
_MAX_STEPS = 2000  # a scribble gets coarser segments instead of more
_CLOSE_ENOUGH_PX = 0.02
_MAX_PASSES = 5

Floats = NDArray[np.float64]


class Sketch:
    """A digit as it was drawn.

    `strokes` holds one (N, 2) array of finite numbers a stroke, x right and y down, in any unit;
    strokes without points are dropped. Raises DataError for anything else.
    """

    def __init__(self, strokes: Sequence[ArrayLike]) -> None:
        points = [_points(stroke, number) for number, stroke in enumerate(strokes, start=1)]
        self.strokes = tuple(stroke for stroke in points if len(stroke))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was drawn; a single dot is something."""
        return not self.strokes

    def to_image(self, width_px: float = STROKE_WIDTH_PX) -> NDArray[np.uint8]:
        """Return uint8 (28, 28), 0 paper and 255 ink, whatever the digit's place, size and unit.

        `width_px` is the stroke's width in the image.
        """
        if self.is_empty:
            return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
        segments = _segments(_unit_strokes(self.strokes))
        centre = _rough_centre(segments)
        for _ in range(_MAX_PASSES):
            scale, shift = _place(segments, centre, width_px)
            coverage = _paint(segments * scale + shift, width_px)
            error = _centre_of_mass(coverage) - CENTRE_PX
            if scale == 0 or np.abs(error).max() < _CLOSE_ENOUGH_PX:
                break
            centre = centre + error / scale
        return np.rint(coverage * 255).astype(np.uint8)


def _points(stroke: ArrayLike, number: int) -> Floats:
    try:
        points = np.array(stroke, np.float64)
    except (TypeError, ValueError) as error:
        raise DataError(f"Stroke {number} is not made of numbers: {error}.") from error
    if points.size == 0:
        return np.empty((0, 2))
    if points.ndim != 2 or points.shape[1] != 2:
        raise DataError(f"Stroke {number} must have the shape (N, 2), not {points.shape}.")
    if not np.isfinite(points).all():
        raise DataError(f"Stroke {number} has a point that is no finite number.")
    return points


def _unit_strokes(strokes: Sequence[Floats]) -> list[Floats]:
    """Move and scale the strokes into the unit square, the longest side 1 (a dot stays a dot)."""
    low = np.min([stroke.min(axis=0) for stroke in strokes], axis=0)
    high = np.max([stroke.max(axis=0) for stroke in strokes], axis=0)
    longest = float((high / 2 - low / 2).max()) * 2  # halves: the difference could overflow
    return [(stroke - low) / (longest or 1.0) for stroke in strokes]


def _segments(strokes: Sequence[Floats]) -> Floats:
    """Cut the strokes into straight segments of about equal length, (S, 2 ends, 2)."""
    lengths = [np.hypot(*np.diff(stroke, axis=0).T) for stroke in strokes]
    step = max(_STEP, sum(float(length.sum()) for length in lengths) / _MAX_STEPS)
    segments = []
    for stroke, length in zip(strokes, lengths, strict=True):
        along = np.concatenate(([0.0], length.cumsum()))
        stops = np.linspace(0.0, along[-1], int(np.ceil(along[-1] / step)) + 1)
        x, y = (np.interp(stops, along, column) for column in stroke.T)
        points = np.stack((x, y), axis=1)
        ends = points[1:] if len(points) > 1 else points
        segments.append(np.stack((points[: len(ends)], ends), axis=1))
    return np.concatenate(segments)


def _rough_centre(segments: Floats) -> Floats:
    lengths = np.hypot(*(segments[:, 1] - segments[:, 0]).T) + 1e-9
    return np.average(segments.mean(axis=1), axis=0, weights=lengths)


def _place(segments: Floats, centre: Floats, width_px: float) -> tuple[float, Floats]:
    """Return the scale and the shift that lay `centre` on (14, 14) and make 20 rows of ink.

    An ink side of 20.0 px laid between the pixels would touch 21 of them; shrunk by as little as
    brings one of its ends to a pixel's edge, it touches 20.
    """
    extent = segments.max(axis=(0, 1))
    if not extent.any():
        return 0.0, np.full(2, CENTRE_PX)
    axis = int(extent.argmax())
    reach = (width_px + _EDGE_PX - 1) / 2
    scale = INK_SIDE_PX - 2 * reach
    share = float(np.clip(centre[axis], 0.01, 0.99))
    start = CENTRE_PX - share * scale - reach + 0.5
    spare = np.ceil(start) - start
    scale -= min(spare / share, (1 - spare) / (1 - share))
    shift = CENTRE_PX - centre * scale
    room = SIDE_PX - 0.5 - reach - extent * scale
    return scale, np.clip(shift, reach - 0.5, room)


def _paint(segments: Floats, width_px: float) -> Floats:
    """Return how much of each pixel (28, 28) the stroke covers, 0 to 1."""
    reach = (width_px + _EDGE_PX) / 2
    ends = segments[:, 1] - segments[:, 0]
    middles = segments.mean(axis=1)
    half = int(np.ceil(reach + np.abs(ends).max(initial=0.0) / 2 + 0.5))
    window = np.arange(-half, half + 1)
    nearest = np.rint(middles).astype(np.intp)
    x = nearest[:, 0, None] + window  # (S, W)
    y = nearest[:, 1, None] + window
    dx = (x - segments[:, 0, 0, None])[:, None, :]  # (S, 1, W)
    dy = (y - segments[:, 0, 1, None])[:, :, None]  # (S, W, 1)
    ex, ey = ends[:, 0, None, None], ends[:, 1, None, None]
    along = np.clip((dx * ex + dy * ey) / np.maximum(ex * ex + ey * ey, 1e-12), 0, 1)
    distance = np.hypot(dx - along * ex, dy - along * ey)
    coverage = np.clip((reach - distance) / _EDGE_PX, 0, 1)
    padded = np.zeros((SIDE_PX + 2 * half, SIDE_PX + 2 * half))
    np.maximum.at(padded, (y[:, :, None] + half, x[:, None, :] + half), coverage)
    return padded[half:-half, half:-half]


def _centre_of_mass(coverage: Floats) -> Floats:
    index = np.arange(SIDE_PX)
    by_column, by_row = coverage.sum(axis=0), coverage.sum(axis=1)
    return np.array([by_column @ index, by_row @ index]) / coverage.sum()
