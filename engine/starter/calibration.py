"""Makes confidence honest: the temperature, and the threshold of the refusal.

The network gives one logit more than there are classes: "no digit". An image is refused where the
share of that logit, after softmax over all, is above a threshold. The threshold is the lowest at
which too few real digits of the validation writers and of MNIST are refused to matter.

How honest it became is measured by `engine.calibration`.
"""

import math

import numpy as np
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F


def fit_temperature(logits: Tensor, labels: Tensor) -> float:
    """Return the temperature that makes the labels likeliest, from 2/3 to 7.

    The lower bound is for a starter that makes no mistake: it could not be sure enough.

    `logits` (N, C) are the classes' alone, without "no digit"; `labels` (N,) are 0 to C - 1.
    """
    candidates = [math.exp(step / 50) for step in range(-20, 101)]  # not below 2/3
    losses = [float(F.cross_entropy(logits / t, labels)) for t in candidates]
    return candidates[int(np.argmin(losses))]


def fit_threshold(strangeness: list[NDArray[np.float32]], refused: float) -> float:
    """Return the threshold above which at most a share of `refused` of each set of digits lies."""
    return max(float(np.quantile(values, 1 - refused)) for values in strangeness)
