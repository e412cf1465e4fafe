"""Images to leaf through, looked up where they lie: nothing is copied, however many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.data.tree import Wanted
from engine.data.splits import Dataset

Image = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Album(Sequence[Image]):
    """Chosen rows of image arrays, one array after the other; `titles` says what each image is."""

    parts: tuple[tuple[Image, NDArray[np.int64]], ...]  # images (N, 28, 28), rows (n,)
    titles: tuple[NDArray[np.str_], ...]  # (n,) for each part

    @classmethod
    def of(cls, dataset: Dataset, wanted: Wanted) -> "Album":
        """Return the wanted images of a dataset, those to train on first."""
        parts, titles = [], []
        names = np.array(dataset.classes)
        for name, split in (("train", dataset.train), ("valid", dataset.valid)):
            if wanted.split in (None, name):
                rows = np.arange(len(split))
                if wanted.label is not None:
                    rows = np.flatnonzero(split.labels == dataset.classes.index(wanted.label))
                parts.append((split.images, rows))
                titles.append(names[split.labels[rows]])
        return cls(tuple(parts), tuple(titles))

    def __len__(self) -> int:
        return sum(len(rows) for _, rows in self.parts)

    def __getitem__(self, index: Any) -> Any:
        part, row = self._find(index)
        images, rows = self.parts[part]
        return images[rows[row]]

    def title(self, index: int) -> str:
        """Return the class of an image."""
        part, row = self._find(index)
        return str(self.titles[part][row])

    def _find(self, index: int) -> tuple[int, int]:
        for part, (_, rows) in enumerate(self.parts):
            if 0 <= index < len(rows):
                return part, index
            index -= len(rows)
        raise IndexError(index)
