"""What the window and the worker tell each other of a landscape: frozen values."""

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import RunStart
from engine.analysis.plane import Box, Path


class Kind(Enum):
    """Which plane."""

    MOMENTS = auto()  # through start, end and best moment
    PATHS = auto()  # along the two main directions of the paths
    RANDOM = auto()  # two random directions around the end


@dataclass(frozen=True)
class Wish:
    """Around which run, whose paths beside its own, on which plane, by how many images.

    `ended` says of the own run, and of each other one, whether it has.
    """

    own: RunStart
    others: tuple[RunStart, ...]
    ended: tuple[bool, ...]
    kind: Kind
    images: int


class Left(Enum):
    """Why a ticked run's path isn't shown."""

    BEGAN_ELSEWHERE = auto()
    NOT_KEPT = auto()


class Spot(Enum):
    """A moment that is marked."""

    START = auto()
    BEST = auto()
    END = auto()


@dataclass(frozen=True)
class Marked:
    """Where a moment of the run lies, after how many batches, and the loss that it has itself."""

    spots: tuple[Spot, ...]  # several where they are the same
    step: int
    place: tuple[float, float]
    distance: float  # from the plane
    loss: float


@dataclass(frozen=True)
class Ended:
    """Where a path ends: after how many batches, the loss of the map there, how far that is from
    the start, and from the end of the run whose landscape it is.
    """

    step: int
    loss: float
    from_start: float
    from_own: float


@dataclass(frozen=True, eq=False)
class Found:
    """The plane: how many of its axes are random, and what lies on it, by the runs' numbers."""

    wish: Wish
    randoms: int
    paths: dict[int, Path]
    ends: dict[int, Ended]
    left: dict[int, Left]
    marks: tuple[Marked, ...]
    box: Box
    images: int  # of so many training images
    of: int

    def loss_at(self, run: int, step: int) -> float | None:
        """Return the loss that a moment has itself; None where it wasn't worked out."""
        losses = {(run, ended.step): ended.loss for run, ended in self.ends.items()}
        losses |= {(self.wish.own.number, mark.step): mark.loss for mark in self.marks}
        return losses.get((run, step))


@dataclass(frozen=True)
class Reading:
    """How much of the plane is known, 0 to 1."""

    share: float


@dataclass(frozen=True, eq=False)
class Measured:
    """The loss at places of the box, (n, n) from low to high and from left to right."""

    losses: NDArray[np.float64]
    is_finest: bool
