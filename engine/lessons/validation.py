"""Learning a few images by heart: right about all of them, and less so about any others."""

from collections.abc import Iterator
from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.data.bundled import load_mnist
from engine.data.splits import Dataset, Split
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Picture, Pictures, Plot, Text
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
_BY_CHANCE = 0.15  # above always saying the most common class: more would be knowledge
_VALID = 1000
_PICTURED = 6


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Train a large network on a handful of images, and measure both sets after each epoch."""
    shuffled = values["labels"] == "shuffled"
    learner = _learner(_few(lab, int(values["images"])), shuffled)
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
    outcome = _outcome(lab, learner, shares[-1], shuffled)
    yield (*_plots(lab, reports, shares), *_sure_and_wrong(lab, learner), outcome)


def _few(lab: Lab, images: int) -> Dataset:
    """Return a handful of the chosen dataset, or of the ten digits where that has two classes."""
    if len(lab.dataset.classes) > 2:
        return some(lab.dataset, images, _VALID)
    return _few_digits(images)


@cache
def _few_digits(images: int) -> Dataset:
    return some(load_mnist(), images, _VALID)


def _learner(few: Dataset, shuffled: bool) -> Learner:
    if shuffled:
        labels = dealt_out(few.train.labels, len(few.classes), seed=0)
        few = Dataset(Split(few.train.images, labels), few.valid, few.classes, few.name)
    return Learner(
        few,
        TrainConfig(
            model="mlp",
            hidden=(100,),
            epochs=_EPOCHS,
            lr=0.1,
            momentum=0.9,
            batch_size=len(few.train),
            loss="cross_entropy",
            device="cpu",
        ),
    )


def dealt_out(labels: NDArray[np.int64], classes: int, seed: int) -> NDArray[np.int64]:
    """Deal all labels out evenly among the images of each class, so that they tell nothing of it.

    Merely shuffled, many of a few images would keep their own label by chance.
    """
    generator = np.random.default_rng(seed)
    dealt = labels.copy()
    for label in range(classes):
        rows = np.flatnonzero(labels == label)
        first = generator.integers(classes)
        dealt[rows] = generator.permutation((first + np.arange(len(rows))) % classes)
    return dealt


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
    lowest = min(reports, key=lambda report: report.valid_loss)
    turns = lab.word("turns", epoch=lowest.epoch)
    loss = Plot(
        (
            Curve(learned, epochs, np.array([r.train_loss for r in reports]), dashed=True),
            Curve(others, epochs, np.array([r.valid_loss for r in reports])),
        ),
        lab.word("epoch"),
        lab.word("loss"),
        marks=(Mark(turns, lowest.epoch, lowest.valid_loss),),
    )
    return right, loss


def _sure_and_wrong(lab: Lab, learner: Learner) -> tuple[Figure, ...]:
    """Show the validation images that it is surest about and wrong."""
    valid, classes = learner.dataset.valid, learner.dataset.classes
    given = learner.classifier().predict_batch(valid.images)
    said, share = given.argmax(axis=1), given.max(axis=1)
    wrong = np.flatnonzero(said != valid.labels)
    worst = wrong[np.argsort(-share[wrong], kind="stable")][:_PICTURED]
    pictures = [
        Picture(
            valid.images[row],
            lab.word(
                "sure_and_wrong",
                label=classes[valid.labels[row]],
                said=classes[said[row]],
                share=100 * float(share[row]),
            ),
            low=0,
            high=255,
        )
        for row in worst
    ]
    return (Text(lab.word("surest"), strong=True), Pictures(tuple(pictures))) if pictures else ()


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
