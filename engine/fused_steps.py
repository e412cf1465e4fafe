"""The book's network in fused steps: gradients and update in one, written out by hand.

Plain SGD for Linear, ReLU, Linear with one output and the book's loss. It does what
`Learner.train_epoch` does, sooner, for three reasons: few and large operations; each gradient is
subtracted where it is found; and where every training image is paper, 144 of the 784 pixels of the
3s and 7s, the product is 0 and so is the gradient, so those pixels are left out.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Self

import torch
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.fast_gradients import FastGradients
from engine.options import AUGMENTATIONS


class FusedSteps:
    """Learns many batches in one go, on weights of its own, and writes them to the model then.

    `images` and `signs` are what `Batches.starting_at` is to hand out: the inked pixels of each
    training image, uint8 (N, inked), and +1 where the first class is right, else -1, float32 (N,).
    """

    def __init__(
        self, model: nn.Sequential, dtype: torch.dtype, images: Tensor, labels: Tensor
    ) -> None:
        self._model = model
        self._dtype = dtype  # in which images are multiplied, see `fast_gradients`
        self._all, self._labels = images, labels

    @cached_property
    def _inked(self) -> Tensor:
        return self._all.amax(dim=0).nonzero()[:, 0]

    @cached_property
    def images(self) -> Tensor:
        """What there is of each training image; copied only when a fused step is really taken."""
        return self._all.index_select(1, self._inked)

    @cached_property
    def signs(self) -> Tensor:
        """Which class is right."""
        return (1 - 2 * self._labels).float()

    @classmethod
    def of(
        cls,
        model: nn.Sequential,
        fast: FastGradients | None,
        data: tuple[Tensor, Tensor],
        config: TrainConfig,
    ) -> Self | None:
        """Return fused steps on the images and labels, or None where they weren't derived for it.

        `fast` are the same gradients for one batch, None where there are none either.
        """
        if not fast or fast.loss != "mnist_loss":
            return None
        *_, last = parameters = list(model.parameters())
        is_the_books = [p.dim() for p in parameters] == [2, 1, 2, 1] and len(last) == 1
        is_sgd = config.optimizer == "sgd" and not (config.momentum or config.weight_decay)
        is_plain = is_sgd and config.zero_grad
        if not (is_the_books and is_plain and not AUGMENTATIONS[config.augment]):
            return None
        return cls(model, fast.image_dtype, *data)

    @torch.inference_mode()
    def __call__(self, rates: Iterable[float], batches: Iterable[tuple[Tensor, Tensor]]) -> Tensor:
        """Learn a batch with each learning rate; return the mean loss of each, (rates,)."""
        w1, b1, w2, b2 = weights = self._own()
        rights = []
        for lr, (xb, sign) in zip(rates, batches, strict=False):
            x = xb.to(self._dtype)
            a = torch.add(b1, w1.to(self._dtype) @ x.t(), alpha=1 / 255).relu_()  # (hidden, batch)
            p = (torch.addmm(b2, w2, a) * sign).sigmoid_()  # of the right class
            rights.append(p.mean())
            up = torch.ops.aten.sigmoid_backward(sign, p)  # where p rises: loss is 1 - its mean
            back = torch.ops.aten.threshold_backward(w2.t() @ up, a, 0)
            slopes = (back.to(self._dtype) @ x, back.sum(1, True), up @ a.t(), up.sum(1, True))
            shares = (1 / 255 / len(sign), *[1 / len(sign)] * 3)  # x is bytes
            for weight, slope, share in zip(weights, slopes, shares, strict=True):
                weight.add_(slope, alpha=lr * share)
        self._give_back(weights, [-s.float() * n for s, n in zip(slopes, shares, strict=True)])
        return 1 - torch.stack(rights)

    def _own(self) -> list[Tensor]:
        """Return copies of the weights, of the inked pixels alone, and biases as columns."""
        first, *others = self._model.parameters()
        return [first.index_select(1, self._inked), *(p.clone().view(len(p), -1) for p in others)]

    @torch.no_grad()
    def _give_back(self, weights: list[Tensor], gradients: list[Tensor]) -> None:
        """Write the weights to the model, and the last gradients to their `.grad`."""
        first, *others = self._model.parameters()
        first.index_copy_(1, self._inked, weights[0])
        first.grad = torch.zeros_like(first).index_copy_(1, self._inked, gradients[0])
        for theirs, own, gradient in zip(others, weights[1:], gradients[1:], strict=True):
            theirs.copy_(own.view_as(theirs))
            theirs.grad = gradient.view_as(theirs).clone()
