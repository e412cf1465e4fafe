"""Who answers for the sketch, and the models kept of ended runs.

No Qt and no torch: the worker hands the models in.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import Reading, Source
from engine.inference.prediction import Prediction

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

Predict = Callable[[NDArray[np.uint8]], Prediction]


@dataclass(frozen=True)
class _Reader:
    """A model that no longer changes, and what it is called."""

    predict: Predict
    source: Source


class Answering:
    """One model of the moment: the starter, pixel similarity, the run, or one that was fetched.

    The worker says which; `read` may be called from another thread, as nobody has to wait there for
    a batch or a validation to end. What it reads with is only ever replaced as a whole.
    """

    def __init__(self) -> None:
        self.fixed: Classifier | None = None  # who answers, where it isn't a run's weights
        self.kept: dict[int, Classifier] = {}  # by the run's number
        self._reader: _Reader | None = None
        self.was_asked = False  # since the reader was set

    @property
    def source(self) -> Source | None:
        """Which model answers; None as long as none is there."""
        return self._reader.source if self._reader else None

    def read(self, number: int, image: NDArray[np.uint8]) -> Reading:
        """Answer the sketch that was asked about under a number."""
        self.was_asked = True
        reader = self._reader
        if reader is None:
            return Reading(number, None, None)
        return Reading(number, reader.predict(image), reader.source)

    def follow(self, predict: Predict, source: Source) -> None:
        """Answer with a run's weights of the moment, or with what needs none."""
        self.fixed = None
        self._set(predict, source)

    def renew(self, predict: Predict, epoch: int) -> None:
        """Answer with newer weights of the run that answers already."""
        if self._reader and self.fixed is None:
            self._set(predict, replace(self._reader.source, epoch=epoch))

    def tell_diverged(self) -> None:
        """Let it be known of the run's weights that they have diverged."""
        if self._reader and self.fixed is None:
            self._set(self._reader.predict, replace(self._reader.source, diverged=True))

    def fix(self, classifier: "Classifier", source: Source) -> None:
        """Answer with a model as it is."""
        self.fixed = classifier
        self._set(classifier.predict, source)

    def _set(self, predict: Predict, source: Source) -> None:
        self._reader = _Reader(predict, source)
        self.was_asked = False
