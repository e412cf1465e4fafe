"""MNIST_SAMPLE as the book has it after its first cells: x float (N, 784), y (N, 1), 1 for a 3."""

import torch
from torch import Tensor

from engine.data.bundled import load_mnist_sample
from engine.data.splits import Split


def as_in_the_book() -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
    """Return train_x, train_y and valid_x, valid_y; the 3s come first."""
    dataset = load_mnist_sample()
    return _stacked(dataset.train), _stacked(dataset.valid)


def mnist_loss(predictions: Tensor, targets: Tensor) -> Tensor:
    """The book's loss."""
    predictions = predictions.sigmoid()
    return torch.where(targets == 1, 1 - predictions, predictions).mean()


def batch_accuracy(xb: Tensor, yb: Tensor) -> Tensor:
    """The book's metric."""
    preds = xb.sigmoid()
    correct = (preds > 0.5) == yb
    return correct.float().mean()


def _stacked(split: Split) -> tuple[Tensor, Tensor]:
    order = split.labels.argsort(kind="stable")
    x = torch.tensor(split.images[order]).float().view(-1, 28 * 28) / 255
    return x, torch.tensor(split.labels[order] == 0).long().unsqueeze(1)
