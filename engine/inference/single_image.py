"""One image through a model as fast as can be: each convolution as one product of two matrices.

A convolution library sets itself up anew in every call, which for one image takes longer than the
sums. The sums are the same; batches and training go through the model itself.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def read_one(model: nn.Sequential, x: Tensor) -> Tensor:
    """Return the logits (1, outputs) that `model` gives for x (1, 784), without gradients."""
    for layer in model:
        x = _convolved(layer, x) if isinstance(layer, nn.Conv2d) else layer(x)
    return x


def _convolved(layer: nn.Conv2d, x: Tensor) -> Tensor:
    """Slide the filters over x (1, C, H, W), with paper around it where the layer pads."""
    (height, width), (down, across) = layer.kernel_size, layer.stride
    top, left = (int(side) for side in layer.padding)
    if top or left:
        x = F.pad(x, (left, left, top, top))
    places = x[0].unfold(1, height, down).unfold(2, width, across)  # (C, H', W', height, width)
    if len(places) == 1:  # a single channel is copied fastest along the rows of the image
        rows = places.permute(3, 4, 0, 1, 2).reshape(height * width, -1).t()
    else:
        rows = places.permute(1, 2, 3, 4, 0).reshape(places[0, :, :, 0, 0].numel(), -1)
    filters = layer.weight.permute(2, 3, 1, 0).reshape(rows.shape[1], -1)
    sums = rows @ filters if layer.bias is None else torch.addmm(layer.bias, rows, filters)
    return sums.view(1, *places.shape[1:3], -1).permute(0, 3, 1, 2)
