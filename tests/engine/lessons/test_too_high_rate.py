"""Steps of every length from one place, and trainings at three rates."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from engine import Dataset, Learner, TrainConfig
from engine.errors import TrainingDiverged
from engine.lessons import too_high_rate
from engine.lessons.figures import Figure, Outcome, Plot
from engine.lessons.lab import Lab, RunRecord
from engine.lessons.samples import some

Show = Callable[..., tuple[Figure, ...]]
Fit = Callable[..., tuple[RunRecord, Learner]]


def test_the_loss_after_one_step_of_each_length(show: Show, mnist_sample: Dataset) -> None:
    plot, outcome = show("too_high_rate", lr=1)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    x, y, weight, bias = start(mnist_sample)
    residual = softmax(x @ weight.T + bias) - np.eye(2)[y]
    losses = [
        loss(x, y, weight - lr * residual.T @ x / len(x), bias - lr * residual.mean(axis=0))
        for lr in plot.curves[0].x
    ]
    np.testing.assert_allclose(plot.curves[0].y, losses, rtol=1e-3)
    assert plot.marks[0].y == pytest.approx(losses[50], rel=1e-3)
    assert outcome.as_promised


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(s, marks=pytest.mark.long) for s in range(1, 8))]
)
def test_three_rates_judged(
    fit: Fit, mnist_sample: Dataset, lab: Callable[..., Lab], seed: int
) -> None:
    runs = too_high_rate.runs({})
    records = {r.name: fit(mnist_sample, replace(r.config, seed=seed))[0] for r in runs}
    assert records["diverging"].diverged
    assert not records["bouncing"].diverged
    *_, outcome = too_high_rate.judge(lab("too_high_rate"), records)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    with pytest.raises(TrainingDiverged) as told:
        list(Learner(mnist_sample, replace(runs[2].config, seed=seed)).fit())
    after = str(told.value.message.values["batches"])
    assert f"after {after} batches" in outcome.text
    *_, outcome = too_high_rate.judge(lab("too_high_rate"), records | {"bouncing": records["good"]})
    assert isinstance(outcome, Outcome)
    assert not outcome.as_promised


def start(dataset: Dataset) -> tuple[np.ndarray, ...]:
    part = some(dataset, 256, 1)
    learner = Learner(part, TrainConfig(model="linear", loss="cross_entropy"))
    weight, bias = (p.detach().numpy().astype(float) for p in learner.model.parameters())
    return part.train.images.reshape(-1, 784) / 255, part.train.labels, weight, bias


def softmax(logits: np.ndarray) -> np.ndarray:
    powers = np.exp(logits - logits.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def loss(x: np.ndarray, y: np.ndarray, weight: np.ndarray, bias: np.ndarray) -> float:
    return float(-np.log(softmax(x @ weight.T + bias)[np.arange(len(y)), y]).mean())
