"""Pixel similarity for the sketch on the pad: how far it is from each class's mean image.

The means come from the worker, once for each dataset; the distances are a moment's numpy.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.answer.questions import find_means
from desktop.worker.questions import Newest, Questions
from engine.inference.similarity import PixelSimilarity


@dataclass(frozen=True, eq=False)
class Distances:
    """How far an image is from each class's mean: float32 (C,) each, 0 to 1."""

    classes: tuple[str, ...]
    l1: NDArray[np.float32]
    rmse: NDArray[np.float32]

    @property
    def nearest(self) -> tuple[str, str]:
        """The classes whose means are nearest, by L1 and by RMSE."""
        return self.classes[int(self.l1.argmin())], self.classes[int(self.rmse.argmin())]


def measure(means: PixelSimilarity, image: NDArray[np.uint8]) -> Distances:
    """Return both distances of an image uint8 (28, 28)."""
    one = image[None]
    return Distances(means.classes, means.distances(one)[0], means.distances(one, "rmse")[0])


class Baseline(QObject):
    """Keeps the means of the data that the answering model learned from.

    Signals: `changed()` when there are new means.
    """

    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question = Newest(questions, self)  # a dataset without one class has no means
        self._question.answered.connect(self._on_answered)
        self.means: PixelSimilarity | None = None

    @Slot()
    def refresh(self) -> None:
        """Fetch the means again: another model answers, perhaps from other data."""
        self._question.ask(find_means)

    def distances(self, image: NDArray[np.uint8] | None) -> Distances | None:
        """Measure an image; None without means, and of an empty pad."""
        return measure(self.means, image) if self.means and image is not None else None

    @Slot(object)
    def _on_answered(self, means: PixelSimilarity | None) -> None:
        if means:
            self.means = means
            self.changed.emit()
