"""Learning a few images by heart: right about all of them, and less so about any others."""

from collections.abc import Iterator

import numpy as np
import torch

from engine.config import TrainConfig
from engine.data.splits import Dataset, Split
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import Curve, Figure, Outcome, Plot
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.metrics import accuracy
from engine.reports import EpochReport

CONTROLS: tuple[Control, ...] = (
    Choice("images", ("20", "40", "200"), "40"),
    Choice("labels", ("right", "shuffled"), "right"),
)
_EPOCHS = 60
_SHOWN_EVERY = 3  # epochs
_CLEARLY = 0.01  # less of the validation set right than of what was learned
_BY_CHANCE = 0.25  # above always saying the most common class: more would be knowledge


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Train a large network on a handful of images, and measure both sets after each epoch."""
    shuffled = values["labels"] == "shuffled"
    learner = _learner(lab.dataset, int(values["images"]), shuffled)
    x, y = learner.batches.x.float() / 255, learner.batches.y
    reports: list[EpochReport] = []
    shares: list[float] = []
    for report in learner.fit():
        if not isinstance(report, EpochReport):
            continue
        with torch.no_grad():
            shares.append(float(accuracy(learner.model(x), y)))
        reports.append(report)
        if report.epoch % _SHOWN_EVERY == 0 and report.epoch < _EPOCHS:
            yield _plots(lab, reports, shares)
    yield (*_plots(lab, reports, shares), _outcome(lab, learner, shares[-1], shuffled))


def _learner(dataset: Dataset, images: int, shuffled: bool) -> Learner:
    few = some(dataset, images, 1000)
    if shuffled:
        labels = np.random.default_rng(0).permutation(few.train.labels)
        few = Dataset(Split(few.train.images, labels), few.valid, few.classes, few.name)
    return Learner(
        few,
        TrainConfig(
            model="mlp",
            hidden=(100,),
            epochs=_EPOCHS,
            lr=0.1,
            momentum=0.9,
            batch_size=images,
            loss="cross_entropy",
            device="cpu",
        ),
    )


def _plots(lab: Lab, reports: list[EpochReport], shares: list[float]) -> tuple[Figure, ...]:
    epochs = np.array([report.epoch for report in reports], np.float64)
    learned, others = lab.word("learned"), lab.word("others")
    right = Plot(
        (
            Curve(learned, epochs, 100 * np.array(shares), dashed=True),
            Curve(others, epochs, 100 * np.array([r.valid_accuracy for r in reports])),
        ),
        lab.word("epoch"),
        lab.word("accuracy"),
    )
    loss = Plot(
        (
            Curve(learned, epochs, np.array([r.train_loss for r in reports]), dashed=True),
            Curve(others, epochs, np.array([r.valid_loss for r in reports])),
        ),
        lab.word("epoch"),
        lab.word("loss"),
    )
    return right, loss


def _outcome(lab: Lab, learner: Learner, share: float, shuffled: bool) -> Outcome:
    valid = learner.dataset.valid
    others = learner.valid_accuracy or 0.0
    clearly_less = others < share - _CLEARLY
    if shuffled:
        common = np.bincount(valid.labels).max() / len(valid)
        clearly_less = others < common + _BY_CHANCE
    text = lab.word(
        "outcome_shuffled" if shuffled else "outcome",
        count=len(learner.dataset.train),
        learned=100 * share,
        total=len(valid),
        others=100 * others,
    )
    return Outcome(text, share == 1.0 and bool(clearly_less))
