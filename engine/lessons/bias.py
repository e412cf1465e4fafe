"""What a bias is for: fade the sketch to a blank pad, with one and without."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Picture, Pictures, Plot
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import results
from engine.lessons.samples import some

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (Slider("ink", 0, 100, 100, 5),)
_HALF, _TOGETHER = 0.5, 0.02


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Train a linear model with a bias and one without, and let the sketch fade before both."""
    share = float(values["ink"]) / 100
    shares = np.linspace(0, 1, 51)
    answers = {name: _answers(_trained(lab, name == "with"), lab, shares) for name in _NAMES}
    curves = tuple(
        Curve(lab.word(name), 100 * shares, answers[name], dashed=name == "without")
        for name in _NAMES
    )
    marks = _marks(
        lab, 100 * share, [float(np.interp(share, shares, answers[name])) for name in _NAMES]
    )
    faded = Picture(lab.sketch * share, lab.word("faded"), low=0, high=255)
    plot = Plot(
        curves, lab.word("ink_axis"), lab.word("probability"), "", marks, False, (0, 1), "ink"
    )
    blank = {name: float(answers[name][0]) for name in _NAMES}
    as_promised = blank["without"] == _HALF != blank["with"]
    word = "outcome" if as_promised else "outcome_inexact"
    text = lab.word(word, without=blank["without"], with_bias=blank["with"])
    yield Pictures((faded,)), plot, Outcome(text, as_promised)


def runs(values: Values) -> tuple[Run, ...]:
    """The linear model with a bias, and without: the latter is asked of the blank pad after it."""
    config = TrainConfig(model="linear", epochs=3)
    return (Run("with", config), Run("without", replace(config, bias=False)))


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """Ask the model that has just been trained without a bias what it says of a blank pad."""
    table = results(lab, records)
    learner = lab.learner
    if learner is None or learner.config.bias:
        return (table,)
    p = float(learner.predict(np.zeros((28, 28), np.uint8)).probabilities[0])
    return table, Outcome(lab.word("outcome_runs", p=p), p == _HALF)


_NAMES = ("with", "without")  # in the order of the runs, and so in their colours


def _marks(lab: Lab, ink: float, answers: list[float]) -> tuple[Mark, ...]:
    """Mark both answers, or what both say where no eye keeps them apart."""
    if abs(answers[0] - answers[1]) < _TOGETHER:
        return (Mark(lab.word("both"), ink, sum(answers) / 2),)
    return tuple(Mark(lab.word(name), ink, p) for name, p in zip(_NAMES, answers, strict=True))


def _trained(lab: Lab, bias: bool) -> nn.Sequential:
    config = TrainConfig(model="linear", bias=bias, epochs=2, lr=3, batch_size=64, device="cpu")
    learner = Learner(some(lab.sample, 2048, 1), config)
    for _ in learner.fit():
        pass
    return learner.model


@torch.no_grad()
def _answers(model: nn.Sequential, lab: Lab, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of a 3 for the sketch with each share of its ink."""
    sketch = torch.tensor(lab.sketch.astype(np.float32) / 255).flatten()
    faded = torch.tensor(shares.astype(np.float32))[:, None] * sketch
    probabilities: NDArray[np.float64] = model(faded).sigmoid()[:, 0].double().numpy()
    return probabilities
