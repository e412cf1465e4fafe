"""What goes on inside a model, as numpy arrays: weights, gradients, activations, features.

Each function takes the model of a Learner or a Classifier, between two reports, and leaves it as it
was. What in an image made the answer is in `saliency`; how images lie together, in `projection`.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine import options
from engine.config import TrainConfig
from engine.errors import DataError
from engine.forward import pixels, reading
from engine.models import ACTIVATIONS, build_model
from engine.reports import Activation

_ROWS_AT_ONCE = 2048
_KINDS: dict[type[nn.Module], str] = {
    nn.Linear: "linear",
    nn.Conv2d: "convolution",
    nn.MaxPool2d: "pool",
    **{ACTIVATIONS[name]: name for name, option in options.ACTIVATIONS.items() if option.shown},
}


@dataclass(frozen=True)
class ParameterView:
    """One parameter as it is now; `gradient` is None before the first batch."""

    name: str  # as torch has it: "0.weight" is the weight of the model's first layer
    values: NDArray[np.float32]
    gradient: NDArray[np.float32] | None

    @property
    def gradient_norm(self) -> float | None:
        """The length of the gradient as one long arrow; None before the first batch."""
        return None if self.gradient is None else float(np.linalg.norm(self.gradient))

    @property
    def norm(self) -> float:
        """The length of the parameter as one long arrow."""
        return float(np.linalg.norm(self.values))


def weight_pictures(model: nn.Sequential) -> NDArray[np.float32]:
    """Return the first layer's weights as pictures, float32 (n, height, width).

    A linear layer has one of 28x28 for each neuron: what it looks for, and where. A convolution has
    its filters.
    """
    for layer in model:
        if isinstance(layer, nn.Linear):
            return _array(layer.weight).reshape(-1, 28, 28)
        if isinstance(layer, nn.Conv2d):
            return _array(layer.weight)[:, 0]
    raise DataError("no_picture_in_model")


def parameters(model: nn.Module) -> tuple[ParameterView, ...]:
    """Return copies of all weights and biases and of their last gradients."""
    return tuple(
        ParameterView(name, _array(p), None if p.grad is None else _array(p.grad))
        for name, p in model.named_parameters()
    )


def activations(model: nn.Sequential, image: NDArray[np.uint8]) -> tuple[Activation, ...]:
    """Return what each layer gives for one image uint8 (28, 28), in order; the last are the logits.

    Layers that only reshape are left out.
    """
    found = []
    x = pixels(model, image[None])
    with torch.no_grad(), reading(model):
        for index, layer in enumerate(model):
            x = layer(x)
            if type(layer) in _KINDS:
                found.append(Activation(index, _KINDS[type(layer)], _array(x[0])))
    return tuple(found)


def features(model: nn.Sequential, images: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return what the last layer reads of images uint8 (N, 28, 28): float32 (N, d).

    That is the last hidden layer's output, or the pixels themselves where there is none.
    """
    parts = [np.empty((0, _last(model).in_features), np.float32)]
    with torch.no_grad(), reading(model):
        for start in range(0, len(images), _ROWS_AT_ONCE):
            x = pixels(model, images[start : start + _ROWS_AT_ONCE])
            parts.append(_array(model[:-1](x)))
    return np.concatenate(parts)


def _last(model: nn.Sequential) -> nn.Linear:
    last = model[-1]
    assert isinstance(last, nn.Linear)  # every model of this program ends so
    return last


def _array(tensor: Tensor) -> NDArray[np.float32]:
    """Copy a tensor out; what it held stays as it is when training goes on."""
    return np.array(tensor.detach().cpu().float().numpy(), order="C", copy=True)


def has_moved(model: nn.Module, config: TrainConfig, n_classes: int) -> bool:
    """Tell whether any parameter differs from what `config` let it be at first."""
    pairs = zip(build_model(config, n_classes).parameters(), model.parameters(), strict=True)
    return any(not torch.equal(first, now.detach().cpu()) for first, now in pairs)
