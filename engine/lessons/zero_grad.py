"""What happens where nobody zeroes the gradients: backward() adds the new ones to the old."""

from collections.abc import Iterator, Mapping

import numpy as np

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy, results
from engine.lessons.samples import some

CONTROLS: tuple[Control, ...] = (Slider("calls", 1, 5, 2),)
SEEDS = (0, 1, 2)
_NEAR = 1e-3


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Call backward() on the same batch several times, and watch its gradients add up."""
    calls = int(values["calls"])
    config = TrainConfig(model="linear", zero_grad=False, device="cpu")
    learner = Learner(some(lab.dataset, 256, 1), config, fast=False)
    xb, yb = learner.batches.x.float() / 255, learner.batches.y
    lengths, lines, pictures = [], [], []
    for number in range(1, calls + 1):
        learner.gradients(xb, yb)
        gradient = learner.optimizer.parameters[0].grad
        assert gradient is not None
        lengths.append(float(gradient.norm()))
        told = f"|w.grad| = {lengths[-1]:.4f}"
        lines.append(Line("loss.backward()", told, number == calls))
        pictures.append(gradient[0].reshape(28, 28).numpy().copy())
    top = float(np.abs(pictures[-1]).max())
    shown = tuple(
        Picture(
            pictures[place],
            lab.word("after" if place else "after_one", count=place + 1),
            True,
            low=-top,
            high=top,
        )
        for place in sorted({0, calls - 1})
    )
    ratio = lengths[-1] / lengths[0]
    text = lab.word("outcome" if calls > 1 else "outcome_one", calls=calls, ratio=ratio)
    yield Code(tuple(lines)), Pictures(shown), Outcome(text, abs(ratio - calls) < _NEAR)


def runs(values: Values) -> tuple[Run, ...]:
    """Three seeds, each with and without zeroing: a colour for each, and dashes for without."""
    return tuple(
        Run(f"{name}_{seed}", _config(seed, zeroes), color=color, dashed=not zeroes)
        for color, seed in enumerate(SEEDS)
        for name, zeroes in (("with", True), ("without", False))
    )


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """For every seed the run that zeroed must have come out better."""
    worse = sum(
        accuracy(records[f"without_{seed}"]) < accuracy(records[f"with_{seed}"]) for seed in SEEDS
    )
    text = lab.word("outcome_runs", worse=worse, seeds=len(SEEDS))
    return results(lab, records), Outcome(text, worse == len(SEEDS))


def _config(seed: int, zero_grad: bool) -> TrainConfig:
    return TrainConfig(
        epochs=2, lr=0.1, momentum=0.9, loss="cross_entropy", seed=seed, zero_grad=zero_grad
    )
