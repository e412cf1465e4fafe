"""A model's forward pass outside of training: images in, and what the layers give on the way."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn


def pixels(model: nn.Module, images: NDArray[np.uint8]) -> Tensor:
    """Return images uint8 (N, 28, 28) as the model takes them: float (N, 784), where it is."""
    device = next(model.parameters()).device
    x = torch.tensor(np.ascontiguousarray(images), device=device)
    return x.flatten(1).float().div_(255)


class reading:  # noqa: N801  used as a verb: with reading(model)
    """Hold a model in its reading mode while the block runs, and leave it in the one it had."""

    def __init__(self, model: nn.Module) -> None:
        self.model = model
        self.learning = model.training

    def __enter__(self) -> None:
        self.model.eval()

    def __exit__(self, *_: object) -> None:
        self.model.train(self.learning)


def silent_shares(model: nn.Sequential, images: NDArray[np.uint8]) -> dict[int, float]:
    """Return for each ReLU layer, by its place, the share of its neurons that no image wakes.

    Such a neuron has no gradient: it is dead for these images and learns nothing from them.
    """
    shares = {}
    x = pixels(model, images)
    with torch.no_grad(), reading(model):
        for index, layer in enumerate(model):
            x = layer(x)
            if isinstance(layer, nn.ReLU):
                awake = (x > 0).flatten(2).any(dim=2) if x.dim() > 2 else x > 0
                shares[index] = 1 - float(awake.any(dim=0).float().mean())
    return shares
