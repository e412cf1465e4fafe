"""Reads MNIST and the pen strokes that travel with the program; other files are for `folders`.

People's pen strokes part by writer: 20 to train, 5 to validate, and 5 whom nothing in the program
learns from, so that whatever was trained can be measured on them (`load_left_out`).
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

import assets
from engine.data.idx import parse_idx
from engine.data.splits import Dataset, Split
from engine.data.watch import Watch

DIGITS = tuple("0123456789")
PENS_AMONG_MNIST = 3  # times each to train on: once, and the 60,000 of other hands outweigh them


def load_mnist() -> Dataset:
    """Return all ten digits: 60,000 to train, and the 10,000 of the test set as validation."""
    return Dataset(_read_split("train"), _read_split("t10k"), DIGITS, "mnist")


def load_mnist_sample() -> Dataset:
    """Return every 3 and 7 of MNIST, the set that fast.ai calls MNIST_SAMPLE: 12,396 and 2,038.

    The images come in MNIST's order, so that any slice of them holds both.
    """
    pair = ("3", "7")
    mnist = load_mnist()
    return Dataset(_only(mnist.train, pair), _only(mnist.valid, pair), pair, "mnist_sample")


def load_pens() -> Dataset:
    """Return digits that people wrote on a tablet: of 20 to train, of 5 others to validate."""
    return Dataset(_read_split("train", "pens"), _read_split("valid", "pens"), DIGITS, "pens")


def load_mnist_and_pens() -> Dataset:
    """Return MNIST, then the pen strokes; each of those to train on is there several times."""
    mnist, pens = load_mnist(), load_pens()
    train = _joined(mnist.train, *[pens.train] * PENS_AMONG_MNIST)
    return Dataset(train, _joined(mnist.valid, pens.valid), DIGITS, "mnist+pens")


@cache
def load_left_out(classes: tuple[str, ...]) -> Split:
    """Return the digits of the left-out writers that are of these classes.

    There are none where a class is no digit: nobody drew those.
    """
    split = _read_split("left-out", "pens")
    known = classes if set(classes) <= set(DIGITS) else ()
    places = np.array([known.index(d) if d in known else -1 for d in DIGITS], np.int64)
    labels = places[split.labels]
    return Split(split.images[labels >= 0], labels[labels >= 0])


def _read_split(part: str, folder: str = "mnist") -> Split:
    images = _read(f"{folder}/{part}-images-idx3-ubyte.gz")
    return Split(images, _read(f"{folder}/{part}-labels-idx1-ubyte.gz").astype(np.int64))


def _joined(*splits: Split) -> Split:
    images, labels = [s.images for s in splits], [s.labels for s in splits]
    return Split(np.concatenate(images), np.concatenate(labels))


def _only(split: Split, digits: tuple[str, ...]) -> Split:
    values = [DIGITS.index(digit) for digit in digits]  # ascending, as searchsorted needs them
    mine = np.isin(split.labels, values)
    return Split(split.images[mine], np.searchsorted(values, split.labels[mine]))


def _read(name: str) -> NDArray[np.uint8]:
    path = assets.path(name)
    return parse_idx(path.read_bytes(), path.name, Watch(None, path.name))
