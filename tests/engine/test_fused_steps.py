"""Fused steps against torch's own autograd and optimizer, and what a learner shows of them."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from engine import EpochReport, Learner, StepReport, TrainConfig
from engine.data.splits import Dataset
from engine.losses import LOSSES
from engine.models import build_model

PLAIN: dict[str, Any] = {"epochs": 2, "lr": 0.1, "batch_size": 64}


@pytest.fixture(autouse=True)
def in_float32(monkeypatch: pytest.MonkeyPatch) -> None:
    """Multiply in float32, so that only the order of sums differs from autograd's."""
    monkeypatch.setattr("engine.fast_gradients.multiplies_bfloat16", lambda: False)


def after(learner: Learner, every: int) -> Callable[[], bool]:
    """Ask for a report after that many batches."""
    return lambda: learner.step % every == 0


def oracle(learner: Learner, steps: int) -> tuple[nn.Sequential, list[float]]:
    """Train the same model on the same batches by autograd and torch.optim."""
    model = build_model(learner.config, len(learner.dataset.classes))
    optimizer = torch.optim.SGD(model.parameters(), learner.config.lr)
    again = Learner(learner.dataset, learner.config, fast=False)
    losses = []
    for step, (xb, yb) in enumerate(islice(again.batches, steps)):
        share = learner.schedule(step / (learner.config.epochs * len(again.batches)))
        optimizer.param_groups[0]["lr"] = learner.config.lr * share
        optimizer.zero_grad()
        loss = LOSSES[again.loss_name](model(xb), yb)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return model, losses


@pytest.mark.parametrize("every", [1, 5, 7, 100])
@pytest.mark.parametrize("schedule", ["constant", "one_cycle"])
def test_fused_steps_are_those_of_autograd_and_torchs_sgd(
    few: Dataset, every: int, schedule: str
) -> None:
    learner = Learner(few, TrainConfig(**PLAIN, schedule=schedule))
    losses = torch.cat(list(learner.fused_epoch(after(learner, every))))
    model, expected = oracle(learner, len(learner.batches))
    torch.testing.assert_close(losses, torch.tensor(expected), rtol=1e-4, atol=1e-6)
    for ours, theirs in zip(learner.model.parameters(), model.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)
        assert ours.grad is not None
        assert theirs.grad is not None
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("every", [1, 9])
def test_a_fit_ends_where_one_step_by_step_does(few: Dataset, every: int) -> None:
    rare, often = (Learner(few, TrainConfig(**PLAIN), fast) for fast in (True, False))
    last = [list(rare.fit(every))[-1], list(often.fit(every=1))[-1]]
    assert isinstance(last[0], EpochReport)
    assert isinstance(last[1], EpochReport)
    assert last[0].valid_loss == pytest.approx(last[1].valid_loss, rel=1e-4)
    assert last[0].train_loss == pytest.approx(last[1].train_loss, rel=1e-4)
    assert rare.step == often.step == 2 * len(rare.batches)


def test_the_rate_that_is_told_is_that_of_the_last_batch(few: Dataset) -> None:
    config = TrainConfig(**PLAIN | {"schedule": "one_cycle"})
    told = [
        [(r.step, r.lr) for r in Learner(few, config, fast).fit(7) if isinstance(r, StepReport)]
        for fast in (True, False)
    ]
    assert len({rate for _, rate in told[0]}) == len(told[0])
    assert told[0] == told[1]


def test_it_goes_on_in_the_middle_of_an_epoch_in_the_other_way(few: Dataset) -> None:
    learner, whole = (Learner(few, TrainConfig(**PLAIN)) for _ in range(2))
    list(islice(learner.train_epoch(after(learner, 1)), 3))
    list(islice(learner.fit(every=4), 2))  # up to the eighth batch
    assert learner.step == 8
    list(learner.train_epoch(after(learner, 1)))
    learner.epochs_done += 1
    list(learner.fit())
    list(whole.fit())
    for ours, theirs in zip(learner.model.parameters(), whole.model.parameters(), strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)


def test_weights_of_pixels_without_ink_stay_as_they_were(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(**PLAIN))
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
    for _ in learner.fused_epoch(after(learner, 3)):
        seen.append(next(learner.model.parameters()).detach().clone())
        model, _ = oracle(learner, learner.step)
        torch.testing.assert_close(seen[-1], next(model.parameters()), rtol=1e-4, atol=1e-6)
    assert len(seen) > 2


def test_it_goes_on_from_weights_that_were_changed_between_two_reports(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(**PLAIN))
    run = learner.fused_epoch(after(learner, 4))
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
        {"optimizer": "nesterov"},
        {"optimizer": "adam"},
        {"weight_decay": 0.01},
        {"augment": "gentle"},
        {"zero_grad": False},
        {"activation": "tanh"},
        {"bias": False},
        {"loss": "cross_entropy"},
        {"model": "linear"},
        {"model": "mlp", "hidden": (20, 10)},
        {"model": "convnet"},
        {"loss": "accuracy"},
    ],
)
def test_other_settings_learn_step_by_step(few: Dataset, options: dict[str, Any]) -> None:
    assert Learner(few, TrainConfig(**PLAIN, **options)).fused is None
    assert Learner(few, TrainConfig(**PLAIN), fast=False).fused is None
    assert Learner(few, TrainConfig(**PLAIN)).fused
