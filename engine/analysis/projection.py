"""A flat map of many-dimensional points: principal component analysis, and nothing cleverer.

It can place new points on a map that is already drawn, which a sketch on the pad needs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float32]


@dataclass(frozen=True)
class Projection:
    """A map of d-dimensional points: where its middle is and which way its two axes point."""

    centre: Points  # (d,)
    axes: Points  # (2, d), of length 1 and at right angles; the first is the longer spread
    shares: tuple[float, float]  # of all the spread that each axis shows, 0 to 1

    def place(self, points: Points) -> Points:
        """Return where points (N, d) lie on the map: float32 (N, 2)."""
        placed: Points = ((points - self.centre) @ self.axes.T).astype(np.float32)
        return placed


def principal_axes(points: Points) -> Projection:
    """Find the flat map that keeps most of the spread of points (N, d), N at least 1.

    Each axis points so that its largest component is positive, so the same points always give the
    same map.
    """
    centre = points.mean(axis=0, dtype=np.float64)
    centred = points - centre
    spread, directions = np.linalg.eigh(centred.T @ centred)  # ascending
    axes = np.zeros((2, points.shape[1]))
    found = directions[:, ::-1].T[:2]
    strongest = np.take_along_axis(found, np.abs(found).argmax(axis=1)[:, None], axis=1)
    axes[: len(found)] = found * np.sign(strongest)
    whole = max(float(spread.sum()), np.finfo(np.float64).tiny)
    first, second = (float(value) for value in np.append(spread[::-1], 0.0)[:2])
    shares = (max(first, 0.0) / whole, max(second, 0.0) / whole)
    return Projection(centre.astype(np.float32), axes.astype(np.float32), shares)
