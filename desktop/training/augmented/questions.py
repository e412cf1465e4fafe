"""Asks for images as the network sees them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import DataSource
from desktop.worker.questions import Question, Session
from engine.config import TrainConfig


@dataclass(frozen=True, eq=False)
class Batch:
    """The images uint8 (n, 28, 28) of a batch, and what each is."""

    images: NDArray[np.uint8]
    names: tuple[str, ...]


def see_batch(dataset: DataSource, config: TrainConfig, time: int) -> Question:
    """Give the first Batch of a run with these settings; at each `time` it is changed otherwise."""
    return partial(_see_batch, dataset, config, time)


def _see_batch(
    source: DataSource, config: TrainConfig, time: int, session: Session
) -> Iterator[object]:
    from engine.analysis.augmented import augmented

    dataset = yield from session.load(source)
    images, labels = augmented(dataset.train, config, time)
    yield Batch(images, tuple(dataset.classes[label] for label in labels))
