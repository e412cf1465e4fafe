"""Strokes as vectors in pad units, without Qt. How they are painted lives in `ink_layer`.

One pad unit is the side of the square in the pad's middle, and its corner is (0, 0); x runs right,
y runs down. On a pad that isn't square, ink can lie outside of it, but never where it isn't seen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.images.curve import bezier_pieces, points_along

CLOSEST = 1e-3  # pad units; a pen that rests sends the same point again and again
BRUSH = 0.055  # pad units: about a felt pen on a sheet of notes
THINNEST = 0.35  # of the brush, where the pen hardly touches
PLACES, PRESSURE_PLACES = 7, 4  # after the point, in a stroke as in its file


@dataclass(frozen=True, eq=False)
class Stroke:
    """One drag of the pen. `points` float64 (N, 2), N >= 1; `pressures` float32 (N,), 0 to 1.

    `width` is how broad the brush was, in pad units. It and the pressures are for the eye only:
    what the model sees is drawn anew from the points, in MNIST's own width.
    """

    points: NDArray[np.float64]
    pressures: NDArray[np.float32]
    width: float = BRUSH

    @property
    def has_pressure(self) -> bool:
        """Whether the pen told different pressures: a mouse always tells one and the same."""
        return bool(np.ptp(self.pressures) > 0)

    @property
    def piece_widths(self) -> NDArray[np.float64]:
        """How broad each piece of the curve is by the pen's pressure, (N - 1,), in pad units."""
        widths: NDArray[np.float64] = self.width * (
            THINNEST + (1 - THINNEST) * self.pressures[1:].astype(np.float64)
        )
        return widths


Strokes = tuple[Stroke, ...]


class StrokeBuilder:
    """A stroke that is being drawn: points come one at a time."""

    def __init__(self, x: float, y: float, pressure: float, width: float = BRUSH) -> None:
        self._points = [(round(x, PLACES), round(y, PLACES))]
        self._pressures = [round(pressure, PRESSURE_PLACES)]
        self._width = width
        self._stroke: Stroke | None = None

    def extend(self, x: float, y: float, pressure: float) -> bool:
        """Add a point; return False, and add nothing, where it is no further than `CLOSEST`."""
        last_x, last_y = self._points[-1]
        if abs(x - last_x) < CLOSEST and abs(y - last_y) < CLOSEST:
            return False
        self._points.append((round(x, PLACES), round(y, PLACES)))
        self._pressures.append(round(pressure, PRESSURE_PLACES))
        self._stroke = None
        return True

    def stroke(self) -> Stroke:
        """Return what has been drawn so far."""
        if self._stroke is None:
            pressures = np.array(self._pressures, np.float32)
            self._stroke = Stroke(np.array(self._points), pressures, self._width)
        return self._stroke


def rounded(stroke: Stroke) -> Stroke:
    """Return the stroke as a file keeps it, so that what comes back is what was drawn.

    Far less than anybody could see; but the network sees the same pixels only from the same points.
    """
    pressures = stroke.pressures.astype(np.float64).round(PRESSURE_PLACES).astype(np.float32)
    return Stroke(stroke.points.round(PLACES), pressures, stroke.width)


def extent(stroke: Stroke) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the greatest x and y that a stroke's ink can reach, each (2,)."""
    hull = np.concatenate([stroke.points[:1], bezier_pieces(stroke.points).reshape(-1, 2)])
    return hull.min(axis=0) - stroke.width / 2, hull.max(axis=0) + stroke.width / 2


def with_points_along(stroke: Stroke, spacing: float) -> Stroke:
    """Return the same stroke with points along its curve, no more than about `spacing` apart."""
    places, points = points_along(stroke.points, spacing)
    pressures = np.interp(places, np.arange(len(stroke.points)), stroke.pressures)
    return Stroke(points, pressures.astype(np.float32), stroke.width)
