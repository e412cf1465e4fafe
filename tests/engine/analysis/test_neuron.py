"""Each number of one neuron is torch's: products, sum, function, spot, the answer without it."""

from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.analysis.network import passage
from engine.analysis.neuron import closeup, excitement
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.inference.checkpoint import ModelCard
from engine.inference.classifier import Classifier
from engine.models import ACTIVATIONS as FUNCTIONS
from engine.models import MODELS as BUILDERS
from engine.models import build_model
from engine.options import ACTIVATIONS, MODELS

NAMES = {2: ("3", "7"), 10: tuple("0123456789")}


@pytest.fixture
def image(few: Dataset) -> NDArray[np.uint8]:
    return few.valid.images[0]


def classifier_of(name: str, classes: int = 10, **settings: Any) -> Classifier:
    config = TrainConfig(model=name, **settings)
    model = build_model(config, classes)
    torch.manual_seed(0)
    with torch.no_grad():
        for parameter in model.parameters():
            if parameter.dim() == 1:
                parameter.normal_(std=0.1)
    return Classifier(model, ModelCard(NAMES[classes], config))


def x_of(image: NDArray[np.uint8]) -> torch.Tensor:
    return torch.tensor(image).reshape(1, 784).float() / 255


def test_every_model_is_tried() -> None:
    assert set(MODELS) == set(BUILDERS)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("classes", NAMES)
def test_products_and_bias_are_the_sum_and_the_function_makes_the_value(
    name: str, activation: str, bias: bool, classes: int, image: NDArray[np.uint8]
) -> None:
    classifier = classifier_of(name, classes, activation=activation, bias=bias)
    columns = passage(classifier.model, image, classes).columns
    for at, column in enumerate(columns):
        for index in (0, len(column.sums) - 1):
            seen = closeup(classifier, image, at, index)
            layer = classifier.model[column.place]
            weights = layer.weight[index].detach().numpy()
            np.testing.assert_array_equal(seen.weights.ravel(), weights.ravel())
            np.testing.assert_array_equal(seen.products, seen.weights * seen.inputs)
            assert (seen.bias is None) is not bias
            total = seen.products.sum(dtype=np.float64) + (seen.bias or 0)
            np.testing.assert_allclose(seen.sum, total, rtol=1e-4, atol=1e-4)
            is_last = at == len(columns) - 1
            assert seen.function == ("none" if is_last else activation)
            value = float(FUNCTIONS[seen.function]()(torch.tensor(seen.sum)))
            np.testing.assert_allclose(seen.value, value, rtol=1e-5, atol=1e-6)
            x, y = torch.tensor(seen.curve)
            assert len(x) > 100  # a curve, not a few lines
            np.testing.assert_allclose(y, FUNCTIONS[seen.function]()(x))
            assert x.min() <= seen.sum <= x.max()
            shown = column.values[index]
            if seen.spot is not None:
                np.testing.assert_array_equal(seen.map, shown)
                shown = shown[seen.spot]
                assert shown == column.values[index].max()
            np.testing.assert_allclose(seen.value, shown, rtol=1e-5, atol=1e-6)


def test_a_layer_of_784_neurons_is_no_sketch(image: NDArray[np.uint8]) -> None:
    classifier = classifier_of("mlp", hidden=(784, 20))
    assert closeup(classifier, image, 0, 0).inputs.shape == (1, 28, 28)
    assert closeup(classifier, image, 1, 0).inputs.shape == (784, 1, 1)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("classes", NAMES)
def test_without_it_is_torch_with_its_activation_at_nought(
    name: str, classes: int, image: NDArray[np.uint8]
) -> None:
    """A hook on the layer that gives the activation is the oracle."""
    classifier = classifier_of(name, classes, activation="sigmoid")
    model = classifier.model
    columns = passage(model, image, classes).columns
    expected = classifier.predict(image).probabilities
    for at, column in enumerate(columns):
        seen = closeup(classifier, image, at, 1 if len(column.sums) > 1 else 0)
        np.testing.assert_allclose(seen.shares, expected, rtol=1e-4, atol=1e-6)
        if at == len(columns) - 1:
            assert seen.without is None
            continue
        last = column.place + len(column.follows)

        def dim(_: nn.Module, __: object, out: torch.Tensor) -> torch.Tensor:
            out = out.clone()
            out[:, 1] = 0
            return out

        handle = model[last].register_forward_hook(dim)
        with torch.no_grad():
            logits = model(x_of(image))
        handle.remove()
        p = logits.sigmoid() if logits.shape[1] == 1 else logits.softmax(1)
        ablated = torch.cat([p, 1 - p], 1)[0] if p.shape[1] == 1 else p[0]
        np.testing.assert_allclose(seen.without, ablated, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("name", ["convnet", "small_convnet"])
def test_a_spot_of_a_map_saw_these_pixels_and_no_others(
    name: str, image: NDArray[np.uint8]
) -> None:
    """The gradient of the sum at a spot is 0 outside what it is told to have seen, not inside."""
    classifier = classifier_of(name, activation="tanh")
    model, noise = classifier.model, np.random.default_rng(1).integers(0, 256, (28, 28))
    columns = passage(model, noise.astype(np.uint8), 10).columns
    for at, column in enumerate(columns):
        if column.values.ndim != 3:
            continue
        for spot in ((0, 0), (2, 1), (3, 3)):
            seen = closeup(classifier, noise.astype(np.uint8), at, 3, spot)
            assert seen.spot == spot
            assert seen.value == column.values[3][spot]
            x = x_of(noise.astype(np.uint8)).requires_grad_()
            model[: column.place + len(column.follows) + 1](x)[0, 3][spot].backward()
            touched = x.grad.reshape(28, 28) != 0
            top, left, height, width = seen.seen
            inside = torch.zeros(28, 28, dtype=torch.bool)
            inside[top : top + height, left : left + width] = True
            assert not (touched & ~inside).any()
            assert touched.any()
    first = closeup(classifier, image, 0, 0, (5, 4))
    top, left, height, width = first.seen
    patch = image[top : top + height, left : left + width] / 255
    np.testing.assert_allclose(first.inputs[0][:height, :width], patch, atol=1e-6)


@pytest.mark.parametrize("name", ["linear", "simple_net", "convnet"])
def test_what_excites_is_each_images_own_activation(name: str, few: Dataset) -> None:
    classifier = classifier_of(name)
    images = few.train.images[:20]
    for at in range(len(passage(classifier.model, images[0], 10).columns)):
        found = excitement(classifier.model, images, at, 0)
        each = [passage(classifier.model, one, 10).columns[at].values[0].max() for one in images]
        np.testing.assert_allclose(found, each, rtol=1e-4, atol=1e-5)
