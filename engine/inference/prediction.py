"""What a classifier says about one image. How it got there: see `classifier`, `similarity`."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data.bundled import DIGITS

SURE_ENOUGH = 0.6  # below it the window says "not sure": the runner-up is too close to ignore


@dataclass(frozen=True)
class Prediction:
    """The answer for one image: probabilities float32 (C,), in the order of `classes`, sum 1."""

    label: str  # the most probable class, even where `known` is False
    probabilities: NDArray[np.float32]
    classes: tuple[str, ...]
    known: bool = True  # False: empty, or nothing like what the model was trained on

    @property
    def probability(self) -> float:
        """The probability of `label`, 0 to 1."""
        return float(self.probabilities.max())

    @property
    def of_digits(self) -> bool:
        """Whether digits are all that the model knows."""
        return set(self.classes) <= set(DIGITS)

    @property
    def sure(self) -> bool:
        """Whether the answer is worth saying aloud: known, and clearly ahead of the others."""
        return self.known and self.probability >= SURE_ENOUGH
