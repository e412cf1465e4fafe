"""What the window asks the worker: a changed copy's answer, how well it reads, and to save it."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.inspect.hands.levers import PLACES, Lever
from desktop.worker.messages import DataSource
from desktop.worker.questions import Question, Session, Waiting
from engine.analysis.changes import Changes
from engine.analysis.evaluation import evaluate_on, joined
from engine.data.splits import Dataset, Split
from engine.inference.prediction import Prediction

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

MOST_IMAGES = 1000  # which a convnet reads within a second
_AT_ONCE = 125
_COARSE = 13  # places between two points of the curve at most
_FLAT = 0.02  # of accuracy: where it changes by more, there are points between
_MOST = 29  # points


@dataclass(frozen=True, eq=False)
class Tried:
    """What the sketch is read as by the network as it is, and by the changed copy."""

    before: Prediction
    after: Prediction


@dataclass(frozen=True)
class Judged:
    """How many of some validation images each of the two reads correctly, 0 to 1."""

    before: float
    after: float
    images: int


@dataclass(frozen=True)
class Swept:
    """The accuracy at some places of a slider, from the left: ever more of them."""

    places: tuple[int, ...]
    accuracies: tuple[float, ...]


def try_out(changes: Changes, image: NDArray[np.uint8] | None, source: DataSource) -> Question:
    """Ask for `Tried`, where there is a sketch, then `Judged`."""
    return partial(_try_out, changes, image, source)


def sweep(changes: Changes, lever: Lever, layer: int, source: DataSource) -> Question:
    """Ask for `Swept`, again and again until it is whole."""
    return partial(_sweep, changes, lever, layer, source)


def save(path: Path, changes: Changes) -> Question:
    """Write the changed copy as a model of its own; give the path."""
    return partial(_save, path, changes)


def _try_out(
    changes: Changes, image: NDArray[np.uint8] | None, source: DataSource, session: Session
) -> Iterator[object]:
    from engine.analysis.changed import changed

    classifier = session.classifier
    if classifier is None:
        return
    copy = changed(classifier, changes)
    if image is not None:
        yield Tried(classifier.predict(image), copy.predict(image))
    dataset = yield from session.load(source)
    before = yield from _accuracy(changed(classifier, Changes()), dataset)
    after = yield from _accuracy(copy, dataset)
    yield Judged(before, after, len(_some(dataset)))


def _sweep(
    changes: Changes, lever: Lever, layer: int, source: DataSource, session: Session
) -> Iterator[object]:
    from engine.analysis.changed import changed

    classifier = session.classifier
    if classifier is None:
        return
    dataset = yield from session.load(source)
    found: dict[int, float] = {}
    while (place := next_place(found)) is not None:
        copy = changed(classifier, lever.applied(changes, layer, place))
        found[place] = yield from _accuracy(copy, dataset)
        yield Swept(tuple(sorted(found)), tuple(found[at] for at in sorted(found)))


def next_place(found: dict[int, float]) -> int | None:
    """Return where accuracy is to be known next, or None where the curve is smooth.

    Both ends come first, then the middle between two points that are far apart, then where it
    changes most.
    """
    if len(found) < 2:
        return PLACES * len(found)
    known = sorted(found)
    gaps = [
        (right - left > _COARSE, abs(found[right] - found[left]), right - left, left)
        for left, right in pairwise(known)
        if right - left > 1
    ]
    is_far, change, width, left = max(gaps, default=(False, 0.0, 0, 0))
    is_smooth = change <= _FLAT or len(found) >= _MOST
    return None if is_smooth and not is_far else left + width // 2


def _save(path: Path, changes: Changes, session: Session) -> Iterator[object]:
    from engine.analysis.changed import changed

    if session.classifier is not None:
        changed(session.classifier, changes).save(path)
        yield path


def _accuracy(classifier: "Classifier", dataset: Dataset) -> Generator[object, None, float]:
    some, parts = _some(dataset), []
    for start in range(0, len(some), _AT_ONCE):
        rows = slice(start, start + _AT_ONCE)
        part = Split(some.images[rows], some.labels[rows])
        parts.append(evaluate_on(classifier, part, dataset.classes))
        yield Waiting.FOR_TURN
    return joined(parts).accuracy


def _some(dataset: Dataset) -> Split:
    """Return some validation images, spread evenly."""
    count = len(dataset.valid)
    rows = np.linspace(0, count - 1, min(count, MOST_IMAGES)).astype(np.int64)
    return Split(dataset.valid.images[rows], dataset.valid.labels[rows])
