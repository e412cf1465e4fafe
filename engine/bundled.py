"""Reads the MNIST that travels with the program. Other people's files are `folders`' business."""

import numpy as np
from numpy.typing import NDArray

import assets
from engine.idx import parse_idx
from engine.splits import Dataset, Split

DIGITS = tuple("0123456789")


def load_mnist() -> Dataset:
    """Return all ten digits: 60,000 to train, and the 10,000 of the test set as validation."""
    return Dataset(_read_split("train"), _read_split("t10k"), DIGITS, "mnist")


def load_mnist_sample() -> Dataset:
    """Return every 3 and 7 of MNIST, the set that fast.ai calls MNIST_SAMPLE: 12,396 and 2,038.

    The images come class after class, as a folder of them would.
    """
    pair = ("3", "7")
    mnist = load_mnist()
    return Dataset(_only(mnist.train, pair), _only(mnist.valid, pair), pair, "mnist_sample")


def _read_split(part: str) -> Split:
    images = _read(f"mnist/{part}-images-idx3-ubyte.gz")
    return Split(images, _read(f"mnist/{part}-labels-idx1-ubyte.gz").astype(np.int64))


def _only(split: Split, digits: tuple[str, ...]) -> Split:
    places = [np.flatnonzero(split.labels == DIGITS.index(digit)) for digit in digits]
    labels = np.repeat(np.arange(len(digits)), [len(place) for place in places])
    return Split(split.images[np.concatenate(places)], labels)


def _read(name: str) -> NDArray[np.uint8]:
    path = assets.path(name)
    return parse_idx(path.read_bytes(), path.name)
