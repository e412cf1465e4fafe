"""What is asked of the worker: curves along a distortion, and the sketch after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from desktop.training.model_questions import reader_of
from desktop.worker.messages import DataSource, RunStart
from desktop.worker.questions import Question, Session, Waiting, in_turns
from engine.analysis.evaluation import places_of
from engine.analysis.robustness import Reach, Stood, measure, reach_of, sample_of
from engine.data.splits import Dataset
from engine.errors import DataError, InkgradError
from engine.inference.prediction import Prediction
from engine.words.message import Message

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

SEED = 0  # of the sample, of noise and of missing pixels
_NETWORKS = "networks that are distorted for"  # the note that one question leaves for the next
Runs = tuple[RunStart | None, ...]  # None: whoever answers for the sketch


class Images(NamedTuple):
    """How many images are read, of how many of which data; `fingerprint` stands for them all."""

    read: int
    of: int
    dataset: str
    fingerprint: str


@dataclass(frozen=True)
class Began:
    """Which images are read; for each network its augmentation, or why it can't be measured."""

    images: Images
    networks: tuple[str | Message, ...]


@dataclass(frozen=True)
class Measured:
    """How each network that can be measured stood an amount of the distortion."""

    amount: float
    stood: tuple[Stood | None, ...]


@dataclass(frozen=True, eq=False)
class Changed:
    """The sketch uint8 (28, 28) after a distortion, and each network's answer to it."""

    image: NDArray[np.uint8]
    answers: tuple[Prediction | None, ...]


def measure_curves(
    runs: Runs, source: DataSource, distortion: str, amounts: tuple[float, ...]
) -> Question:
    """Ask for `Began`, then a `Measured` for each amount, in their order."""
    return partial(_measure, runs, source, distortion, amounts)


@dataclass(frozen=True)
class Reached:
    """How far the sketch can be distorted until each network answers otherwise."""

    reaches: tuple[Reach | None, ...]


def change(runs: Runs, image: NDArray[np.uint8], distortion: str, amount: float) -> Question:
    """Ask for `Changed`."""
    return partial(_change, runs, image, distortion, amount)


def reach(runs: Runs, image: NDArray[np.uint8], distortion: str) -> Question:
    """Ask for `Reached`."""
    return partial(_reach, runs, image, distortion)


def _measure(
    runs: Runs, source: DataSource, distortion: str, amounts: tuple[float, ...], session: Session
) -> Iterator[object]:
    dataset = yield from session.load(source)
    networks = [_checked(one, dataset.classes) for one in _networks(runs, session)]
    sample = sample_of(dataset.valid, SEED)
    told = tuple(n if isinstance(n, Message) else n.card.config.augment for n in networks)
    hashed = Dataset(sample, sample, dataset.classes, dataset.name).fingerprint
    yield Began(Images(len(sample), len(dataset.valid), dataset.name, hashed), told)
    able = [network for network in networks if not isinstance(network, Message)]
    if not able:
        return
    for step in measure(able, sample, dataset.classes, distortion, amounts, SEED):
        if step is None:
            yield Waiting.FOR_TURN
            continue
        amount, found = step[0], iter(step[1])
        stood = tuple(None if isinstance(n, Message) else next(found) for n in networks)
        yield Measured(amount, stood)


def _change(
    runs: Runs, image: NDArray[np.uint8], distortion: str, amount: float, session: Session
) -> Iterator[object]:
    from engine.analysis.distorted import chances, distorted

    changed = distorted(distortion, image[None], amount, chances(1, SEED))[0]
    answers = tuple(
        None if isinstance(network, Message) else network.predict(changed)
        for network in _networks(runs, session)
    )
    yield Changed(changed, answers)


def _reach(
    runs: Runs, image: NDArray[np.uint8], distortion: str, session: Session
) -> Iterator[object]:
    reaches: list[Reach | None] = []
    for network in _networks(runs, session):
        found = None
        if not isinstance(network, Message):
            found = yield from in_turns(reach_of(network, image, distortion, SEED))
        reaches.append(found)
    yield Reached(tuple(reaches))


def _networks(runs: Runs, session: Session) -> "list[Classifier | Message]":
    """Return each one's network, or why there is none."""
    opened = session.notes.setdefault(_NETWORKS, {})
    assert isinstance(opened, dict)
    numbers = {run.number for run in runs if run}
    for number in opened.keys() - numbers:
        del opened[number]
    found: list[Classifier | Message] = []
    for run in runs:
        try:
            found.append(reader_of(run, session, opened) if run else _answerer(session))
        except InkgradError as error:
            found.append(error.message)
    return found


def _answerer(session: Session) -> "Classifier":
    if session.classifier is None:
        raise DataError("no_network_yet")
    return session.classifier


def _checked(network: "Classifier | Message", classes: tuple[str, ...]) -> "Classifier | Message":
    """Return the network, or that it has never heard of one of these classes."""
    if not isinstance(network, Message):
        try:
            places_of(classes, network.classes)
        except DataError as error:
            return error.message
    return network
