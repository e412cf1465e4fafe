"""What a reader gives: images and the names of their classes, before anything is checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.files import Files
from engine.data.findings import Finding
from engine.data.watch import Watch


@dataclass(frozen=True, eq=False)
class Part:
    """Images uint8 (N, 28, 28), 0 black to 255 white, and the names of their classes, str (N,)."""

    images: NDArray[np.uint8]
    labels: NDArray[Any]

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, eq=False)
class Raw:
    """All that a reader found. Without `valid`, a part of `train` has to be held back.

    `transposed` says that the files are known for rows that stand as columns.
    """

    train: Part
    valid: Part | None = None
    findings: Sequence[Finding] = ()
    transposed: bool = False


@dataclass(frozen=True, eq=False)
class Found:
    """A dataset that lies in a place: the name to choose it by, its files, and how it is read."""

    name: str  # a path in the place; "" for all that is there
    files: frozenset[str]
    read: Callable[[Files, Watch], Raw] = field(repr=False)
