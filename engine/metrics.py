"""What people read to judge a model, from its logits: accuracy, probabilities.

A loss is for the optimizer and lives in `losses`; a metric is for us. What is counted over a whole
split lives in `evaluation`.
"""

import torch
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
