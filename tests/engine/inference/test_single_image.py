"""One image through each model: the model itself is the oracle."""

import numpy as np
import pytest
import torch
from torch import nn

from engine.config import TrainConfig
from engine.inference.single_image import read_one
from engine.models import build_model
from engine.options import MODELS


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("activation", ["relu", "tanh"])
def test_the_logits_are_the_models(model: str, bias: bool, activation: str) -> None:
    config = TrainConfig(model=model, bias=bias, activation=activation, loss="cross_entropy")
    layers = build_model(config, 10).eval()
    x = torch.rand(1, 784, generator=torch.Generator().manual_seed(3))
    with torch.inference_mode():
        np.testing.assert_allclose(read_one(layers, x), layers(x), rtol=1e-4, atol=1e-5)


def test_filters_of_any_size_slide_as_the_layer_says() -> None:
    layer = nn.Conv2d(1, 3, (3, 5), stride=(2, 1), padding=(1, 2))
    layers = nn.Sequential(nn.Unflatten(1, (1, 28, 28)), layer, nn.Flatten())
    x = torch.rand(1, 784, generator=torch.Generator().manual_seed(3))
    with torch.inference_mode():
        np.testing.assert_allclose(read_one(layers, x), layers(x), rtol=1e-4, atol=1e-5)
