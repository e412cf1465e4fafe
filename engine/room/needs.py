"""What memory a training needs, counted before any is taken."""

import torch
from torch import nn

from engine import options
from engine.config import TrainConfig
from engine.device import choose_device, multiplies_bfloat16
from engine.errors import ConfigError
from engine.models import build_model, has_filters
from engine.room.free_memory import free_bytes

_FLOAT, _BFLOAT16 = 4, 2  # bytes of a number


def check_room(
    config: TrainConfig, n_classes: int, images: int, copies: int = 0, processes: int = 1
) -> None:
    """Raise ConfigError where training on so many images needs more memory than is free.

    `copies` of the weights are held by others; `processes` share each batch. The least that it can
    be is counted: the weights, their gradients and what the optimizer remembers, and what all
    layers make of a batch. A GPU's own memory is another.
    """
    with torch.device("meta"):  # shapes without memory
        model = build_model(config, n_classes)
    weights = _FLOAT * sum(parameter.numel() for parameter in model.parameters())
    needed = weights * (1 + copies)
    if choose_device(config.device).device == "cpu":
        needed += weights * (1 + _remembered(config))
        share = max(1, min(config.batch_size, images) // processes)
        needed += share * _bytes_of_image(model, alone=processes == 1)
    free = free_bytes()
    if free is not None and needed > free:
        raise ConfigError("no_room", needed=needed >> 20, free=free >> 20)


def _remembered(config: TrainConfig) -> int:
    """Return how many numbers the optimizer remembers of a weight."""
    optimizer = options.OPTIMIZERS[config.optimizer]
    if "momentum" in optimizer.needs and not config.momentum:
        return 0
    return len(optimizer.remembers)


def _bytes_of_image(model: nn.Sequential, *, alone: bool) -> int:
    """Return what the layers with weights make of an image, all together, as they learn on a CPU.

    On some a convnet that learns alone does it in bfloat16.
    """
    side, numbers = 28, 0
    for layer in model:  # run on the meta device, they would import torch._dynamo: seconds
        if isinstance(layer, nn.Conv2d):
            reach = layer.kernel_size[0] - 2 * int(layer.padding[0])
            side = (side - reach) // layer.stride[0] + 1
            numbers += layer.out_channels * side**2
        elif isinstance(layer, nn.MaxPool2d):
            side //= 2
        elif isinstance(layer, nn.Linear):
            numbers += layer.out_features
    in_bfloat16 = alone and has_filters(model) and multiplies_bfloat16()
    return numbers * (_BFLOAT16 if in_bfloat16 else _FLOAT)
