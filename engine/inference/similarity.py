"""The baseline that any learning has to beat: which mean digit is the image nearest to?

Chapter 4's pixel similarity, on plain numpy arrays. Nothing is learned by gradient here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Split
from engine.errors import DataError
from engine.inference.prediction import Prediction

Norm = Literal["l1", "rmse"]
_ROWS_AT_ONCE = 256  # keeps the differences to all the means within a few megabytes


def class_means(split: Split, classes: tuple[str, ...]) -> Iterator[NDArray[np.float32]]:
    """Yield each class's mean image in `split`, as the book makes its mean 3 and mean 7.

    float32 (28, 28), 0 paper to 1 ink. Raises DataError at a class without any image.
    """
    for label, name in enumerate(classes):
        images = split.images[split.labels == label]
        if not len(images):
            raise DataError("class_without_images", name=name)
        yield (images.mean(axis=0) / 255).astype(np.float32)


@dataclass(frozen=True)
class PixelSimilarity:
    """The mean image of each class: `means` float32 (C, 28, 28), 0 paper to 1 ink."""

    means: NDArray[np.float32]
    classes: tuple[str, ...]

    @classmethod
    def of(cls, split: Split, classes: tuple[str, ...]) -> "PixelSimilarity":
        """Average the images of each class in `split`. Raises DataError for a class without any."""
        return cls(np.stack(list(class_means(split, classes))), classes)

    def distances(self, images: NDArray[np.uint8], norm: Norm = "l1") -> NDArray[np.float32]:
        """Measure how far images (N, 28, 28) are from each mean: float32 (N, C), 0 to 1.

        "l1" is the mean absolute difference, "rmse" the root of the mean squared one.
        """
        chunks = [images[i : i + _ROWS_AT_ONCE] for i in range(0, len(images), _ROWS_AT_ONCE)]
        if not chunks:
            return np.empty((0, len(self.classes)), np.float32)
        return np.concatenate([self._distances(chunk, norm) for chunk in chunks])

    def predict(self, image: NDArray[np.uint8], norm: Norm = "l1") -> Prediction:
        """Say which mean the image (28, 28) is nearest to.

        The probabilities only rank the classes: they are each distance's share of nearness, and
        nobody calibrated them.
        """
        distances = self.distances(image[None], norm)[0]
        nearness = np.exp(-(distances - distances.min()) / max(float(distances.std()), 1e-6))
        probabilities = (nearness / nearness.sum()).astype(np.float32)
        label = self.classes[int(distances.argmin())]
        return Prediction(label, probabilities, self.classes, known=bool(image.any()))

    def accuracy(self, split: Split, norm: Norm = "l1") -> float:
        """Return the share of `split` that is nearest to its own class's mean, 0 to 1."""
        nearest = self.distances(split.images, norm).argmin(axis=1)
        return float((nearest == split.labels).mean())

    def _distances(self, images: NDArray[np.uint8], norm: Norm) -> NDArray[np.float32]:
        x = images.astype(np.float32) / 255
        difference = x[:, None] - self.means  # (N, C, 28, 28)
        measured = np.abs(difference) if norm == "l1" else np.square(difference)
        mean: NDArray[np.float32] = measured.reshape(*measured.shape[:2], -1).mean(axis=2)
        return mean if norm == "l1" else np.sqrt(mean)
