"""The losses: one number that says how wrong a batch was, smooth enough to follow downhill.

Each takes logits (N, outputs) and labels int64 (N,), and gives a scalar tensor. With one output
the logit says "how much like the first class", as the book asks "is it a 3?".
"""

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

Loss = Callable[[Tensor, Tensor], Tensor]


def mnist_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean of 1 - p, p being the probability given to the right class; 0 to 1.

    With one output this is the book's `torch.where(targets==1, 1-predictions, predictions)`.
    """
    return (1 - _probability_of_right(logits, labels)).mean()


def cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean of -log p, p being the probability given to the right class; 0 upward."""
    if logits.shape[1] == 1:
        toward_right = torch.where(labels == 0, logits[:, 0], -logits[:, 0])
        return F.softplus(-toward_right).mean()
    return F.cross_entropy(logits, labels)


def accuracy_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the share of wrong answers: a loss that can't teach, as its gradient is zero."""
    wrong = (predicted(logits) != labels).float().mean()
    return wrong + 0 * logits.sum()  # the zero keeps backward() possible: nothing comes back


def predicted(logits: Tensor) -> Tensor:
    """Return the class that each row of logits speaks for: int64 (N,)."""
    if logits.shape[1] == 1:
        return (logits[:, 0] <= 0).long()  # a probability over 0.5 means the first class
    return logits.argmax(dim=1)


def _probability_of_right(logits: Tensor, labels: Tensor) -> Tensor:
    if logits.shape[1] == 1:
        p = logits[:, 0].sigmoid()
        return torch.where(labels == 0, p, 1 - p)
    return logits.softmax(dim=1).gather(1, labels[:, None])[:, 0]


LOSSES: dict[str, Loss] = {
    "mnist_loss": mnist_loss,
    "cross_entropy": cross_entropy,
    "accuracy": accuracy_loss,
}
