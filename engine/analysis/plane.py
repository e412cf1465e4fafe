"""A plane in the space in which a network's weights are a point, and paths on it. No torch.

Which plane is laid through which points is told in `landscape`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]  # (D,): all weights and biases of a network, one after the other
Places = NDArray[np.float64]  # (N, 2), on a plane
_MARGIN = 0.2  # around the paths, of the longer side of the box
_OTHERS = 8.0  # times as large as for the run alone: no other run's path makes the box larger


class Laid(NamedTuple):
    """A moment of a run on a plane."""

    place: NDArray[np.float64]  # (2,), the nearest one
    distance: float  # from the plane
    way: float  # how far the moment is from the plane's origin


@dataclass(frozen=True, eq=False)
class Plane:
    """A point that lies on it, and two axes (2, D) of length 1."""

    origin: Vector
    axes: NDArray[np.float64]
    randoms: int  # how many axes are random
    reach: float = 0.0  # how long a random direction was, before its length was made 1

    def at(self, place: NDArray[np.float64]) -> Vector:
        """Return the weights at a place (2,) of the plane."""
        weights: Vector = self.origin + place @ self.axes
        return weights

    def lay(self, weights: Vector) -> Laid:
        """Lay some weights on the plane, at the place that is nearest."""
        moved = weights - self.origin
        gram = self.axes @ self.axes.T
        place: NDArray[np.float64] = np.linalg.solve(gram, self.axes @ moved).astype(np.float64)
        away = weights - self.at(place)
        return Laid(place, float(np.linalg.norm(away)), float(np.linalg.norm(moved)))


@dataclass(frozen=True, eq=False)
class Path:
    """The moments of a run as they lie on a plane: after `steps` batches, at `places`."""

    steps: tuple[int, ...]
    places: Places
    distances: NDArray[np.float64]  # (N,), of each moment from the plane
    share: float  # of the ways from the plane's origin that the plane shows, in squares; 0 to 1

    @classmethod
    def of(cls, steps: Sequence[int], moments: Sequence[Laid]) -> "Path":
        """Make the path of moments that are laid on a plane."""
        distances = np.array([moment.distance for moment in moments])
        whole = float(np.sum(np.square([moment.way for moment in moments])))
        share = 1 - float(np.sum(distances**2)) / whole if whole else 1.0
        places = np.array([moment.place for moment in moments])
        return cls(tuple(steps), places, distances, max(0.0, share))


@dataclass(frozen=True)
class Box:
    """The part of a plane that is looked at: from where to where."""

    left: float
    right: float
    low: float
    high: float

    def holds(self, places: Places) -> bool:
        """Tell whether all places lie in it."""
        inside = (places >= [self.left, self.low]) & (places <= [self.right, self.high])
        return bool(inside.all())


def box_around(plane: Plane, own: Places, *others: Places) -> Box:
    """Return a square around the paths that leaves out what is very far from the run's own.

    On a random plane it reaches as far to each side as the random directions do, if the paths
    don't reach farther. Of a run that stays where it began the other paths alone say how large.
    """
    least = plane.reach if plane.randoms == len(plane.axes) else 0.0
    together = np.concatenate([own, *others])
    middle, half = _square(own)
    half = max(half, least) or _square(together)[1] or 1.0
    low, high = middle - _OTHERS * half, middle + _OTHERS * half
    middle, around = _square(np.clip(together, low, high))
    half = max(half, around)
    return Box(middle[0] - half, middle[0] + half, middle[1] - half, middle[1] + half)


def _square(places: Places) -> tuple[NDArray[np.float64], float]:
    """Return the middle, and half the side, of a square around places."""
    low, high = places.min(axis=0), places.max(axis=0)
    return (low + high) / 2, (0.5 + _MARGIN) * float((high - low).max())
