"""Images to leaf through: which there are and what each is, and those of them that are here. No Qt.

The images stay with the worker, as a dataset may be large: `supply` brings what comes into view.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.data.tree import Wanted
from engine.data.splits import Dataset

Image = NDArray[np.uint8]
OF_EACH = 20  # images of a class in a draw


@dataclass(frozen=True, eq=False)
class Inventory:
    """What is known of a dataset without its images, which lie in rows: those to train on first."""

    name: str
    classes: tuple[str, ...]
    labels: NDArray[np.unsignedinteger]  # (rows,)
    train: int  # how many rows are to train on

    @classmethod
    def of(cls, dataset: Dataset) -> "Inventory":
        """List a dataset's images, in the smallest type that holds the labels."""
        labels = np.concatenate([dataset.train.labels, dataset.valid.labels])
        small = labels.astype(np.min_scalar_type(len(dataset.classes)))
        return cls(dataset.name, dataset.classes, small, len(dataset.train))

    def rows(self, wanted: Wanted) -> NDArray[np.int64]:
        """Return the rows of the wanted images."""
        is_wanted = np.ones(len(self.labels), bool)
        if wanted.label is not None:
            is_wanted = self.labels == self.classes.index(wanted.label)
        if wanted.split == "train":
            is_wanted[self.train :] = False
        elif wanted.split == "valid":
            is_wanted[: self.train] = False
        rows = np.flatnonzero(is_wanted)
        return self._drawn(rows, wanted.draw) if wanted.draw else rows

    def _drawn(self, rows: NDArray[np.int64], draw: int) -> NDArray[np.int64]:
        """Return a few of the rows of each class, class after class."""
        mixed = np.random.default_rng(draw).permutation(rows)
        of_class = (mixed[self.labels[mixed] == label] for label in range(len(self.classes)))
        return np.concatenate([mine[:OF_EACH] for mine in of_class])

    def title(self, row: np.int64) -> str:
        """Return the class of an image."""
        return self.classes[int(self.labels[row])]


def pick(dataset: Dataset, rows: NDArray[np.int64]) -> Image:
    """Return the images (n, 28, 28) in some rows of a dataset's inventory."""
    train = len(dataset.train)
    images = np.empty((len(rows), *dataset.train.images.shape[1:]), np.uint8)
    images[rows < train] = dataset.train.images[rows[rows < train]]
    images[rows >= train] = dataset.valid.images[rows[rows >= train] - train]
    return images


class Album(Sequence[Image | None]):
    """The images in `rows` of an inventory; each is None until it was put in."""

    def __init__(self, inventory: Inventory, wanted: Wanted) -> None:
        self.rows = inventory.rows(wanted)
        self._inventory = inventory
        self._images: dict[int, Image] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: Any) -> Any:
        return self._images.get(index)

    def title(self, index: int) -> str:
        """Return the class of an image, whether it is here or not."""
        return self._inventory.title(self.rows[index])

    def missing(self, places: range) -> list[int]:
        """Return those of some places whose images aren't here yet."""
        return [place for place in places if place not in self._images]

    def put(self, places: Sequence[int], images: Image) -> None:
        """Put images (n, 28, 28) in at their places."""
        self._images.update(zip(places, images, strict=True))
