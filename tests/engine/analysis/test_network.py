"""What is drawn of a network is what torch has: sums, products, activations, and what they add."""

from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.analysis.network import passage, products
from engine.analysis.passage import Column
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.models import build_model
from engine.options import ACTIVATIONS, MODELS

CLASSES = (2, 10)


@pytest.fixture
def image(few: Dataset) -> NDArray[np.uint8]:
    return few.valid.images[0]


def model_of(name: str, classes: int = 10, **settings: Any) -> nn.Sequential:
    model = build_model(TrainConfig(model=name, **settings), classes)
    torch.manual_seed(0)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 1:
                parameter.normal_(std=0.1)  # biases that aren't all 0
    return model


def outputs(model: nn.Sequential, image: NDArray[np.uint8]) -> list[tuple[nn.Module, Tensor]]:
    """Each layer with what comes out of it, by torch's own functions."""
    x = torch.tensor(image).reshape(1, 784).float() / 255
    found = []
    for layer in model:
        x = layer(x)
        found.append((layer, x))
    return found


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("classes", CLASSES)
def test_sums_and_activations_are_those_of_torch(
    name: str, activation: str, bias: bool, classes: int, image: NDArray[np.uint8]
) -> None:
    model = model_of(name, classes, activation=activation, bias=bias)
    found = passage(model, image, classes)
    steps = outputs(model, image)
    for index, column in enumerate(found.columns):
        layer, sums = steps[column.place]
        is_last = index == len(found.columns) - 1
        end = len(steps) if is_last else found.columns[index + 1].place
        after = [out for kind, out in steps[column.place : end] if not isinstance(kind, nn.Flatten)]
        expected = sums[0].flatten(1).sum(1) if sums.dim() == 4 else sums[0]
        np.testing.assert_allclose(column.sums, expected.detach(), rtol=1e-4, atol=1e-3)
        np.testing.assert_allclose(column.values, after[-1][0].detach(), rtol=1e-4, atol=1e-5)
        assert column.shape == tuple(layer.weight.shape)
        assert (column.follows[-1:] == (activation,)) is not is_last
    np.testing.assert_array_equal(found.columns[-1].values, steps[-1][1][0].detach())


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("bias", [True, False])
def test_all_products_and_the_bias_are_the_sum(
    name: str, bias: bool, image: NDArray[np.uint8]
) -> None:
    model = model_of(name, bias=bias)
    found, steps = passage(model, image, 10), outputs(model, image)
    before = torch.tensor(image).reshape(1, 784).float() / 255
    inputs = [before, *(out for _, out in steps)]
    maps = 0
    for column in found.columns:
        layer = model[column.place]
        assert isinstance(layer, nn.Linear | nn.Conv2d)
        out = steps[column.place][1]
        with torch.no_grad():
            each = products(layer, inputs[column.place], maps)
        places = out[0, 0].numel() if out.dim() == 4 else 1
        total = each.sum(1) + (0 if layer.bias is None else layer.bias * places)
        np.testing.assert_allclose(column.sums, total.detach(), rtol=1e-4, atol=1e-3)
        check_strongest(column, each)
        maps = len(column.values) if column.values.ndim == 3 else 0


def check_strongest(column: Column, each: Tensor) -> None:
    """The sources are those with the largest products, in order, with their own products."""
    count = column.sources.shape[1]
    assert count == min(12, each.shape[1], count)
    for neuron, (sources, strengths) in enumerate(
        zip(column.sources, column.strengths, strict=True)
    ):
        assert len(set(sources.tolist())) == count
        row = each[neuron].detach().numpy()
        np.testing.assert_allclose(strengths, row[sources], rtol=1e-4, atol=1e-6)
        largest = np.sort(np.abs(row))[::-1][:count]
        np.testing.assert_allclose(np.abs(strengths), largest, rtol=1e-4, atol=1e-6)


def test_a_products_of_a_filter_is_what_its_map_alone_would_give(image: NDArray[np.uint8]) -> None:
    """Each input map is sent through torch's convolution alone, the others dark."""
    model = model_of("convnet")
    steps = outputs(model, image)
    layer, before = model[4], steps[3][1]
    assert isinstance(layer, nn.Conv2d)
    with torch.no_grad():
        each = products(layer, before)
        for source in range(before.shape[1]):
            alone = torch.zeros_like(before)
            alone[:, source] = before[:, source]
            sums = F.conv2d(alone, layer.weight)[0].flatten(1).sum(1)
            np.testing.assert_allclose(each[:, source], sums, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("classes", CLASSES)
def test_what_the_last_hidden_neurons_add_makes_the_answers_logit(
    name: str, activation: str, classes: int, image: NDArray[np.uint8]
) -> None:
    model = model_of(name, classes, activation=activation)
    found = passage(model, image, classes)
    last, layer = found.columns[-1], model[-1]
    assert isinstance(layer, nn.Linear)
    output = found.answer if len(last.sums) > 1 else 0
    sign = -1 if len(last.sums) == 1 and found.answer == 1 else 1
    assert (last.values[output] * sign) == np.max(last.values * sign)
    if len(found.columns) == 1:
        return
    logit = found.columns[-2].adds.sum() + sign * layer.bias[output].item()
    np.testing.assert_allclose(logit, sign * last.values[output], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize("name", ["simple_net", "mlp", "convnet", "small_convnet"])
def test_earlier_neurons_add_activation_times_slope(name: str, image: NDArray[np.uint8]) -> None:
    """The slope is held against small steps, in double precision and away from ReLU's corner."""
    model = model_of(name, activation="tanh", hidden=(20, 10)).double()
    found = passage(model.float(), image, 10)
    column = found.columns[0]
    model.double()
    end = found.columns[1].place if len(found.columns) > 2 else column.place + 2
    tail = nn.Sequential(*list(model)[end:])
    head = nn.Sequential(*list(model)[:end])
    with torch.no_grad():
        x = head(torch.tensor(image).reshape(1, 784).double() / 255)
        for neuron in (0, 3, 7):
            step = torch.zeros_like(x)
            step[:, neuron] = x[:, neuron] * 1e-4
            up, down = tail(x + step)[0, found.answer], tail(x - step)[0, found.answer]
            slope = float(up - down) / 2e-4
            np.testing.assert_allclose(column.adds[neuron], slope, rtol=1e-2, atol=1e-4)


def test_a_class_that_is_none_is_never_the_answer(image: NDArray[np.uint8]) -> None:
    model = model_of("linear")
    with torch.no_grad():
        model[0].bias[9] = 100.0  # "?", which the other nine are told apart from
    assert passage(model, image, 9).answer != 9


def test_an_empty_sketch_leaves_only_the_biases() -> None:
    model = model_of("simple_net")
    found = passage(model, np.zeros((28, 28), np.uint8), 10)
    np.testing.assert_allclose(found.columns[0].sums, model[0].bias.detach())
    assert found.columns[0].sources.shape == (30, 0)


def test_looking_changes_nothing(image: NDArray[np.uint8]) -> None:
    model = model_of("convnet").train()
    before = {name: value.clone() for name, value in model.state_dict().items()}
    passage(model, image, 10)
    assert model.training
    assert all(parameter.grad is None for parameter in model.parameters())
    assert all(torch.equal(before[name], value) for name, value in model.state_dict().items())
