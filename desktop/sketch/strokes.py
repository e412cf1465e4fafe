"""Strokes as vectors in pad units, without Qt. How they are painted lives in `canvas`.

One pad unit is the shorter side of the pad; x runs right, y runs down.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CLOSEST = 1e-3  # pad units; a pen that rests sends the same point again and again


@dataclass(frozen=True, eq=False)
class Stroke:
    """One drag of the pen. `points` float64 (N, 2), N >= 1; `pressures` float32 (N,), 0 to 1."""

    points: NDArray[np.float64]
    pressures: NDArray[np.float32]

    @property
    def has_pressure(self) -> bool:
        """Whether the pen told different pressures: a mouse always tells one and the same."""
        return bool(np.ptp(self.pressures) > 0)


Strokes = tuple[Stroke, ...]


class StrokeBuilder:
    """A stroke that is being drawn: points come one at a time."""

    def __init__(self, x: float, y: float, pressure: float) -> None:
        self._points = [(x, y)]
        self._pressures = [pressure]

    def extend(self, x: float, y: float, pressure: float) -> bool:
        """Add a point; return False, and add nothing, where it is no further than `CLOSEST`."""
        last_x, last_y = self._points[-1]
        if abs(x - last_x) < CLOSEST and abs(y - last_y) < CLOSEST:
            return False
        self._points.append((x, y))
        self._pressures.append(pressure)
        return True

    def stroke(self) -> Stroke:
        """Return what has been drawn so far."""
        return Stroke(np.array(self._points), np.array(self._pressures, np.float32))


def curve_controls(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Bézier control points of a smooth curve through `points` (N, 2): (N - 1, 2, 2).

    A uniform Catmull-Rom spline: each tangent is half the way between a point's two neighbours.
    """
    padded = np.concatenate([points[:1], points, points[-1:]])
    tangents = (padded[2:] - padded[:-2]) / 6.0
    return np.stack([points[:-1] + tangents[:-1], points[1:] - tangents[1:]], axis=1)
