"""Whether confidence means something: of the answers given at 90 %, are 9 in 10 right?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Reliability:
    """Answers sorted into equal steps of confidence from 0 to 1; an empty step holds NaN."""

    counts: NDArray[np.int64]  # (bins,) how many answers
    confidence: NDArray[np.float64]  # (bins,) the mean probability that they were given with
    accuracy: NDArray[np.float64]  # (bins,) the share of them that is right

    @property
    def expected_error(self) -> float:
        """The expected calibration error: the mean gap between both, by answers; 0 is perfect.

        Source: Guo et al., "On Calibration of Modern Neural Networks" (2017).
        """
        filled = self.counts > 0
        gaps = np.abs(self.confidence - self.accuracy)[filled]
        return float(np.average(gaps, weights=self.counts[filled])) if filled.any() else 0.0


def reliability(
    probabilities: NDArray[np.float32], labels: NDArray[np.int64], bins: int = 15
) -> Reliability:
    """Compare probabilities (N, C) with labels (N,): the largest of a row is its confidence.

    A confidence on the border of two steps belongs to the lower one, as in Guo et al.
    """
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == labels
    step = np.clip(np.ceil(confidence * bins).astype(np.int64) - 1, 0, bins - 1)
    counts = np.bincount(step, minlength=bins)
    with np.errstate(invalid="ignore"):  # 0 / 0 in an empty step is NaN, as it should be
        return Reliability(
            counts,
            np.bincount(step, confidence, bins) / counts,
            np.bincount(step, right, bins) / counts,
        )
