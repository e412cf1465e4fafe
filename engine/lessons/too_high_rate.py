"""Steps that are too long: they jump over the valley, and farther at each jump."""

from collections.abc import Iterator, Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Plot
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import last_loss, results
from engine.lessons.samples import some

_HIGHEST = 1.0  # rate to be tried in the plot
CONTROLS: tuple[Control, ...] = (Slider("lr", 0, _HIGHEST, 0.1, 0.02),)
RATES = {"good": 0.2, "bouncing": 0.7, "diverging": 3.0}
_HIGHER = 1.5  # times the first loss, and it has jumped for sure


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Try every length of the very first step on one batch, and mark the reader's."""
    config = TrainConfig(model="linear", loss="cross_entropy", device="cpu")
    learner = Learner(some(lab.sample, 256, 1), config, fast=False)
    rates = np.linspace(0, _HIGHEST, 51)
    losses = _losses_after_one_step(learner, rates)
    lr = float(values["lr"])
    mine = float(np.interp(lr, rates, losses))
    best, worst = int(losses.argmin()), int(losses.argmax())
    plot = Plot(
        (
            Curve(lab.word("after"), rates, losses),
            Curve(lab.word("before"), rates[[0, -1]], losses[[0, 0]], dashed=True),
        ),
        lab.word("lr_axis"),
        lab.word("loss"),
        marks=(Mark(lab.word("mine"), lr, mine),),
        drag_x="lr",
    )
    text = lab.word(
        "outcome",
        before=losses[0],
        best_rate=rates[best],
        best=losses[best],
        worst_rate=rates[worst],
        worst=losses[worst],
    )
    yield plot, Outcome(text, bool(losses[best] < losses[0] < losses[worst]))


def runs(values: Values) -> tuple[Run, ...]:
    """The same network from the same weights, at three rates."""
    return tuple(Run(name, _config(lr)) for name, lr in RATES.items())


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """The good one must never have jumped, the second must have, and the third have broken off."""
    good, bouncing, diverging = (records[name] for name in RATES)
    as_promised = (
        last_loss(good) < good.losses[0]
        and good.losses.max() < _HIGHER * good.losses[0]
        and bouncing.losses.max() > _HIGHER * bouncing.losses[0]
        and bool(diverging.diverged)
    )
    batches = len(diverging.losses)  # that were told of, before the loss exploded
    text = lab.word("outcome_runs", highest=bouncing.losses.max(), batches=batches)
    return results(lab, records), Outcome(text, bool(as_promised))


def _config(lr: float) -> TrainConfig:
    return TrainConfig(model="mlp", hidden=(100, 50), epochs=1, lr=lr, loss="cross_entropy")


@torch.no_grad()
def _losses_after_one_step(learner: Learner, rates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the batch's loss after a first step of each length from the same weights."""
    xb, yb = learner.batches.x.float() / 255, learner.batches.y
    with torch.enable_grad():
        learner.gradients(xb, yb)
    parameters = learner.optimizer.parameters
    start = [parameter.clone() for parameter in parameters]
    losses = []
    for rate in rates:
        for parameter, first in zip(parameters, start, strict=True):
            parameter.copy_(first)
        learner.optimizer.lr = float(rate)
        learner.optimizer.step()
        losses.append(learner.loss(learner.model(xb), yb).item())
    return np.array(losses)
