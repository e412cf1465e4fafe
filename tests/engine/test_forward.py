"""Images go through a model as the chapter says, and a silent layer is heard of."""

import numpy as np
import pytest
import torch

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.forward import pixels, reading, silent_shares
from engine.models import build_model


def test_pixels_are_floats_from_0_to_1_in_one_row_an_image(handful: Dataset) -> None:
    images = handful.valid.images[:3]
    x = pixels(build_model(TrainConfig(), 2), images)
    assert x.dtype == torch.float32
    np.testing.assert_allclose(x.numpy(), images.reshape(3, 784) / 255.0, atol=1e-7)


@pytest.mark.parametrize("learning", [True, False])
def test_a_model_is_read_in_its_reading_mode_and_left_in_its_own(learning: bool) -> None:
    model = build_model(TrainConfig(), 2).train(learning)
    with reading(model):
        assert not model.training
    assert model.training is learning


def test_silent_neurons_are_counted_in_each_relu_layer(few: Dataset) -> None:
    model = build_model(TrainConfig(model="mlp", hidden=(8, 4)), 2)
    with torch.no_grad():
        model[0].bias[:6] = -1e6  # six of eight never wake
    shares = silent_shares(model, few.valid.images)
    assert shares[1] == pytest.approx(6 / 8)
    assert set(shares) == {1, 3}
    with torch.no_grad():
        model[2].bias[:] = 1e6
    assert silent_shares(model, few.valid.images)[3] == 0
    assert silent_shares(build_model(TrainConfig(model="linear"), 10), few.valid.images) == {}


def test_silent_filters_are_whole_maps(handful: Dataset) -> None:
    model = build_model(TrainConfig(model="convnet"), 10)
    channels = model[1].out_channels
    with torch.no_grad():
        model[1].bias[: channels // 4] = -1e6
    assert silent_shares(model, handful.valid.images)[3] == pytest.approx(0.25)
