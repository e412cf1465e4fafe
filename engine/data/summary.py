"""What can be said of many images at once: how many, their mean, and how often each grey occurs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Summary:
    """Sums over images; two of them add up, so that a large set can be read in pieces."""

    count: int
    total: NDArray[np.int64]  # (28, 28)
    histogram: NDArray[np.int64]  # (256,) how many pixels have each value

    @classmethod
    def of(cls, images: NDArray[np.uint8]) -> "Summary":
        """Sum up images uint8 (N, 28, 28); N may be 0."""
        total = images.sum(axis=0, dtype=np.int64)
        return cls(len(images), total, np.bincount(images.ravel(), minlength=256))

    def __add__(self, other: "Summary") -> "Summary":
        return Summary(
            self.count + other.count, self.total + other.total, self.histogram + other.histogram
        )

    @property
    def mean(self) -> NDArray[np.float32]:
        """The mean image, float32 (28, 28), 0 paper to 1 ink; paper where there is no image."""
        return (self.total / (255 * max(self.count, 1))).astype(np.float32)

    @property
    def mean_ink(self) -> float:
        """The mean of all pixels, 0 to 255."""
        return float(self.mean.mean()) * 255

    @property
    def paper_share(self) -> float:
        """The share of pixels without any ink, 0 to 1."""
        return float(self.histogram[0]) / max(int(self.histogram.sum()), 1)
