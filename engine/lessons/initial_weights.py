"""Where the weights start: small and random, all equal, all zero, or far too large."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import numpy as np
import torch

from engine.data.splits import Dataset
from engine.forward import pixels
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import (
    Curve,
    Figure,
    Mark,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
    Text,
)
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy, results
from engine.lessons.starts import (
    CONFIG,
    STARTS,
    STEPS,
    Floats,
    Labels,
    Moment,
    begin,
    learn,
    share_right,
)

CONTROLS: tuple[Control, ...] = (Choice("begin", STARTS, "random"), Slider("seed", 0, 7, 0))
_TRAINED = ("random", "zeros", "large")
_SEED = 0
_CLEARLY = 0.1  # better, of all validation images
_NEURONS = 6  # of 30 that are shown
_DOTS = 60  # validation images on the sigmoid
_FLAT = 12.0  # a logit from where on the sigmoid's curve can't be told from its end
_FROZEN = 0.01  # of the weights' length: so little is no movement
_ROUNDED = 1e-4  # of the largest change: some processors sum up the last neurons in another order
_FRAME = 3  # moments: a picture for each is more than can be seen
_SLOPE = 256  # images whose gradient tells of the slope


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show how four networks begin; then train the chosen one, and look at its neurons."""
    start, seed = str(values["begin"]), int(values["seed"])
    table = _begins(lab, start, seed)
    learner = begin(lab.sample, start, seed)
    labels = learner.dataset.valid.labels
    moments: list[Moment] = []
    for moment in learn(learner, lab.sketch):
        moments.append(moment)
        if len(moments) % _FRAME == 1:
            yield table, *_neurons(lab, moments), _said(lab, moment, labels)
    shown = (*_neurons(lab, moments), _said(lab, moments[-1], labels))
    yield table, *shown, _moved(lab, moments, labels, start)


def runs(values: Values) -> tuple[Run, ...]:
    """Train the book's network from three of the four, on all images."""
    return tuple(Run(init, replace(CONFIG, init=init, seed=_SEED)) for init in _TRAINED)


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """Small random weights must come out clearly best, and zeros must not have learned."""
    shares = {init: accuracy(record) for init, record in records.items()}
    best = shares["random"] - _CLEARLY > max(shares["zeros"], shares["large"])
    before = untrained(lab.sample, "large", _SEED)
    moved = shares["large"] - before > _CLEARLY
    words = {init: 100 * share for init, share in shares.items()}
    text = lab.word("outcome", seed=_SEED, before=100 * before, **words)
    return results(lab, records), Outcome(text, best and not moved)


@cache
def untrained(sample: Dataset, init: str, seed: int) -> float:
    """Return the share of validation images, 0 to 1, that a network gets right as it begins."""
    return Learner(sample, replace(CONFIG, init=init, seed=seed, device="cpu")).validate()[1]


def _begins(lab: Lab, chosen: str, seed: int) -> Table:
    rows = tuple(_row(lab, begin(lab.sample, start, seed), start) for start in STARTS)
    columns = ("start", "logit", "probability", "before", "slope", "awake")
    heads = tuple(lab.word(f"column_{column}") for column in columns)
    return Table(heads, rows, lab.word("before_training"), strong=STARTS.index(chosen))


def _row(lab: Lab, learner: Learner, start: str) -> tuple[str, ...]:
    """Tell how a network starts out: its answer to the sketch, and whether it can learn."""
    with torch.no_grad():
        hidden = learner.model[:2](pixels(learner.model, lab.sketch[None]))
        logit = learner.model[2:](hidden)
    rows = torch.linspace(0, len(learner.dataset.train) - 1, _SLOPE).long()
    learner.autograd(learner.batches.x[rows].float() / 255, learner.batches.y[rows])
    gradient = learner.optimizer.parameters[0].grad
    assert gradient is not None
    return (
        lab.word(f"run_{start}"),
        lab.number(logit.item(), ",.4g"),
        lab.number(logit.sigmoid().item(), ".4f"),
        f"{lab.number(100 * learner.validate()[1], '.1f')} %",
        lab.number(gradient.norm().item(), ".3g"),
        f"{int((hidden > 0).sum())} / {hidden.shape[1]}",
    )


def _neurons(lab: Lab, moments: list[Moment]) -> tuple[Figure, ...]:
    """Show some neurons' weights, and below what the training has added to each.

    The latter are far smaller, so each has a scale of its own, and says how far that goes.
    """
    now, first = moments[-1].weights[:_NEURONS], moments[0].weights[:_NEURONS]
    most = float(np.abs(now).max())
    step, name = lab.word("step", step=moments[-1].step, steps=STEPS), lab.word("added")
    added = [(each, float(np.abs(each).max())) for each in now - first]
    shown = (_picture(each, end, f"± {lab.number(end, '.2g')}") for each, end in added)
    return (
        Text(step, strong=True),
        Pictures(tuple(_picture(each, most) for each in now), name=step),
        Text(name, strong=True),
        Pictures(tuple(shown), name=name),
    )


def _picture(weights: Floats, end: float, caption: str = "") -> Picture:
    """Draw a neuron's weights, in the shades of a scale that ends there."""
    end = end or 1.0
    return Picture(weights.reshape(28, 28), caption, signed=True, low=-end, high=end)


def _said(lab: Lab, moment: Moment, labels: Labels) -> Plot:
    """Put the logits of some 3s and 7s, and the sketch's, on the sigmoid."""
    rows = np.linspace(0, len(labels) - 1, 2 * _DOTS).astype(int)
    end = _end(np.append(moment.logits[rows], moment.own))
    across = np.union1d(np.linspace(-end, end, 201), np.linspace(-_FLAT, _FLAT, 201))
    curves = [Curve(lab.word("sigmoid"), across, _sigmoid(across))]
    for label, name in enumerate(lab.sample.classes):
        logits = moment.logits[rows][labels[rows] == label]
        curves.append(
            Curve(lab.word("logits_of", digit=name), logits, _sigmoid(logits), points=True)
        )
    return Plot(
        tuple(curves),
        lab.word("column_logit"),
        lab.word("column_probability"),
        lab.word("on_the_sigmoid"),
        marks=(Mark(lab.word("sketch"), moment.own, float(_sigmoid(np.array(moment.own)))),),
        y_range=(-0.05, 1.1),
    )


def _end(logits: Floats) -> float:
    """Return where the axis ends: at 12, or at a round number beyond all logits."""
    most = float(np.abs(logits[np.isfinite(logits)]).max(initial=0))
    if most <= _FLAT:
        return _FLAT
    power = 10.0 ** np.floor(np.log10(most))
    return next(float(n * power) for n in (2, 5, 10) if n * power > most)


def _sigmoid(x: Floats) -> Floats:
    """Return 1 / (1 + exp(-x)); far out that would overflow."""
    return (1 + np.tanh(x / 2)) / 2


def _moved(lab: Lab, moments: list[Moment], labels: Labels, start: str) -> Outcome:
    """Say what became of the neurons, and what the network gets right before and after."""
    first, last = moments[0], moments[-1]
    change = last.weights - first.weights
    length = float(np.linalg.norm(first.weights)) or 1.0
    moved = float(np.linalg.norm(change)) / length
    before, after = (share_right(moment.logits, labels) for moment in (first, last))
    apart = float(np.abs(last.weights - last.weights[0]).max())
    alike = apart <= _ROUNDED * float(np.abs(change).max())
    as_promised = {
        "random": not alike and after > before + _CLEARLY,
        "equal": alike and moved > _FROZEN,
        "zeros": not change.any(),
        "large": moved < _FROZEN and after < before + _CLEARLY,
    }
    text = lab.word(
        f"moved_{start}",
        moved=100 * moved,
        before=100 * before,
        after=100 * after,
        neurons=len(change),
        flat=100 * float((np.abs(first.logits) > _FLAT).mean()),
    )
    return Outcome(text, as_promised[start])
