"""What a set of labelled images is: `Split` and `Dataset`, frozen and checked.

Where sets come from and go to lives in `loading` and the formats beside it.
"""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.findings import Finding
from engine.errors import DataError

SIDE_PX = 28


@dataclass(frozen=True, eq=False)
class Split:
    """Images uint8 (N, 28, 28), 0 paper to 255 ink, and int64 labels (N,), places in `classes`.

    The arrays are read-only: a split may be shared by threads without a lock.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]

    def __post_init__(self) -> None:
        images, labels = self.images, self.labels
        if images.dtype != np.uint8 or images.ndim != 3 or images.shape[1:] != (SIDE_PX, SIDE_PX):
            raise DataError("images_wanted", found=f"{images.dtype} {images.shape}")
        if labels.dtype != np.int64 or labels.shape != (len(images),):
            raise DataError(
                "labels_wanted", images=len(images), found=f"{labels.dtype} {labels.shape}"
            )
        object.__setattr__(self, "images", _read_only(images))
        object.__setattr__(self, "labels", _read_only(labels))

    def __len__(self) -> int:
        return len(self.labels)


@dataclass(frozen=True, eq=False)
class Dataset:
    """A training and a validation split that share `classes`: the label i means `classes[i]`."""

    train: Split
    valid: Split
    classes: tuple[str, ...]
    name: str  # what people call it: "mnist", or the name of the folder or file
    origin: str = ""  # the path that it was read from
    format: str = ""  # the name of its format in the table
    findings: tuple[Finding, ...] = ()  # what was changed, left out or noticed on the way

    def __post_init__(self) -> None:
        if len(self.classes) < 2:
            raise DataError("only_one_class", file=self.name, name=", ".join(self.classes))
        if len(set(self.classes)) < len(self.classes):
            raise DataError("class_twice", file=self.name, classes=self.classes)
        for split, empty in (
            (self.train, DataError("no_training_images", file=self.name)),
            (self.valid, DataError("no_validation_images", file=self.name)),
        ):
            if not len(split):
                raise empty
            low, high = int(split.labels.min()), int(split.labels.max())
            if low < 0 or high >= len(self.classes):
                last = len(self.classes) - 1
                raise DataError("labels_outside", file=self.name, low=low, high=high, last=last)

    @cached_property
    def fingerprint(self) -> str:
        """16 hex characters that stand for the arrays and the classes, whatever the name."""
        digest = hashlib.sha256("\0".join(self.classes).encode("utf-8", "surrogatepass"))
        for split in (self.train, self.valid):
            digest.update(b"%d" % len(split))
            digest.update(np.ascontiguousarray(split.images).data)
            digest.update(split.labels.astype("<i8").data)
        return digest.hexdigest()[:16]


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    view = array.view()
    view.flags.writeable = False
    return view
