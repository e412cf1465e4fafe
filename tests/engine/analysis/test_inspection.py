"""Looking into a model shows what is there, and touches nothing."""

import dataclasses
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.analysis.inspection import (
    activations,
    features,
    has_moved,
    parameters,
    weight_pictures,
)
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.errors import DataError
from engine.forward import silent_shares
from engine.learner import Learner
from engine.models import build_model
from engine.options import MODELS


@pytest.fixture
def image(few: Dataset) -> NDArray[np.uint8]:
    return few.valid.images[0]


def model_of(name: str, **settings: Any) -> nn.Sequential:
    return build_model(TrainConfig(model=name, **settings), 10)


@pytest.mark.parametrize(
    ("name", "shape"),
    [("linear", (10, 28, 28)), ("simple_net", (30, 28, 28)), ("mlp", (30, 28, 28))],
)
def test_weights_of_a_linear_layer_are_pictures_of_the_pad(
    name: str, shape: tuple[int, ...]
) -> None:
    model = model_of(name)
    pictures = weight_pictures(model)
    assert pictures.shape == shape
    assert pictures.dtype == np.float32
    weight = model[0].weight
    assert pictures[3, 5, 7] == weight[3, 5 * 28 + 7].item()


def test_weights_of_a_convolution_are_its_filters() -> None:
    model = model_of("convnet")
    pictures = weight_pictures(model)
    layer = model[1]
    assert isinstance(layer, nn.Conv2d)
    assert pictures.shape == (layer.out_channels, *layer.kernel_size)
    np.testing.assert_array_equal(pictures, layer.weight[:, 0].detach())


def test_a_model_without_weights_has_no_pictures() -> None:
    with pytest.raises(DataError, match="no layer"):
        weight_pictures(nn.Sequential(nn.ReLU()))


@pytest.mark.parametrize("name", MODELS)
def test_activations_end_in_the_logits(name: str, image: NDArray[np.uint8]) -> None:
    model = model_of(name)
    found = activations(model, image)
    logits = model(torch.tensor(image).flatten()[None] / 255)[0].detach()
    np.testing.assert_allclose(found[-1].values, logits, atol=1e-5)
    assert found[-1].kind == "linear"
    for activation in found:
        assert activation.values.dtype == np.float32
        assert activation.values.ndim in (1, 3)
        if activation.kind == "relu":
            assert activation.values.min() >= 0


def test_the_books_network_layer_by_layer(image: NDArray[np.uint8]) -> None:
    model = model_of("simple_net")
    hidden, after, _ = activations(model, image)
    w, b = model[0].weight.detach().numpy(), model[0].bias.detach().numpy()
    np.testing.assert_allclose(hidden.values, w @ (image.flatten() / 255) + b, atol=1e-4)
    np.testing.assert_array_equal(after.values, np.maximum(hidden.values, 0))
    assert [(a.layer, a.kind) for a in (hidden, after)] == [(0, "linear"), (1, "relu")]


def test_a_convnet_shows_its_feature_maps(image: NDArray[np.uint8]) -> None:
    found = activations(model_of("convnet"), image)
    assert [a.kind for a in found[:3]] == ["convolution", "pool", "relu"]
    channels = found[0].values.shape[0]
    assert [a.values.shape for a in found[:2]] == [(channels, 24, 24), (channels, 12, 12)]


def test_before_the_first_batch_there_are_no_gradients(few: Dataset) -> None:
    views = parameters(Learner(few, TrainConfig()).model)
    assert [view.name for view in views] == ["0.weight", "0.bias", "2.weight", "2.bias"]
    assert all(view.gradient is None and view.gradient_norm is None for view in views)


def test_a_plain_step_is_seen_in_weights_and_gradients(few: Dataset) -> None:
    learner = Learner(few, TrainConfig(lr=0.1))
    before = parameters(learner.model)
    next(learner.fit())
    after = parameters(learner.model)
    for old, new in zip(before, after, strict=True):
        assert new.gradient is not None
        np.testing.assert_allclose(new.values, old.values - 0.1 * new.gradient, atol=1e-6)
        assert new.gradient_norm == pytest.approx(float(np.sqrt((new.gradient**2).sum())))
        assert new.norm == pytest.approx(float(np.sqrt((new.values**2).sum())))


@pytest.mark.parametrize("name", MODELS)
def test_what_was_shown_stays_when_training_goes_on(handful: Dataset, name: str) -> None:
    learner = Learner(handful, TrainConfig(model=name, batch_size=64))
    run = learner.fit()
    next(run)
    shown = [
        *(view.values for view in parameters(learner.model)),
        *(view.gradient for view in parameters(learner.model) if view.gradient is not None),
        weight_pictures(learner.model),
        *(a.values for a in activations(learner.model, handful.valid.images[0])),
    ]
    copies = [array.copy() for array in shown]
    next(run)
    for array, copy in zip(shown, copies, strict=True):
        np.testing.assert_array_equal(array, copy)
        assert type(array) is np.ndarray
        assert array.flags.c_contiguous


@pytest.mark.parametrize("name", MODELS)
def test_looking_touches_nothing(handful: Dataset, name: str) -> None:
    learner = Learner(handful, TrainConfig(model=name, batch_size=64))
    next(learner.fit())
    model, image = learner.model, handful.valid.images[0]
    before = [
        (p.detach().clone(), p.grad.clone()) for p in model.parameters() if p.grad is not None
    ]
    activations(model, image)
    features(model, handful.valid.images[:3])
    silent_shares(model, handful.valid.images)
    assert model.training
    for (weight, gradient), p in zip(before, model.parameters(), strict=True):
        assert torch.equal(weight, p)
        assert p.grad is not None
        assert torch.equal(gradient, p.grad)


@pytest.mark.parametrize("name", MODELS)
def test_the_last_layer_makes_the_logits_of_the_features(handful: Dataset, name: str) -> None:
    model = model_of(name)
    images = handful.valid.images
    found = features(model, images)
    assert found.dtype == np.float32
    logits = model[-1](torch.tensor(found))
    expected = model(torch.tensor(images).flatten(1) / 255)
    torch.testing.assert_close(logits, expected, rtol=1e-4, atol=1e-5)
    assert features(model, images[:0]).shape == (0, found.shape[1])


def test_features_of_many_images_come_in_their_order(mnist_sample: Dataset) -> None:
    model = model_of("simple_net")
    images = mnist_sample.train.images[:4100]
    whole = features(model, images)
    for row in (0, 2047, 2048, 4099):
        np.testing.assert_allclose(whole[row], features(model, images[row : row + 1])[0], atol=1e-5)


def test_views_are_frozen(few: Dataset) -> None:
    view = parameters(Learner(few, TrainConfig()).model)[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        view.name = "other"  # type: ignore[misc]


def test_a_model_has_moved_once_a_weight_has() -> None:
    config = TrainConfig(model="simple_net", seed=3)
    model = build_model(config, 10)
    assert not has_moved(model, config, 10)
    with torch.no_grad():
        model[2].bias[4] += 1e-6
    assert has_moved(model, config, 10)
