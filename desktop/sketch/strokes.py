"""Strokes as vectors in pad units, without Qt. How they are painted lives in `ink_layer`.

One pad unit is the side of the square in the pad's middle, and its corner is (0, 0); x runs right,
y runs down. On a pad that isn't square, ink can lie outside of it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CLOSEST = 1e-3  # pad units; a pen that rests sends the same point again and again
BRUSH = 0.055  # pad units: about a felt pen on a sheet of notes


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


Strokes = tuple[Stroke, ...]


class StrokeBuilder:
    """A stroke that is being drawn: points come one at a time."""

    def __init__(self, x: float, y: float, pressure: float, width: float = BRUSH) -> None:
        self._points = [(x, y)]
        self._pressures = [pressure]
        self._width = width
        self._stroke: Stroke | None = None

    def extend(self, x: float, y: float, pressure: float) -> bool:
        """Add a point; return False, and add nothing, where it is no further than `CLOSEST`."""
        last_x, last_y = self._points[-1]
        if abs(x - last_x) < CLOSEST and abs(y - last_y) < CLOSEST:
            return False
        self._points.append((x, y))
        self._pressures.append(pressure)
        self._stroke = None
        return True

    def stroke(self) -> Stroke:
        """Return what has been drawn so far."""
        if self._stroke is None:
            pressures = np.array(self._pressures, np.float32)
            self._stroke = Stroke(np.array(self._points), pressures, self._width)
        return self._stroke


def curve_controls(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Bézier control points of a smooth curve through `points` (N, 2): (N - 1, 2, 2).

    A uniform Catmull-Rom spline: each tangent is half the way between a point's two neighbours.
    """
    padded = np.concatenate([points[:1], points, points[-1:]])
    tangents = (padded[2:] - padded[:-2]) / 6.0
    return np.stack([points[:-1] + tangents[:-1], points[1:] - tangents[1:]], axis=1)


def extent(stroke: Stroke) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the least and the greatest x and y that a stroke's ink can reach, each (2,)."""
    hull = np.concatenate([stroke.points, curve_controls(stroke.points).reshape(-1, 2)])
    return hull.min(axis=0) - stroke.width / 2, hull.max(axis=0) + stroke.width / 2


def curve_points(stroke: Stroke, spacing: float) -> Stroke:
    """Return the same stroke with points along its curve, no more than about `spacing` apart."""
    points, pressures = stroke.points, stroke.pressures.astype(np.float64)
    if len(points) < 2:
        return stroke
    controls = curve_controls(points)
    length = np.hypot(*np.diff(points, axis=0).T)
    pieces = [
        _piece(points[i], controls[i], points[i + 1], max(1, int(np.ceil(length[i] / spacing))))
        for i in range(len(controls))
    ]
    along = np.concatenate(
        [i + np.arange(len(piece)) / len(piece) for i, piece in enumerate(pieces)]
    )
    along = np.append(along, len(pieces))
    fine = np.interp(along, np.arange(len(points)), pressures).astype(np.float32)
    return Stroke(np.concatenate([*pieces, points[-1:]]), fine, stroke.width)


def _piece(
    start: NDArray[np.float64], controls: NDArray[np.float64], end: NDArray[np.float64], count: int
) -> NDArray[np.float64]:
    """Return `count` points of one Bézier curve, its start among them and its end not."""
    t = (np.arange(count) / count)[:, None]
    s = 1 - t
    points: NDArray[np.float64] = (
        s**3 * start + 3 * s * s * t * controls[0] + 3 * s * t * t * controls[1] + t**3 * end
    )
    return points
