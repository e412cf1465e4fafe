"""Whole steps of plain SGD: gradients and update in one, on the pixels that carry ink somewhere.

Where every training image is paper, each product is 0 and so is the gradient: those weights stay
as they are. Of 784 pixels, 144 are like that in the 3s and 7s. Leaving them out changes no number,
and spares a fifth of the work. `fast_gradients` finds the gradients; `learner` says when.
"""

from typing import Self

import torch
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.fast_gradients import FastGradients

_WORTHWHILE = 0.9  # the share of inked pixels above which nothing would be gained


class FusedSteps:
    """Learns on weights of its own, until `give_back` writes them to the model.

    `images` are the training images with their inked pixels only, uint8 (N, inked).
    """

    def __init__(
        self, model: nn.Sequential, fast: FastGradients, images: Tensor, inked: Tensor
    ) -> None:
        self._pixels = inked
        self.images = images.index_select(1, inked)
        self._theirs = list(model.parameters())  # the first are the weights of the pixels
        self._fast = fast
        self._own: list[Tensor] = []
        self._gradients: list[Tensor] = []

    @classmethod
    def of(
        cls, model: nn.Sequential, fast: FastGradients | None, images: Tensor, config: TrainConfig
    ) -> Self | None:
        """Return what learns in fused steps, or None where something else is asked for."""
        plain = config.zero_grad and not (config.momentum or config.weight_decay)
        if not (fast and plain and config.augment == "off"):
            return None
        inked = images.amax(dim=0).nonzero()[:, 0]
        is_worthwhile = 0 < len(inked) < _WORTHWHILE * images.shape[1]
        return cls(model, fast, images, inked) if is_worthwhile else None

    @torch.inference_mode()
    def __call__(self, xb: Tensor, yb: Tensor, lr: float) -> Tensor:
        """Learn from x uint8 (N, inked) and y (N,) at a learning rate; return the mean loss."""
        if not self._own:
            first, *others = self._theirs
            self._own = [first.index_select(1, self._pixels), *(p.clone() for p in others)]
        loss, self._gradients = self._fast.find(xb, yb, self._own)
        torch._foreach_sub_(self._own, self._gradients, alpha=lr)
        return loss

    @torch.no_grad()
    def give_back(self) -> None:
        """Write the weights to the model, and the last gradients to their `.grad`."""
        first = self._theirs[0]
        first.index_copy_(1, self._pixels, self._own[0])
        slope = torch.zeros_like(first)
        first.grad = slope.index_copy_(1, self._pixels, self._gradients[0])
        for theirs, own, gradient in zip(
            self._theirs[1:], self._own[1:], self._gradients[1:], strict=True
        ):
            theirs.copy_(own)
            theirs.grad = gradient
        self._own = []
