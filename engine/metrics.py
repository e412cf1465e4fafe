"""What people read to judge a model: accuracy, the confusion matrix, probabilities.

A loss is for the optimizer and lives in `losses`; a metric is for us.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.losses import predicted


def accuracy(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the share of right answers as a scalar tensor, 0 to 1."""
    return (predicted(logits) == labels).float().mean()


def probabilities(logits: Tensor) -> Tensor:
    """Turn logits (N, outputs) into probabilities (N, C); one output means two classes."""
    if logits.shape[1] == 1:
        p = logits[:, 0].sigmoid()
        return torch.stack([p, 1 - p], dim=1)
    return logits.softmax(dim=1)


def confusion_matrix(
    actual: NDArray[np.int64], answered: NDArray[np.int64], n_classes: int
) -> NDArray[np.int64]:
    """Count (C, C): row = what the image is, column = what the model said."""
    counts = np.zeros((n_classes, n_classes), np.int64)
    np.add.at(counts, (actual, answered), 1)
    return counts
