"""Pen strokes -> the 28x28 image that MNIST's makers would have made of them.

Lives here: the drawn line's geometry and its painting, in numpy alone. Bitmaps go through
`pixels`; where a digit goes in its image is `placing`'s rule. The width and the
softness of the line are MNIST's own, measured: the brush on the screen has no part in it.
"""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from engine.errors import DataError
from engine.images.curve import corners, points_along
from engine.images.parting import part_strokes
from engine.images.placing import (
    CENTRE_PX,
    INK_SIDE_PX,
    SIDE_PX,
    centre_of_mass,
    fitted_side,
    trim,
)
from engine.words.message import reason

STROKE_WIDTH_PX = 2.5

_EDGE_PX = 1.25  # from full ink to bare paper, across the line's edge
_STEP = 1 / 18  # a segment's length, about one pixel, for a digit whose longest side is 1
_MAX_SEGMENTS = 500  # a scribble gets longer segments instead of more
_CLOSE_ENOUGH_PX = 0.03
_MAX_PASSES = 6

Floats = NDArray[np.float64]


class Sketch:
    """A digit as it was drawn.

    `strokes` holds one (N, 2) array of finite numbers a stroke, x right and y down, in any unit;
    strokes without points are left out. Raises DataError for anything else.
    """

    def __init__(self, strokes: Sequence[ArrayLike]) -> None:
        points = [_points(stroke, number) for number, stroke in enumerate(strokes, start=1)]
        self.strokes = tuple(stroke for stroke in points if len(stroke))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was drawn; a single dot is something."""
        return not self.strokes

    def parts(self) -> tuple[Self, ...]:
        """Part a number into its digits, from left to right: strokes that lie apart are of several.

        A sketch of one digit is its only part. Dots and dashes between digits are left out; more
        than 12 things side by side, or none that is digit-sized, are one part.
        """
        if self.is_empty:
            return ()
        places = part_strokes(self.strokes)
        return tuple(type(self)([self.strokes[place] for place in digit]) for digit in places)

    def to_image(self, width_px: float = STROKE_WIDTH_PX) -> NDArray[np.uint8]:
        """Return uint8 (28, 28), 0 paper and 255 ink, whatever the digit's place, size and unit.

        `width_px` is the line's width in the image, up to 20; MNIST's lines are 1.6 to 3.9 px wide.
        """
        if not 0 < width_px <= INK_SIDE_PX:  # NaN fails too
            raise DataError("no_line_of_that_width", width=width_px)
        if self.is_empty:
            return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
        line = _segments(_unit_strokes(self.strokes))
        extent = line.max(axis=(0, 1))
        centre = _rough_centre(line)
        for _ in range(_MAX_PASSES):
            scale = _scale(extent, centre, width_px)
            shift = _shift(extent * scale, centre * scale, width_px)
            ink = _paint(line * scale + shift, width_px)
            trim(ink, shift - width_px / 2)
            found = centre_of_mass(ink)
            if scale == 0 or np.abs(found - CENTRE_PX).max() < _CLOSE_ENOUGH_PX:
                break
            centre = (found - shift) / scale
        return np.rint(ink * 255).astype(np.uint8)


def _points(stroke: ArrayLike, number: int) -> Floats:
    try:
        points = np.array(stroke, np.float64)
    except (TypeError, ValueError) as error:
        raise DataError("stroke_of_no_points", number=number, reason=reason(error)) from error
    if points.size == 0:
        return np.empty((0, 2))
    if points.ndim != 2 or points.shape[1] != 2:
        raise DataError("stroke_shape", number=number, shape=str(points.shape))
    if not np.isfinite(points).all():
        raise DataError("stroke_not_finite", number=number)
    return points


def _unit_strokes(strokes: Sequence[Floats]) -> list[Floats]:
    """Move and scale the strokes into the unit square: longest side 1, or 0 for a lone dot."""
    halves = [stroke / 2 for stroke in strokes]  # the full numbers' differences could overflow
    low = np.min([half.min(axis=0) for half in halves], axis=0)
    high = np.max([half.max(axis=0) for half in halves], axis=0)
    longest = float((high - low).max()) or 1.0
    return [(half - low) / longest for half in halves]


def _segments(strokes: Sequence[Floats]) -> Floats:
    """Cut the strokes' curves into segments of nearly equal length: (segments, 2 ends, 2)."""
    curves = [points_along(stroke, _STEP / 2) for stroke in strokes]
    ways = [_way(curve) for _, curve in curves]  # from the start to each point
    step = max(_STEP, sum(float(way[-1]) for way in ways) / _MAX_SEGMENTS)
    segments = []
    for stroke, (places, curve), way in zip(strokes, curves, ways, strict=True):
        stops = np.linspace(0.0, way[-1], int(np.ceil(way[-1] / step)) + 1)
        if len(stops) > 2:
            _move_to(stops[1:-1], np.interp(corners(stroke), places, way))
        points = np.stack([np.interp(stops, way, axis) for axis in curve.T], axis=1)
        ends = points[1:] if len(points) > 1 else points
        segments.append(np.stack((points[: len(ends)], ends), axis=1))
    line: Floats = np.concatenate(segments)
    line -= line.min(axis=(0, 1))
    return line


def _move_to(stops: Floats, sharp: Floats) -> None:
    """Move the nearest of evenly spaced inner stops into each corner, or it would be cut off."""
    nearest = np.rint(sharp / stops[0]).astype(np.intp) - 1
    stops[nearest.clip(0, len(stops) - 1)] = sharp


def _way(curve: Floats) -> Floats:
    lengths = np.hypot(*np.diff(curve, axis=0).T)
    return np.concatenate(([0.0], lengths.cumsum()))


def _rough_centre(line: Floats) -> Floats:
    lengths = np.hypot(*(line[:, 1] - line[:, 0]).T) + 1e-9  # dots count, a little
    centre: Floats = lengths @ line.mean(axis=1) / lengths.sum()
    return centre


def _scale(extent: Floats, centre: Floats, width_px: float) -> float:
    """Return the px a unit that make the ink, the line's own width counted, 20 px long."""
    longest = float(extent.max())
    if longest == 0:
        return 0.0
    full = (INK_SIDE_PX - width_px) / longest
    shares = (centre * full + width_px / 2) / (extent * full + width_px)
    fits = [
        (fitted_side(float(share)) - width_px) / float(reach)
        for share, reach in zip(shares, extent, strict=True)
        if reach > 0
    ]
    return min(fits)


def _shift(extent_px: Floats, centre_px: Floats, width_px: float) -> Floats:
    """Return the move that lays the centre on (14, 14), or as near as keeps all ink inside."""
    least = width_px / 2 - 0.5
    return np.clip(CENTRE_PX - centre_px, least, SIDE_PX - 1 - least - extent_px)


def _paint(line: Floats, width_px: float) -> Floats:
    """Return how much of each pixel, (28, 28) from 0 to 1, a line of (segments, 2, 2) px covers."""
    reach = (width_px + _EDGE_PX) / 2
    starts, vectors = line[:, 0], line[:, 1] - line[:, 0]
    half = int(np.ceil(reach + np.abs(vectors).max() / 2 + 0.5))
    window = np.arange(-half, half + 1)  # only pixels near a segment can get ink from it
    columns, rows = np.rint(line.mean(axis=1)).astype(np.intp).T[:, :, None] + window
    dx = (columns - starts[:, :1])[:, None, :]
    dy = (rows - starts[:, 1:])[:, :, None]
    vx, vy = vectors.T[:, :, None, None]
    along = np.clip((dx * vx + dy * vy) / np.maximum(vx * vx + vy * vy, 1e-12), 0, 1)
    dx, dy = dx - along * vx, dy - along * vy
    distance = np.sqrt(dx * dx + dy * dy)
    ramp = np.clip((reach - distance) / _EDGE_PX, 0, 1)
    padded = np.zeros((SIDE_PX + 2 * half, SIDE_PX + 2 * half))
    np.maximum.at(padded, (rows[:, :, None] + half, columns[:, None, :] + half), ramp)
    inside = padded[half:-half, half:-half]
    return inside * inside * (3 - 2 * inside)
