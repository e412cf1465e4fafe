"""Learning a few images by heart: right about all of them, and less so about any others."""

from collections.abc import Iterator, Mapping
from functools import cache

import numpy as np
import torch

from engine.config import TrainConfig
from engine.data.bundled import load_mnist
from engine.data.splits import Dataset, Split
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Picture, Pictures, Plot, Text
from engine.lessons.handfuls import dealt_out, draw_few, half_false
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.metrics import accuracy
from engine.reports import EpochReport

OWN_NETWORK = True  # nobody else's numbers beside the code: they would be of another experiment
CONTROLS: tuple[Control, ...] = (
    Choice("images", ("20", "40", "200"), "40"),
    Choice("labels", ("right", "half", "random"), "right"),
    Slider("draw", 1, 8, 1),
)
_EPOCHS = 60
_SHOWN_EVERY = 3  # epochs
_DRAWS = 8
_CLEARLY = 0.01  # less of the validation set right than of what was learned
_BY_CHANCE = 0.15  # above always saying the most common class: more would be knowledge
_POOL, _VALID = 6000, 1000  # images that are drawn from, and that both are measured on
_PICTURED = 6


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Train a large network on a handful of images, and measure both sets after each epoch.

    Then do the same with other handfuls.
    """
    images, labels, draw = int(values["images"]), str(values["labels"]), int(values["draw"])
    pool = _pool(lab)
    drawn = draw_few(pool, images, draw)
    learner = _learner(drawn, labels, draw)
    reports: list[EpochReport] = []
    shares: list[float] = []
    for report in learner.fit():
        if not isinstance(report, EpochReport):
            continue
        shares.append(_learned(learner))
        reports.append(report)
        if report.epoch % _SHOWN_EVERY == 0 and report.epoch < _EPOCHS:
            yield _plots(lab, reports, shares)
    shown = (*_plots(lab, reports, shares), _outcome(lab, learner, shares[-1], labels))
    pictures = (*_by_heart(lab, learner, drawn), *_sure_and_wrong(lab, learner))
    results: dict[int, tuple[float, float]] = {}
    for other in range(1, _DRAWS + 1):
        results[other] = _result(draw_few(pool, images, other), labels, other)
        yield (*shown, _draws(lab, results, draw), _all_draws(lab, results), *pictures)


def _pool(lab: Lab) -> Dataset:
    """Return what is drawn from: the chosen dataset, or ten digits where that has two classes."""
    if len(lab.dataset.classes) > 2:
        return some(lab.dataset, _POOL, _VALID)
    return _digits()


@cache
def _digits() -> Dataset:
    return some(load_mnist(), _POOL, _VALID)


def _learner(drawn: Dataset, labels: str, draw: int) -> Learner:
    change = {"half": half_false, "random": dealt_out}.get(labels)
    train, classes = drawn.train, drawn.classes
    if change is not None:
        train = Split(train.images, change(train.labels, len(classes), draw))
    return Learner(
        Dataset(train, drawn.valid, classes, drawn.name),
        TrainConfig(
            model="mlp",
            hidden=(100,),
            epochs=_EPOCHS,
            lr=0.1,
            momentum=0.9,
            batch_size=len(train),
            loss="cross_entropy",
            device="cpu",
        ),
    )


def _learned(learner: Learner) -> float:
    """Return the share of the training images, 0 to 1, that it reads as they are labelled."""
    with torch.no_grad():
        logits = learner.model(learner.batches.x.float() / 255)
    return float(accuracy(logits, learner.batches.y))


def _result(drawn: Dataset, labels: str, draw: int) -> tuple[float, float]:
    """Return what a draw comes to: the shares, 0 to 1, of learned and of other images."""
    learner = _learner(drawn, labels, draw)
    for _ in range(_EPOCHS):  # not `fit`, which validates after each
        x, y = next(iter(learner.batches))
        learner.gradients(x, y)
        learner.optimizer.step()
    return _learned(learner), learner.validate()[1]


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
        marks=(Mark(turns, lowest.epoch, lowest.valid_loss, below=True),),
    )
    return right, loss


def _draws(lab: Lab, results: Mapping[int, tuple[float, float]], draw: int) -> Plot:
    """Show what each draw came to, side by side; a drag chooses the one that is looked at."""
    across = np.array([*results], np.float64)
    learned, others = (100 * np.array(shares) for shares in zip(*results.values(), strict=True))
    marks = []
    if draw in results:
        here = 100 * results[draw][1]
        marks.append(Mark(f"{lab.number(here, '.1f')} %", draw, here))
    return Plot(
        (
            Curve(lab.word("learned"), across, learned, dashed=True),
            Curve(lab.word("others"), across, others, points=True),
        ),
        lab.word("draw_number"),
        lab.word("accuracy"),
        lab.word("draws"),
        marks=tuple(marks),
        y_range=(0, 105),
        drag_x="draw",
    )


def _all_draws(lab: Lab, results: Mapping[int, tuple[float, float]]) -> Outcome:
    others = [100 * share for _, share in results.values()]
    text = lab.word(
        "outcome_draws",
        draws=len(results),
        learned=100 * float(np.mean([learned for learned, _ in results.values()])),
        mean=float(np.mean(others)),
        least=min(others),
        most=max(others),
    )
    return Outcome(
        text, all(learned == 1 > share + _CLEARLY for learned, share in results.values())
    )


def _by_heart(lab: Lab, learner: Learner, drawn: Dataset) -> tuple[Figure, ...]:
    """Show training images with a false label, and that it says just that."""
    train, truth = learner.dataset.train, drawn.train.labels
    false = np.flatnonzero(train.labels != truth)
    rows = false[np.linspace(0, len(false) - 1, min(_PICTURED, len(false))).astype(int)]
    return _pictured(lab, learner, Split(train.images[rows], truth[rows]), "by_heart")


def _sure_and_wrong(lab: Lab, learner: Learner) -> tuple[Figure, ...]:
    """Show the validation images that it is surest about and wrong."""
    valid = learner.dataset.valid
    given = learner.classifier().predict_batch(valid.images)
    said, share = given.argmax(axis=1), given.max(axis=1)
    wrong = np.flatnonzero(said != valid.labels)
    worst = wrong[np.argsort(-share[wrong], kind="stable")][:_PICTURED]
    return _pictured(lab, learner, Split(valid.images[worst], valid.labels[worst]), "surest")


def _pictured(lab: Lab, learner: Learner, split: Split, title: str) -> tuple[Figure, ...]:
    """Show images, each with what it is and what the network says, under a heading."""
    if not len(split):
        return ()
    classes = learner.dataset.classes
    given = learner.classifier().predict_batch(split.images)
    pictures = []
    for image, label, shares in zip(split.images, split.labels, given, strict=True):
        said, share = classes[shares.argmax()], 100 * float(shares.max())
        caption = lab.word("is_and_says", label=classes[label], said=said, share=share)
        pictures.append(Picture(image, caption, low=0, high=255))
    return Text(lab.word(title), strong=True), Pictures(tuple(pictures))


def _outcome(lab: Lab, learner: Learner, share: float, labels: str) -> Outcome:
    valid = learner.dataset.valid
    others = learner.valid_accuracy or 0.0
    clearly_less = others < share - _CLEARLY
    if labels == "random":
        common = np.bincount(valid.labels).max() / len(valid)
        clearly_less = others < common + _BY_CHANCE
    text = lab.word(
        f"outcome_{labels}",
        count=len(learner.dataset.train),
        learned=100 * share,
        total=len(valid),
        others=100 * others,
        guessed=100 / len(learner.dataset.classes),
    )
    return Outcome(text, share == 1.0 and bool(clearly_less))
