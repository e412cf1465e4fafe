"""How good a classifier is on a split: accuracy, by class too, and which images it gets wrong.

It needs numpy alone, so that a program without torch can receive what another process found.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Split
from engine.errors import DataError

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

_SMALLEST_P = 1e-12  # keeps the logarithm finite where a model was certain and wrong


@dataclass(frozen=True)
class Evaluation:
    """What a classifier answered for each of N images; labels count in the classifier's classes."""

    classes: tuple[str, ...]
    labels: NDArray[np.int64]  # (N,) what they are
    answers: NDArray[np.int64]  # (N,) what it said
    probabilities: NDArray[np.float32]  # (N, C)
    known: NDArray[np.bool_]  # (N,) whether it took them for one of its classes at all

    @property
    def known_share(self) -> float:
        """The share that it took for one of its classes, 0 to 1; the others are counted, too."""
        return float(self.known.mean())

    @property
    def accuracy(self) -> float:
        """The share of right answers, 0 to 1."""
        return float((self.labels == self.answers).mean())

    @property
    def accuracy_by_class(self) -> dict[str, float]:
        """The share of right answers among the images of each class that has any."""
        right = self.labels == self.answers
        present = {name: self.labels == k for k, name in enumerate(self.classes)}
        return {name: float(right[rows].mean()) for name, rows in present.items() if rows.any()}

    @property
    def confusion(self) -> NDArray[np.int64]:
        """Count (C, C): row = what the image is, column = what it was taken for."""
        return confusion_matrix(self.labels, self.answers, len(self.classes))

    @property
    def losses(self) -> NDArray[np.float32]:
        """The cross-entropy of each image, (N,): how badly it was misread."""
        p = self.probabilities[np.arange(len(self.labels)), self.labels]
        return -np.log(np.maximum(p, _SMALLEST_P))

    @property
    def mistakes(self) -> NDArray[np.int64]:
        """The places of the images that it misread, the worst first."""
        wrong = np.flatnonzero(self.labels != self.answers)
        return wrong[np.argsort(-self.losses[wrong], kind="stable")]


def evaluate_on(classifier: "Classifier", split: Split, classes: tuple[str, ...]) -> Evaluation:
    """Read all of `split`, whose labels count in `classes`; classes are matched by name.

    Raises DataError where the classifier has never heard of one.
    """
    own = places_of(classes, classifier.classes)
    probabilities, known = classifier.read_batch(split.images)
    return Evaluation(
        classes=classifier.classes,
        labels=own[split.labels],
        answers=probabilities.argmax(axis=1),
        probabilities=probabilities,
        known=known,
    )


def places_of(classes: Sequence[str], known: Sequence[str]) -> NDArray[np.int64]:
    """Return where each class stands among those that a model knows, int64 (C,).

    Raises DataError where it has never heard of one.
    """
    unheard = [name for name in classes if name not in known]
    if unheard:
        raise DataError("classes_unknown", known=known, unknown=unheard)
    return np.array([known.index(name) for name in classes], np.int64)


def joined(parts: Sequence[Evaluation]) -> Evaluation:
    """Return the evaluation of all images from those of their parts, at least one, in order.

    So that a large split can be read a little at a time.
    """
    return Evaluation(
        classes=parts[0].classes,
        labels=np.concatenate([part.labels for part in parts]),
        answers=np.concatenate([part.answers for part in parts]),
        probabilities=np.concatenate([part.probabilities for part in parts]),
        known=np.concatenate([part.known for part in parts]),
    )


def confusion_matrix(
    actual: NDArray[np.int64], answered: NDArray[np.int64], n_classes: int
) -> NDArray[np.int64]:
    """Count (C, C): row = what the image is, column = what the model said."""
    counts = np.zeros((n_classes, n_classes), np.int64)
    np.add.at(counts, (actual, answered), 1)
    return counts
