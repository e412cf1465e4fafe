"""Who answers for the sketch, and the models kept of ended runs. It lives in the worker's thread.

No Qt and no torch: the worker hands the models in.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.messages import Source
from engine.prediction import Prediction

if TYPE_CHECKING:
    from engine.classifier import Classifier

Predict = Callable[[NDArray[np.uint8]], Prediction]


class Answering:
    """One model of the moment: the starter, pixel similarity, the run, or one that was fetched."""

    def __init__(self) -> None:
        self.source: Source | None = None
        self.predict: Predict | None = None
        self.fixed: Classifier | None = None  # who answers, where it isn't a run's live weights
        self.kept: dict[int, Classifier] = {}  # by the run's number

    def follow(self, predict: Predict, source: Source) -> None:
        """Answer with weights that may still change, or with none at all."""
        self.predict, self.source, self.fixed = predict, source, None

    def fix(self, classifier: "Classifier", source: Source) -> None:
        """Answer with a model as it is."""
        self.predict, self.source, self.fixed = classifier.predict, source, classifier

    def count_epoch(self, epoch: int) -> None:
        """Note how far the model that answers has come."""
        if self.source and self.fixed is None:
            self.source = replace(self.source, epoch=epoch)
