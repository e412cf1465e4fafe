"""What the curves run along: batches and epochs, the images seen, or the time taken. No widgets."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from desktop.plots.series import Points, Series

Numbers = NDArray[np.float64]


class Along(StrEnum):
    """Runs with batches of different sizes are compared by images seen, others by time."""

    BATCHES = "batches"
    IMAGES = "images"
    SECONDS = "seconds"


class Unit(Protocol):
    """Tells where points stand whose x are counted in batches or epochs."""

    def of(self, counted: Numbers) -> Numbers: ...


@dataclass(frozen=True)
class Images:
    """So many images an epoch of so many batches; an epoch's last batch may be smaller."""

    images: int
    batches: int
    batch_size: int

    def of(self, counted: Numbers) -> Numbers:
        epochs, rest = np.divmod(counted, self.batches)
        return np.asarray(epochs * self.images + np.minimum(rest * self.batch_size, self.images))


@dataclass(frozen=True)
class Seconds:
    """The time at each batch or epoch; before the first and between two it passes evenly."""

    times: Series

    def of(self, counted: Numbers) -> Numbers:
        times = self.times
        x, y = np.append(0.0, times.x), np.append(0.0, times.y)
        return np.asarray(np.interp(counted, x, y))


@dataclass(frozen=True)
class InUnit:
    """Points of which x is told in another unit."""

    points: Series
    unit: Unit

    def __len__(self) -> int:
        return len(self.points)

    @property
    def x(self) -> Numbers:
        return self.unit.of(self.points.x)

    @property
    def y(self) -> Numbers:
        return self.points.y

    @property
    def changes(self) -> int:
        return self.points.changes


def in_unit(points: Series, unit: Unit | None) -> Points:
    """Return the points as they are, or as the unit has them."""
    return InUnit(points, unit) if unit else points


def place_in(counted: float, unit: Unit | None) -> float:
    """Return where one point stands."""
    return float(unit.of(np.array([counted]))[0]) if unit else counted
