"""The gradients written out by hand against autograd's."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor, nn

from engine.batches import Batches
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.fast_gradients import FastGradients
from engine.losses import LOSSES
from engine.models import build_model

MODELS = {
    "linear": {"model": "linear"},
    "simple_net": {"model": "simple_net"},
    "mlp of one": {"model": "mlp", "hidden": (12,)},
    "mlp of three": {"model": "mlp", "hidden": (20, 15, 10)},
}


def both(
    config: TrainConfig, n_classes: int, loss: str, dtype: torch.dtype
) -> tuple[nn.Sequential, FastGradients, nn.Sequential]:
    """Return a model, its fast gradients, and the same model for autograd."""
    model = build_model(config, n_classes)
    layers = [layer for layer in model if isinstance(layer, nn.Linear)]
    return model, FastGradients(layers, loss, dtype), build_model(config, n_classes)


def check(
    config: TrainConfig, n_classes: int, loss: str, batches: list[tuple[Tensor, Tensor]]
) -> None:
    """Compare the loss and, after all batches, each gradient."""
    model, fast, oracle = both(config, n_classes, loss, torch.float32)
    for x, y in batches:
        expected = LOSSES[loss](oracle(x), y)
        expected.backward()
        torch.testing.assert_close(fast(x, y), expected.detach(), rtol=1e-5, atol=1e-6)
    for ours, theirs in zip(model.parameters(), oracle.parameters(), strict=True):
        assert ours.grad is not None
        assert theirs.grad is not None
        assert ours.grad.shape == ours.shape
        assert (ours.grad - theirs.grad).norm() <= 1e-5 * theirs.grad.norm() + 1e-7


@pytest.fixture
def batch() -> Callable[[int, int], tuple[Tensor, Tensor]]:
    dice = torch.Generator().manual_seed(5)

    def make(n: int, n_classes: int) -> tuple[Tensor, Tensor]:
        x = (torch.rand(n, 784, generator=dice) * 1.5 - 0.75).clamp(0)  # half paper, as digits are
        return x, torch.randint(n_classes, (n,), generator=dice)

    return make


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(
    ("loss", "n_classes"),
    [("mnist_loss", 2), ("mnist_loss", 10), ("cross_entropy", 2), ("cross_entropy", 10)],
)
def test_every_gradient_is_autograds(
    name: str, bias: bool, loss: str, n_classes: int, batch: Any
) -> None:
    config = TrainConfig(**MODELS[name], bias=bias, loss=loss)
    outputs = 1 if (loss, n_classes) == ("mnist_loss", 2) else n_classes
    assert list(build_model(config, n_classes).parameters())[-1].shape[0] == outputs
    check(config, n_classes, loss, [batch(64, n_classes)])


@pytest.mark.parametrize("name", MODELS)
def test_gradients_that_nobody_zeroes_add_up_as_autograds_do(name: str, batch: Any) -> None:
    config = TrainConfig(**MODELS[name], zero_grad=False)
    check(config, 2, "mnist_loss", [batch(32, 2), batch(7, 2), batch(1, 2)])


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy"])
def test_products_in_bfloat16_point_the_same_way(name: str, loss: str, few: Dataset) -> None:
    config = TrainConfig(**MODELS[name], loss=loss)
    model, fast, oracle = both(config, 2, loss, torch.bfloat16)
    x, y = next(iter(Batches(few.train, 256)))
    fast(x, y)
    LOSSES[loss](oracle(x), y).backward()
    ours, theirs = (
        torch.cat([p.grad.flatten() for p in net.parameters() if p.grad is not None])
        for net in (model, oracle)
    )
    assert ours.dtype == torch.float32
    assert (ours - theirs).norm() < 0.03 * theirs.norm()


@settings(max_examples=20)
@given(st.integers(1, 40), st.integers(2, 6), st.integers(0, 1000), st.sampled_from([1e-3, 1, 10]))
def test_any_batch_of_any_scale(n: int, n_classes: int, seed: int, scale: float) -> None:
    dice = torch.Generator().manual_seed(seed)
    x = torch.rand(n, 784, generator=dice) * scale
    y = torch.randint(n_classes, (n,), generator=dice)
    config = TrainConfig(model="mlp", loss="cross_entropy", seed=seed)
    check(config, n_classes, "cross_entropy", [(x, y)])


@pytest.mark.parametrize("loss", ["mnist_loss", "cross_entropy"])
@pytest.mark.parametrize("n_classes", [2, 10])
def test_saturated_logits_give_finite_gradients(loss: str, n_classes: int, batch: Any) -> None:
    config = TrainConfig(loss=loss, init="large")
    model, fast, _ = both(config, n_classes, loss, torch.float32)
    assert torch.isfinite(fast(*batch(16, n_classes)))
    assert all(torch.isfinite(p.grad).all() for p in model.parameters() if p.grad is not None)


@pytest.mark.parametrize(
    "config",
    [
        TrainConfig(model="convnet"),
        TrainConfig(activation="sigmoid"),
        TrainConfig(activation="none"),
        TrainConfig(model="mlp", activation="tanh"),
    ],
)
def test_what_was_not_derived_is_left_to_autograd(config: TrainConfig) -> None:
    assert FastGradients.of(build_model(config, 10), "cross_entropy") is None


def test_the_accuracy_loss_is_left_to_autograd() -> None:
    assert FastGradients.of(build_model(TrainConfig(), 2), "accuracy") is None


def test_one_output_with_cross_entropy(batch: Any) -> None:
    check(TrainConfig(loss="mnist_loss"), 2, "cross_entropy", [batch(64, 2)])


def test_another_device_is_left_to_autograd() -> None:
    assert FastGradients.of(build_model(TrainConfig(), 2).to("meta"), "mnist_loss") is None


@pytest.mark.parametrize("name", MODELS)
def test_bytes_are_read_as_their_shares_of_255(name: str, few: Dataset) -> None:
    batches = Batches(few.train, 128)
    floats, y = next(iter(batches))
    model, fast, other = both(TrainConfig(**MODELS[name]), 2, "mnist_loss", torch.float32)
    layers = [layer for layer in other if isinstance(layer, nn.Linear)]
    as_floats = FastGradients(layers, "mnist_loss", torch.float32)
    loss = fast((floats * 255).round().byte(), y)
    torch.testing.assert_close(loss, as_floats(floats, y), rtol=1e-5, atol=1e-6)
    for ours, theirs in zip(model.parameters(), other.parameters(), strict=True):
        torch.testing.assert_close(ours.grad, theirs.grad, rtol=1e-4, atol=1e-6)


def test_plain_networks_on_the_cpu_are_derived() -> None:
    for model in MODELS.values():
        assert FastGradients.of(build_model(TrainConfig(**model), 10), "cross_entropy")


@pytest.mark.parametrize("name", MODELS)
def test_bytes_give_the_gradients_of_the_floats_they_stand_for(name: str, few: Dataset) -> None:
    model, fast, oracle = both(TrainConfig(**MODELS[name]), 2, "mnist_loss", torch.float32)
    batches = Batches(few.train, 64)
    x, y = next(iter(batches))
    batches.as_bytes = True
    as_bytes, _ = next(iter(batches))
    assert as_bytes.dtype == torch.uint8
    expected = LOSSES["mnist_loss"](oracle(x), y)
    expected.backward()
    torch.testing.assert_close(fast(as_bytes, y), expected.detach(), rtol=1e-5, atol=1e-6)
    for ours, theirs in zip(model.parameters(), oracle.parameters(), strict=True):
        assert ours.grad is not None
        assert theirs.grad is not None
        assert (ours.grad - theirs.grad).norm() <= 1e-5 * theirs.grad.norm() + 1e-7


@pytest.mark.parametrize("name", MODELS)
def test_logits_are_the_models_own(name: str, few: Dataset) -> None:
    model, fast, _ = both(TrainConfig(**MODELS[name]), 10, "cross_entropy", torch.bfloat16)
    batches = Batches(few.train, 64)
    expected = torch.cat([model(x) for x, _ in batches]).detach()
    torch.testing.assert_close(torch.cat([fast.logits(x) for x, _ in batches]), expected)
    batches.as_bytes = True
    torch.testing.assert_close(torch.cat([fast.logits(x) for x, _ in batches]), expected)


def test_the_batch_and_the_weights_are_left_alone(batch: Any) -> None:
    model, fast, oracle = both(TrainConfig(), 2, "mnist_loss", torch.float32)
    x, y = batch(16, 2)
    before = x.clone()
    fast(x, y)
    assert torch.equal(x, before)
    for ours, theirs in zip(model.parameters(), oracle.parameters(), strict=True):
        assert torch.equal(ours, theirs)
