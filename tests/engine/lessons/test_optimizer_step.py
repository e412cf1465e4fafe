"""The optimizer's step against torch's own SGD on the same batches."""

from collections.abc import Callable

import numpy as np
import pytest
import torch

from engine import Dataset, Learner, TrainConfig
from engine.lessons.figures import Figure, Outcome, Pictures, Table
from engine.lessons.lab import Lab
from engine.lessons.samples import some

Show = Callable[..., tuple[Figure, ...]]


@pytest.mark.parametrize(("lr", "momentum"), [(0.5, 0.0), (0.1, 0.9), (2.0, 0.95)])
def test_six_steps_are_torchs(
    show: Show, mnist_sample: Dataset, lr: float, momentum: float
) -> None:
    pictures, table, outcome = show("optimizer_step", step=5, lr=lr, momentum=momentum)
    assert isinstance(pictures, Pictures)
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    config = TrainConfig(model="linear", batch_size=64)
    learner = Learner(some(mnist_sample, 512, 1), config, fast=False)
    optimizer = torch.optim.SGD(learner.model.parameters(), lr=lr, momentum=momentum)
    for (xb, yb), _ in zip(learner.batches, range(6), strict=False):
        optimizer.zero_grad()
        learner.loss(learner.model(xb), yb).backward()
        optimizer.step()
    weights = next(learner.model.parameters()).detach().numpy()
    np.testing.assert_allclose(pictures.pictures[2].values.ravel(), weights[0], atol=1e-5)
    assert len(table.rows) == 6
    assert outcome.as_promised


def test_a_row_adds_up(show: Show) -> None:
    _, table, _ = show("optimizer_step", step=3, lr=0.2, momentum=0.5)
    assert isinstance(table, Table)
    rows = [[float(cell) for cell in row[1:]] for row in table.rows]
    velocity = 0.0
    for before, gradient, v, by_hand, by_engine in rows:
        velocity = 0.5 * velocity + gradient
        assert v == pytest.approx(velocity, abs=2e-5)
        assert by_hand == by_engine == pytest.approx(before - 0.2 * v, abs=2e-5)


def test_ten_digits(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    *_, outcome = show("optimizer_step", lab("optimizer_step", dataset=few_digits), step=2)
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
