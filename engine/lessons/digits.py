"""What the experiments calculate with: the sketch from 0 to 1, and the stacks of 3s and 7s."""

import numpy as np
from numpy.typing import NDArray

from engine.inference.similarity import PixelSimilarity
from engine.lessons.lab import Lab

Floats = NDArray[np.float32]


def ink(lab: Lab) -> Floats:
    """Return the sketch as float32 (28, 28), 0 paper to 1 ink."""
    return lab.sketch.astype(np.float32) / np.float32(255)


def stack_of(lab: Lab, digit: str) -> NDArray[np.uint8]:
    """Return all training images of a digit of the sample, "3" or "7": uint8 (N, 28, 28)."""
    train = lab.sample.train
    images: NDArray[np.uint8] = train.images[train.labels == lab.sample.classes.index(digit)]
    return images


def baseline(lab: Lab) -> PixelSimilarity:
    """Return the mean 3 and the mean 7, and what is measured with them."""
    return PixelSimilarity.of(lab.sample.train, lab.sample.classes)
