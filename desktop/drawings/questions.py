"""What the page "My drawings" asks the worker. Each function returns a question."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.arrivals import content_of
from desktop.worker.questions import Question, Session
from engine.data.drawings import KeptDrawing, read_own
from engine.errors import DataError
from engine.inference.prediction import Prediction
from engine.words.message import Message

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

_AT_ONCE = 32  # drawings: a few milliseconds


@dataclass(frozen=True)
class Answers:
    """How drawings were read, in their order; None: nobody was asked or could answer.

    The starter reads digits and nothing else: it is asked about those alone.
    """

    starter: tuple[str, ...] | None
    present: tuple[str, ...] | None


def list_drawings(folder: Path) -> Question:
    """Give a tuple of KeptDrawing at a time, until the folder is through.

    A Message comes at the end where some are damaged, or a folder may not be read.
    """
    return partial(_list_drawings, folder)


def read_drawings(images: NDArray[np.uint8], *, by_starter: bool) -> Question:
    """Give Answers to images uint8 (N, 28, 28), by the model of the moment and by the starter."""
    return partial(_read_drawings, images, by_starter)


@dataclass(frozen=True, eq=False)
class PictureRead:
    """A picture's 28x28 and the answer to it, or what is wrong with the file."""

    path: Path
    image: NDArray[np.uint8] | None = None
    prediction: Prediction | None = None
    problem: Message | None = None


def read_pictures(paths: tuple[Path, ...]) -> Question:
    """Give a PictureRead for each file in turn, by the model of the moment."""
    return partial(_read_pictures, paths)


def _read_pictures(paths: tuple[Path, ...], session: Session) -> Iterator[object]:
    classifier = session.classifier
    for path in paths:
        try:
            image = content_of(path).image()
        except DataError as error:
            yield PictureRead(path, problem=error.message)
            continue
        prediction = None
        if classifier is not None and image is not None:
            prediction = classifier.predict(image)
        yield PictureRead(path, image, prediction)


def _list_drawings(folder: Path, session: Session) -> Iterator[object]:
    batch: list[KeptDrawing] = []
    damaged: list[Path] = []
    refused: list[DataError] = []
    for drawing in read_own(folder, damaged.append, refused.append):
        batch.append(drawing)
        if len(batch) == _AT_ONCE:
            yield tuple(batch)
            batch = []
    yield tuple(batch)
    if refused:  # it will be again: what is damaged is told once
        yield refused[0].message
    if damaged:
        yield Message("own_damaged", n=len(damaged), first=damaged[0])


def _read_drawings(
    images: NDArray[np.uint8], by_starter: bool, session: Session
) -> Iterator[object]:
    from engine.inference.classifier import Classifier

    starter = None
    if by_starter:
        network = Classifier.starter("mnist")
        yield None
        starter = yield from _read(network, images)
    present = None
    if session.classifier is not None:
        present = yield from _read(session.classifier, images)
    yield Answers(starter, present)


def _read(
    classifier: "Classifier", images: NDArray[np.uint8]
) -> Generator[None, None, tuple[str, ...]]:
    names: list[str] = []
    for start in range(0, len(images), _AT_ONCE):
        answers = classifier.predict_batch(images[start : start + _AT_ONCE]).argmax(axis=1)
        names += [classifier.classes[answer] for answer in answers]
        yield
    return tuple(names)
