"""Reads the MNIST that travels with the program. Other people's files are `folders`' business."""

import numpy as np
from numpy.typing import NDArray

import assets
from engine.data.idx import parse_idx
from engine.data.splits import Dataset, Split
from engine.data.watch import Watch

DIGITS = tuple("0123456789")


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


def _read_split(part: str) -> Split:
    images = _read(f"mnist/{part}-images-idx3-ubyte.gz")
    return Split(images, _read(f"mnist/{part}-labels-idx1-ubyte.gz").astype(np.int64))


def _only(split: Split, digits: tuple[str, ...]) -> Split:
    values = [DIGITS.index(digit) for digit in digits]  # ascending, as searchsorted needs them
    mine = np.isin(split.labels, values)
    return Split(split.images[mine], np.searchsorted(values, split.labels[mine]))


def _read(name: str) -> NDArray[np.uint8]:
    path = assets.path(name)
    return parse_idx(path.read_bytes(), path.name, Watch(None, path.name))
