"""What made the answer: against arithmetic for a linear model, difference quotients for others."""

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from engine.analysis.saliency import contribution, occlusion, occlusion_rows, sensitivity
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.models import build_model
from engine.options import MODELS

MAPS = [sensitivity, contribution, occlusion]


@pytest.fixture(scope="module")
def seven(few: Dataset) -> NDArray[np.uint8]:
    return few.valid.images[np.flatnonzero(few.valid.labels == 1)[0]]


@pytest.fixture(scope="module")
def trained(few: Dataset) -> nn.Sequential:
    learner = Learner(few, TrainConfig(epochs=6, lr=0.5))
    list(learner.fit(1000))
    return learner.model


def log_odds(model: nn.Sequential, x: torch.Tensor, label: int) -> float:
    """Take the logarithm of p / (1 - p), in float64, the long way round."""
    z = model.double()(x.double())[0].detach()
    model.float()
    p = torch.softmax(z, 0)[label] if len(z) > 1 else torch.sigmoid(z[0] if label == 0 else -z[0])
    return float(torch.log(p / (1 - p)))


@pytest.mark.parametrize("label", [0, 1])
def test_for_the_books_linear_model_the_map_is_its_weights(
    seven: NDArray[np.uint8], label: int
) -> None:
    model = build_model(TrainConfig(model="linear"), 2)
    weights = model[0].weight.detach().numpy().reshape(28, 28)
    sign = 1 if label == 0 else -1
    np.testing.assert_allclose(sensitivity(model, seven, label), sign * weights, atol=1e-7)
    odds = log_odds(model, torch.tensor(seven).flatten()[None] / 255, label)
    assert contribution(model, seven, label).sum() == pytest.approx(odds, abs=1e-4)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("n_classes", [2, 10])
def test_sensitivity_is_a_difference_quotient(name: str, n_classes: int) -> None:
    # Smooth, and no two pixels that tie where a pool takes the largest: so that quotients are true
    model = build_model(TrainConfig(model=name, activation="tanh"), n_classes)
    image = np.random.default_rng(1).integers(0, 256, (28, 28)).astype(np.uint8)
    found = sensitivity(model, image, 1)
    x = torch.tensor(image).flatten()[None].double() / 255
    for pixel in (300, 406, 500):
        up, down = x.clone(), x.clone()
        up[0, pixel] += 1e-5
        down[0, pixel] -= 1e-5
        quotient = (log_odds(model, up, 1) - log_odds(model, down, 1)) / 2e-5
        assert found.flat[pixel] == pytest.approx(quotient, rel=0.01, abs=1e-4)


@pytest.mark.parametrize("name", MODELS)
@pytest.mark.parametrize("n_classes", [2, 10])
def test_occlusion_is_what_blanking_costs(
    name: str, n_classes: int, seven: NDArray[np.uint8]
) -> None:
    model = build_model(TrainConfig(model=name), n_classes)
    found = np.stack(list(occlusion_rows(model, seven, 1)))
    np.testing.assert_array_equal(occlusion(model, seven, 1), found)
    whole = log_odds(model, torch.tensor(seven).flatten()[None] / 255, 1)
    for row, column in ((14, 14), (0, 0), (7, 20), (27, 13)):
        blanked = seven.copy()
        blanked[max(row - 2, 0) : row + 3, max(column - 2, 0) : column + 3] = 0
        rest = log_odds(model, torch.tensor(blanked).flatten()[None] / 255, 1)
        assert found[row, column] == pytest.approx(whole - rest, abs=1e-3)


@pytest.mark.parametrize("make", MAPS)
def test_without_a_label_the_models_own_answer_is_explained(
    trained: nn.Sequential, seven: NDArray[np.uint8], make: object
) -> None:
    assert callable(make)
    np.testing.assert_array_equal(make(trained, seven), make(trained, seven, 1))


@pytest.mark.parametrize("make", MAPS)
def test_a_map_is_a_picture_and_the_model_is_left_alone(
    trained: nn.Sequential, seven: NDArray[np.uint8], make: object
) -> None:
    assert callable(make)
    trained.train()
    before = [p.grad.clone() for p in trained.parameters() if p.grad is not None]
    found = make(trained, seven)
    assert (found.shape, found.dtype) == ((28, 28), np.float32)
    assert np.isfinite(found).all()
    assert trained.training
    for gradient, p in zip(before, trained.parameters(), strict=True):
        assert p.grad is not None
        assert torch.equal(gradient, p.grad)


def test_a_pixel_without_ink_contributes_nothing(
    trained: nn.Sequential, seven: NDArray[np.uint8]
) -> None:
    assert not contribution(trained, seven)[seven == 0].any()


def test_blanking_where_nothing_is_costs_nothing(
    trained: nn.Sequential, seven: NDArray[np.uint8]
) -> None:
    assert abs(occlusion(trained, seven)[0, 0]) < 1e-5


def test_what_speaks_for_one_class_speaks_against_the_other(
    trained: nn.Sequential, seven: NDArray[np.uint8]
) -> None:
    for make in MAPS:
        np.testing.assert_allclose(make(trained, seven, 0), -make(trained, seven, 1), atol=1e-5)
