"""Fused steps against torch's own autograd and optimizer, and what a learner shows of them."""

from itertools import islice
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from engine import Learner, TrainConfig
from engine.data.splits import Dataset
from engine.losses import LOSSES
from engine.models import build_model

PLAIN: dict[str, Any] = {"epochs": 2, "lr": 0.1, "batch_size": 64}


@pytest.fixture(autouse=True)
def in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    """Multiply in float32, so that only the order of sums differs from autograd's."""
    monkeypatch.setattr("engine.fast_gradients.multiplies_bfloat16", lambda: False)


def oracle(learner: Learner, steps: int) -> tuple[nn.Sequential, list[float]]:
    """Train the same model on the same batches by autograd and torch.optim."""
    model = build_model(learner.config, len(learner.dataset.classes))
    optimizer = torch.optim.SGD(model.parameters(), learner.config.lr)
    again = Learner(learner.dataset, learner.config, fast=False)
    losses = []
    for xb, yb in islice(again.batches, steps):
        optimizer.zero_grad()
        loss = LOSSES[again.loss_name](model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


@pytest.mark.parametrize(
    "options",
    [
        {"model": "linear"},
        {"model": "simple_net"},
        {"model": "simple_net", "bias": False},
        {"model": "simple_net", "loss": "cross_entropy"},
        {"model": "mlp", "hidden": (20, 10)},
    ],
)
def test_fused_steps_are_those_of_autograd_and_torchs_sgd(
    few: Dataset, options: dict[str, Any]
) -> None:
    learner = Learner(few, TrainConfig(**PLAIN, **options))
    assert learner.fused
    losses = torch.cat(list(learner.train_epoch(every=5)))
    model, expected = oracle(learner, len(learner.batches))
    torch.testing.assert_close(losses, torch.tensor(expected), rtol=1e-4, atol=1e-6)
    for ours, theirs in zip(learner.model.parameters(), model.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)
        assert ours.grad is not None
        assert theirs.grad is not None
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-3, atol=1e-6)


def test_weights_of_pixels_without_ink_stay_as_they_were(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(**PLAIN))
    assert learner.fused
    blank = torch.tensor(few.train.images).flatten(1).amax(dim=0) == 0
    before = next(learner.model.parameters()).detach().clone()
    list(learner.fit(every=7))
    after = next(learner.model.parameters()).detach()
    assert blank.any()
    assert torch.equal(after[:, blank], before[:, blank])
    assert (after[:, ~blank] != before[:, ~blank]).any(dim=0).float().mean() > 0.9


def test_the_model_is_up_to_date_at_every_report(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(**PLAIN))
    seen: list[Tensor] = []
    for _ in learner.train_epoch(every=3):
        seen.append(next(learner.model.parameters()).detach().clone())
        model, _ = oracle(learner, learner.step)
        torch.testing.assert_close(seen[-1], next(model.parameters()), rtol=1e-4, atol=1e-6)
    assert len(seen) > 2


def test_it_goes_on_from_weights_that_were_changed_between_two_reports(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(**PLAIN))
    run = learner.train_epoch(every=4)
    next(run)
    with torch.no_grad():
        for parameter in learner.model.parameters():
            parameter.zero_()
    next(run)
    first = next(learner.model.parameters())
    assert first.abs().max() < 0.05  # four small steps from nothing


@pytest.mark.parametrize(
    "options",
    [
        {"momentum": 0.9},
        {"weight_decay": 0.01},
        {"augment": "gentle"},
        {"zero_grad": False},
        {"activation": "tanh"},
        {"model": "convnet"},
    ],
)
def test_other_settings_learn_step_by_step(few: Dataset, options: dict[str, Any]) -> None:
    assert Learner(few, TrainConfig(**PLAIN, **options)).fused is None
    assert Learner(few, TrainConfig(**PLAIN), fast=False).fused is None
