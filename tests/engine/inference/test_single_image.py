"""One image through each model: the model itself is the oracle."""

import numpy as np
import pytest
import torch

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
