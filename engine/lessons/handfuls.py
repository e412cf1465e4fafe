"""A handful of a dataset's images, drawn at random, and false labels for them."""

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Dataset, Split

_FEWEST = 2  # images of a class: one to keep its label, one to get a false one


def draw_few(pool: Dataset, images: int, draw: int) -> Dataset:
    """Draw so many images, as many of each class and at least two; the number says which."""
    generator = np.random.default_rng(draw)
    each = max(_FEWEST, images // len(pool.classes))
    train = pool.train
    rows = np.concatenate(
        [
            generator.permutation(np.flatnonzero(train.labels == label))[:each]
            for label in range(len(pool.classes))
        ]
    )
    few = Split(train.images[rows], train.labels[rows])
    return Dataset(few, pool.valid, pool.classes, pool.name)


def half_false(labels: NDArray[np.int64], classes: int, seed: int) -> NDArray[np.int64]:
    """Give half of each class's images the label of another class, drawn anew for each."""
    generator = np.random.default_rng(seed)
    given = labels.copy()
    for label in range(classes):
        rows = generator.permutation(np.flatnonzero(labels == label))
        rows = rows[: len(rows) // 2]
        given[rows] = (label + generator.integers(1, classes, len(rows))) % classes
    return given


def dealt_out(labels: NDArray[np.int64], classes: int, seed: int) -> NDArray[np.int64]:
    """Deal all labels out evenly among the images of each class, so that they tell nothing of it.

    Merely shuffled, many of a few images would keep their own label by chance.
    """
    generator = np.random.default_rng(seed)
    dealt = labels.copy()
    for label in range(classes):
        rows = np.flatnonzero(labels == label)
        first = generator.integers(classes)
        dealt[rows] = generator.permutation((first + np.arange(len(rows))) % classes)
    return dealt
