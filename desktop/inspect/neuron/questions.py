"""What the window of one neuron asks the worker: a close look, and the images that excite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop.inspect.network_view import Neuron
from desktop.worker.messages import DataSource
from desktop.worker.questions import Question, Session
from engine.analysis.passage import Array

MOST_IMAGES = 12
_ROWS_AT_ONCE = 64  # a convnet reads them in some milliseconds
Spot = tuple[int, int]


@dataclass(frozen=True)
class Searched:
    """How many training images are looked at, of all."""

    done: int
    images: int


@dataclass(frozen=True, eq=False)
class Exciting:
    """The training images that excite a neuron most, uint8 (n, 28, 28), the strongest first."""

    images: NDArray[np.uint8]
    values: Array  # (n,)
    names: tuple[str, ...]  # of their classes


def look_closely(image: NDArray[np.uint8], at: Neuron, spot: Spot | None) -> Question:
    """Ask for one `Closeup`, and the names of the classes; nothing where no network answers."""
    return partial(_look_closely, image, at, spot)


def search(source: DataSource, at: Neuron) -> Question:
    """Ask for what excites a neuron: `Searched`s, then `Exciting`."""
    return partial(_search, source, at)


def _look_closely(
    image: NDArray[np.uint8], at: Neuron, spot: Spot | None, session: Session
) -> Iterator[object]:
    from engine.analysis.neuron import closeup

    classifier = session.classifier
    if classifier is not None:
        yield closeup(classifier, image, at.column, at.number, spot), classifier.classes


def _search(source: DataSource, at: Neuron, session: Session) -> Iterator[object]:
    from engine.analysis.neuron import excitement

    classifier = session.classifier
    if classifier is None:
        return
    dataset = yield from session.load(source)
    train, found = dataset.train, []
    for start in range(0, len(train), _ROWS_AT_ONCE):
        images = train.images[start : start + _ROWS_AT_ONCE]
        found.append(excitement(classifier.model, images, at.column, at.number))
        yield Searched(start + len(images), len(train))
    values = np.concatenate(found)
    rows = np.argsort(-values, kind="stable")[:MOST_IMAGES]
    names = tuple(dataset.classes[label] for label in train.labels[rows].tolist())
    yield Exciting(train.images[rows], values[rows], names)
