"""Makes confidence honest: the temperature, and the threshold of the refusal.

The network gives one logit more than there are classes: "no digit". An image is refused where the
share of that logit, after softmax over all, is above a threshold. The threshold is the lowest at
which too few real digits of the validation writers and of MNIST are refused to matter.

How honest it became is measured by `engine.analysis.calibration`.
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from engine.inference.second_look import other_views


@dataclass(frozen=True)
class Looks:
    """The logits (N, C + 1) of a first look at each image, and their mean over all views."""

    first: Tensor
    mean: Tensor

    def at(self, temperature: float, look_again_below: float) -> Tensor:
        """Return the logits that a classifier with such a card would use."""
        logits = self.first / temperature
        unsure = logits.softmax(dim=1).amax(dim=1) < look_again_below
        return torch.where(unsure[:, None], self.mean / temperature, logits)


@torch.inference_mode()
def look(model: nn.Sequential, images: NDArray[np.uint8]) -> Looks:
    """Look at images uint8 (N, 28, 28) in all views."""
    firsts, means = [], []
    for chunk in torch.tensor(images).flatten(1).split(500):
        x = chunk.float().div_(255)
        views = torch.cat([x[None], other_views(x)])
        logits = model(views.flatten(0, 1)).view(*views.shape[:2], -1)
        firsts.append(logits[0])
        means.append(logits.mean(dim=0))
    return Looks(torch.cat(firsts), torch.cat(means))


def fit_temperature(looks: Looks, labels: Tensor, look_again_below: float) -> float:
    """Return the temperature that makes the labels likeliest, from 2/3 to 7.

    The lower bound is for a starter that makes no mistake: it could not be sure enough. Of the
    logits, those of the classes count, without "no digit"; `labels` (N,) are 0 to C - 1.
    """
    candidates = [math.exp(step / 50) for step in range(-20, 101)]  # not below 2/3
    losses = [
        float(F.cross_entropy(looks.at(t, look_again_below)[:, :-1], labels)) for t in candidates
    ]
    return candidates[int(np.argmin(losses))]


def fit_threshold(strangeness: list[NDArray[np.float32]], refused: float) -> float:
    """Return the threshold above which at most a share of `refused` of each set of digits lies."""
    return max(float(np.quantile(values, 1 - refused)) for values in strangeness)
