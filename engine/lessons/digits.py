"""What the experiments calculate with: the sketch from 0 to 1, and the stacks of 3s and 7s."""

import numpy as np
from numpy.typing import NDArray

from engine.inference.similarity import PixelSimilarity
from engine.lessons.lab import Lab

Floats = NDArray[np.float32]


def ink(lab: Lab) -> Floats:
    """Return the sketch as float32 (28, 28), 0 paper to 1 ink."""
    return lab.sketch.astype(np.float32) / np.float32(255)


def moved(image: NDArray[np.uint8], right: int, down: int) -> NDArray[np.uint8]:
    """Return an image (28, 28) moved by so many pixels; what leaves it is lost."""
    rolled = np.roll(image, (down, right), (0, 1))
    rows, columns = np.arange(28) - down, np.arange(28) - right
    inside = ((rows >= 0) & (rows < 28))[:, None] & (columns >= 0) & (columns < 28)
    result: NDArray[np.uint8] = np.where(inside, rolled, 0).astype(np.uint8)
    return result


def stack_of(lab: Lab, digit: str) -> NDArray[np.uint8]:
    """Return all training images of a digit of the sample, "3" or "7": uint8 (N, 28, 28)."""
    train = lab.sample.train
    images: NDArray[np.uint8] = train.images[train.labels == lab.sample.classes.index(digit)]
    return images


def baseline(lab: Lab) -> PixelSimilarity:
    """Return the mean 3 and the mean 7, and what is measured with them."""
    return PixelSimilarity.of(lab.sample.train, lab.sample.classes)
