"""The models: their shapes, and where their weights come from."""

import math
from typing import Any

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from engine.config import TrainConfig
from engine.models import MODELS, build_model, is_large, output_count
from engine.options import ACTIVATIONS
from engine.options import MODELS as NAMES

DEEP: dict[str, Any] = {"model": "mlp", "hidden": (20, 10, 5)}


def shapes(config: TrainConfig, n_classes: int = 2) -> list[tuple[int, ...]]:
    return [tuple(p.shape) for p in build_model(config, n_classes).parameters()]


def test_every_choice_has_its_model() -> None:
    assert set(MODELS) == set(NAMES)


def test_the_books_models_have_the_books_shapes() -> None:
    assert shapes(TrainConfig(model="linear")) == [(1, 784), (1,)]
    assert shapes(TrainConfig()) == [(30, 784), (30,), (1, 30), (1,)]
    kinds = [type(layer) for layer in build_model(TrainConfig(), 2)]
    assert kinds == [nn.Linear, nn.ReLU, nn.Linear]


def test_an_mlp_is_as_deep_and_wide_as_it_is_told() -> None:
    expected = [(20, 784), (20,), (10, 20), (10,), (5, 10), (5,), (7, 5), (7,)]
    assert shapes(TrainConfig(**DEEP), 7) == expected


def test_the_convnet_is_two_rounds_of_filters_and_two_layers() -> None:
    net = build_model(TrainConfig(model="convnet"), 10)
    images = torch.rand(3, 784)
    c1, b1, c2, b2, w1, d1, w2, d2 = net.parameters()
    found = F.conv2d(images.view(3, 1, 28, 28), c1, b1)
    found = F.conv2d(F.relu(F.max_pool2d(found, 2)), c2, b2)
    found = F.relu(F.max_pool2d(found, 2)).flatten(1)
    expected = F.relu(found @ w1.t() + d1) @ w2.t() + d2
    torch.testing.assert_close(net(images), expected, rtol=1e-4, atol=1e-4)


def test_the_small_convnet_skips_every_other_place_and_has_one_linear_layer() -> None:
    net = build_model(TrainConfig(model="small_convnet"), 10)
    images = torch.rand(3, 784)
    c1, b1, c2, b2, c3, b3, w, d = net.parameters()
    found = F.relu(F.conv2d(images.view(3, 1, 28, 28), c1, b1, stride=2, padding=2))
    found = F.relu(F.max_pool2d(F.conv2d(found, c2, b2), 2))
    found = F.relu(F.conv2d(found, c3, b3)).flatten(1)
    torch.testing.assert_close(net(images), found @ w.t() + d, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("model", NAMES)
@pytest.mark.parametrize("n_classes", [2, 3, 10, 26])
@pytest.mark.parametrize("loss", ["auto", "mnist_loss", "cross_entropy", "accuracy"])
def test_every_model_answers_for_any_number_of_classes(
    model: str, n_classes: int, loss: str
) -> None:
    config = TrainConfig(model=model, loss=loss)
    outputs = 1 if n_classes == 2 and loss != "cross_entropy" else n_classes
    assert output_count(config, n_classes) == outputs
    assert build_model(config, n_classes).eval()(torch.rand(3, 784)).shape == (3, outputs)


@pytest.mark.parametrize("model", NAMES)
def test_without_bias_nothing_is_added_and_blank_paper_gives_zero(model: str) -> None:
    net = build_model(TrainConfig(model=model, bias=False), 10).eval()
    assert not net(torch.zeros(1, 784)).any()


@pytest.mark.parametrize("model", NAMES)
@pytest.mark.parametrize("init", ["random", "large"])
def test_a_seed_draws_the_same_weights_and_another_seed_others(model: str, init: str) -> None:
    def weights(seed: int) -> list[torch.Tensor]:
        return list(build_model(TrainConfig(model=model, init=init, seed=seed), 2).parameters())

    assert all(torch.equal(a, b) for a, b in zip(weights(1), weights(1), strict=True))
    assert not torch.equal(weights(1)[0], weights(2)[0])


@pytest.mark.parametrize("model", NAMES)
def test_the_global_dice_are_not_touched(model: str) -> None:
    state = torch.get_rng_state()
    build_model(TrainConfig(model=model), 2)
    assert torch.equal(torch.get_rng_state(), state)


def test_random_weights_are_glorots_and_biases_zero() -> None:
    weight, bias = list(build_model(TrainConfig(), 10).parameters())[:2]
    bound = math.sqrt(6 / (784 + 30))
    assert weight.abs().max() <= bound
    assert weight.std().item() == pytest.approx(bound / math.sqrt(3), rel=0.05)
    assert weight.mean().abs() < 0.05 * bound
    assert not bias.any()


def test_filters_start_as_hes_and_lie_as_a_cpu_convolves_fastest() -> None:
    net = build_model(TrainConfig(model="convnet"), 10)
    filters = [layer.weight for layer in net if isinstance(layer, nn.Conv2d)]
    assert [tuple(weight.shape) for weight in filters] == [(16, 1, 5, 5), (64, 16, 5, 5)]
    for weight in filters:
        fan_in = weight[0].numel()
        assert weight.std().item() == pytest.approx(math.sqrt(2 / fan_in), rel=0.1)
        assert weight.is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("model", ["linear", "simple_net", "mlp"])
def test_zeros_are_zeros_and_large_is_large(model: str) -> None:
    assert not any(
        p.any() for p in build_model(TrainConfig(model=model, init="zeros"), 2).parameters()
    )
    large = next(build_model(TrainConfig(model=model, init="large"), 2).parameters())
    assert large.std().item() == pytest.approx(10, rel=0.1)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_only_without_activation_two_layers_are_one(activation: str) -> None:
    net = build_model(TrainConfig(activation=activation, bias=False), 2)
    x, y = torch.rand(2, 1, 784)
    straight = torch.allclose(net(x) - net(y), net(x - y), atol=1e-5)
    assert straight == (activation == "none")


@pytest.mark.parametrize(
    ("config", "pays"),
    [
        (TrainConfig(), False),  # the book's 24 thousand weights, 256 images
        (TrainConfig(model="mlp", hidden=(100,)), False),
        (TrainConfig(model="mlp", hidden=(512, 256)), True),
        (TrainConfig(model="convnet", batch_size=1), True),
    ],
)
def test_only_of_a_large_model_more_threads_may_pay(config: TrainConfig, pays: bool) -> None:
    assert is_large(build_model(config, 10), config.batch_size) is pays
