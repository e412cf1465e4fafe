"""Small networks that begin in one of four ways and learn before the reader's eyes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.forward import pixels
from engine.learner import Learner
from engine.reports import StepReport

STARTS = ("random", "equal", "zeros", "large")
STEPS = 147  # three times through MNIST_SAMPLE
_EQUAL = 0.01
CONFIG = TrainConfig(epochs=3, lr=0.5)

Floats = NDArray[np.floating]
Labels = NDArray[np.int64]


def begin(dataset: Dataset, start: str, seed: int) -> Learner:
    """Return the book's network as it begins: `equal` sets all its numbers to the same."""
    init = "zeros" if start == "equal" else start
    learner = Learner(dataset, replace(CONFIG, init=init, seed=seed, device="cpu"), fast=False)
    if start == "equal":
        with torch.no_grad():
            for parameter in learner.model.parameters():
                parameter.fill_(_EQUAL)
    return learner


@dataclass(frozen=True)
class Moment:
    """A network at one step: its hidden neurons' weights (30, 784), and what it says.

    `logits` are of the validation images, in their order, `own` is the sketch's.
    """

    step: int
    weights: Floats
    logits: Floats
    own: float


def learn(learner: Learner, sketch: NDArray[np.uint8]) -> Iterator[Moment]:
    """Train to the end, with a Moment before the first step and after every one."""
    yield _moment(learner, sketch)
    for report in learner.fit():
        if isinstance(report, StepReport):
            yield _moment(learner, sketch)


@torch.no_grad()
def _moment(learner: Learner, sketch: NDArray[np.uint8]) -> Moment:
    images = np.concatenate([learner.dataset.valid.images, sketch[None]])
    logits = learner.model(pixels(learner.model, images))[:, 0].numpy()
    weight = next(learner.model.parameters())
    return Moment(learner.step, weight.numpy().copy(), logits[:-1], float(logits[-1]))


def share_right(logits: Floats, labels: Labels) -> float:
    """Return the share, 0 to 1, that is right: a logit above 0 says the first class."""
    return float(((logits <= 0) == labels).mean())
