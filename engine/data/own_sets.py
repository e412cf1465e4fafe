"""The drawings that a person kept, as datasets: alone, and among the images of another dataset."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine.data.drawings import KeptDrawing, own_folder, read_own
from engine.data.findings import Finding, left_out
from engine.data.layout import natural_key
from engine.data.splits import SIDE_PX, Dataset, Split
from engine.errors import DataError

NAME = "my drawings"
SHARE = 0.1  # of the images to train on, when a person's few stand among many others
MOST_REPEATS = 200  # beyond that, a single drawing would be learned by heart


def load_own(folder: Path | None = None) -> Dataset:
    """Return the drawings alone. Raises DataError where there are too few to learn from.

    A class of which nothing is left to learn from is left out; so are damaged files, with a word.
    """
    drawings, findings = _some(folder)
    classes = _learned(drawings)
    if len(classes) < 2:
        raise DataError("own_one_class", name=classes[0])
    train, valid = _splits(drawings, classes)
    if not len(valid):
        raise DataError("own_nothing_to_test")
    return Dataset(train, valid, classes, NAME, findings=findings)


def load_own_with(others: Dataset, folder: Path | None = None) -> Dataset:
    """Return the drawings among another dataset's images. Raises DataError where there is none.

    Classes are those of either; equal names are one class. Each drawing to learn from is repeated,
    up to `MOST_REPEATS` times, so that together they come near `SHARE` of all images. What is
    tested on are the other dataset's validation images, and the drawings kept back.
    """
    drawings, findings = _some(folder)
    classes = tuple(sorted({*others.classes, *_learned(drawings)}, key=natural_key))
    own_train, own_valid = _splits(drawings, classes)
    times = int(np.clip(SHARE * len(others.train) / len(own_train), 1, MOST_REPEATS))
    rows = np.tile(np.arange(len(own_train)), times)
    repeated = Split(own_train.images[rows], own_train.labels[rows])
    places = np.array([classes.index(name) for name in others.classes], np.int64)
    return Dataset(
        _join(others.train, places, repeated),
        _join(others.valid, places, own_valid),
        classes,
        f"{NAME} + {'MNIST' if others.name == 'mnist' else others.name}",
        findings=(*others.findings, *findings),
    )


def _some(folder: Path | None) -> tuple[list[KeptDrawing], tuple[Finding, ...]]:
    damaged: list[Path] = []
    drawings = list(read_own(own_folder() if folder is None else folder, damaged.append))
    if all(drawing.kept_back for drawing in drawings):
        raise DataError("own_empty")
    names = [path.name for path in damaged]
    return drawings, (left_out("images_left_out", n=len(names), files=names),) if names else ()


def _learned(drawings: Sequence[KeptDrawing]) -> tuple[str, ...]:
    """Return the classes of which there is something to learn from."""
    return tuple(sorted({d.label for d in drawings if not d.kept_back}, key=natural_key))


def _splits(drawings: Sequence[KeptDrawing], classes: tuple[str, ...]) -> tuple[Split, Split]:
    """Return what to learn from and what to test on; labels are places in `classes`."""

    def split(kept_back: bool) -> Split:
        mine = [d for d in drawings if d.kept_back == kept_back and d.label in classes]
        images = np.array([d.image for d in mine], np.uint8).reshape(-1, SIDE_PX, SIDE_PX)
        return Split(images, np.array([classes.index(d.label) for d in mine], np.int64))

    return split(False), split(True)


def _join(others: Split, places: np.ndarray, own: Split) -> Split:
    """Return the others, whose labels are places in `places`, before one's own."""
    return Split(
        np.concatenate([others.images, own.images]),
        np.concatenate([places[others.labels], own.labels]),
    )
