"""What the page asks the worker: read a validation set, lay it out as a map, find the sketch."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import DataSource
from desktop.worker.questions import Question, Session
from engine.analysis.calibration import Reliability, reliability
from engine.analysis.evaluation import Evaluation, evaluate_on, joined
from engine.analysis.projection import Projection, principal_axes
from engine.data.splits import Split
from engine.errors import DataError

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

MOST_POINTS = 2000
_PLACE = "place on the map"  # the note that one question leaves for the next
_ROWS_AT_ONCE = 32  # a convnet reads them in a few milliseconds, others in a moment


@dataclass(frozen=True)
class Progress:
    """How many images are read, of all."""

    done: int
    images: int


@dataclass(frozen=True, eq=False)
class Evaluated:
    """How a model read a dataset's validation images uint8 (N, 28, 28)."""

    evaluation: Evaluation
    images: NDArray[np.uint8]
    dataset: str
    reliability: Reliability


@dataclass(frozen=True, eq=False)
class Place:
    """Finds images on the map that was made with the same weights. It stays with the worker."""

    classifier: "Classifier"
    projection: Projection

    def find(self, image: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return where an image uint8 (28, 28) lies, (2,)."""
        from engine.analysis.inspection import features

        found: NDArray[np.float32] = features(self.classifier.model, image[None])
        return self.projection.place(found)[0, :]


@dataclass(frozen=True, eq=False)
class Mapped:
    """Where some of the validation images lie: those in `rows` at `points` float32 (n, 2).

    `shares` (2,) says how much of the spread the two directions hold, 0 to 1.
    """

    rows: NDArray[np.int64]
    points: NDArray[np.float32]
    shares: tuple[float, float]


def evaluate(source: DataSource) -> Question:
    """Ask how the model that answers reads a dataset: `Progress`es, `Evaluated`, `Mapped`."""
    return partial(_evaluate, source)


def find(image: NDArray[np.uint8]) -> Question:
    """Ask where a sketch lies on the newest map: one float32 (2,); nothing where there is none."""
    return partial(_find, image)


def _evaluate(source: DataSource, session: Session) -> Iterator[object]:
    classifier = session.classifier
    if classifier is None:
        raise DataError("no_network_yet")
    dataset = yield from session.load(source)
    valid, parts = dataset.valid, []
    for start in range(0, len(valid), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        part = Split(valid.images[rows], valid.labels[rows])
        parts.append(evaluate_on(classifier, part, dataset.classes))
        yield Progress(start + len(part), len(valid))
    whole = joined(parts)
    curve = reliability(whole.probabilities, whole.labels, bins=10)
    yield Evaluated(whole, valid.images, dataset.name, curve)
    yield from _map(classifier, valid.images, session)


def _map(classifier: "Classifier", images: NDArray[np.uint8], session: Session) -> Iterator[object]:
    from engine.analysis.inspection import features

    rows = np.unique(np.linspace(0, len(images) - 1, MOST_POINTS).astype(np.int64))
    parts = []
    for start in range(0, len(rows), _ROWS_AT_ONCE):
        parts.append(features(classifier.model, images[rows[start : start + _ROWS_AT_ONCE]]))
        yield None  # so that training and drawing get their turn
    points = np.concatenate(parts)
    projection = principal_axes(points)
    session.notes[_PLACE] = Place(classifier, projection)
    yield Mapped(rows, projection.place(points), projection.shares)


def _find(image: NDArray[np.uint8], session: Session) -> Iterator[object]:
    place = session.notes.get(_PLACE)
    if isinstance(place, Place):
        yield place.find(image)
