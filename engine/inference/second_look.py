"""A second look at what a model isn't sure of: the same image, turned and slanted a little.

Lives here: the other views and their mean. When a second look is worth its time is on the model's
card (`look_again_below`); `classifier` takes it, and `onnx_model` writes it out.
"""

from collections.abc import Callable
from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.augment import SIDE, sampling_grid
from engine.metrics import probabilities
from engine.options import Limits

_CHANGES = Limits(turn_degrees=8, slant=0.12)  # each to both sides: four other views


@cache
def view_grids() -> Tensor:
    """Return where each pixel of each other view is read: (views, 28, 28, 2), -1 to 1 across."""
    ways = torch.tensor([[1.0, 0], [-1, 0], [0, 1], [0, -1]])
    return sampling_grid(F.pad(ways, (0, 4)), _CHANGES)


def other_views(x: Tensor) -> Tensor:
    """Return images float (N, 784) as the other views show them: (views, N, 784)."""
    images = x.view(1, len(x), SIDE, SIDE)
    grids = view_grids().to(x.device)
    views = F.grid_sample(images.expand(len(grids), -1, -1, -1), grids, align_corners=False)
    return views.flatten(2)


def look_again(read: Callable[[Tensor], Tensor], x: Tensor, below: float) -> Tensor:
    """Return the logits that `read` gives for x (N, 784), or their mean over all views.

    The mean is for those images of which no answer gets a share of `below` at the first look.
    """
    logits = read(x)
    unsure = probabilities(logits).amax(dim=1) < below
    if not unsure.any():
        return logits
    views = other_views(x[unsure])
    others = read(views.flatten(0, 1)).view(*views.shape[:2], -1)
    logits[unsure] = (logits[unsure] + others.sum(dim=0)) / (1 + len(views))
    return logits
