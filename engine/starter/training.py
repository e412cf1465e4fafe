"""Trains a starter: the loop of `engine.learner` with what only long runs need.

The differences: bfloat16 products, and the mean of the weights over the last steps, which is
steadier than the weights of any one step.
"""

import copy
from collections.abc import Callable

import torch
from torch import nn
from torch.nn import functional as F

from engine.augment import Limits, augment
from engine.data.splits import Split
from engine.schedules import one_cycle
from engine.sgd import SGD

BATCH = 128
WEIGHT_DECAY = 5e-5
_MEMORY = 0.995  # of the mean weights: about the last 200 steps count
_FLOOR = 0.002


def train(
    model: nn.Sequential,
    split: Split,
    limits: Limits,
    epochs: int,
    lr: float,
    seed: int,
    report: Callable[[str], None] = print,
) -> nn.Sequential:
    """Train `model` on the split and return a copy with the mean weights of the last steps."""
    generator = torch.Generator().manual_seed(seed)
    images, labels = torch.tensor(split.images).flatten(1), torch.tensor(split.labels)
    model.train()
    mean = copy.deepcopy(model)
    optimizer = SGD(model.parameters(), lr, momentum=0.9, weight_decay=WEIGHT_DECAY)
    steps, step = max(1, len(split) // BATCH) * epochs, 0
    for epoch in range(1, epochs + 1):
        for batch in torch.randperm(len(split), generator=generator).split(BATCH):
            xb = augment(images[batch].float().div_(255), generator, limits)
            loss = _loss(model, xb, labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.lr = lr * max(one_cycle(min(1.0, step / steps)), _FLOOR)
            optimizer.step()
            _follow(mean, model)
            step += 1
        report(f"epoch {epoch} of {epochs}: loss {float(loss.detach()):.4f}")
    return mean.eval()


def _loss(model: nn.Sequential, xb: torch.Tensor, yb: torch.Tensor) -> torch.Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(xb)
    return F.cross_entropy(logits.float(), yb)


@torch.no_grad()
def _follow(mean: nn.Module, model: nn.Module) -> None:
    torch._foreach_lerp_(list(mean.parameters()), list(model.parameters()), 1 - _MEMORY)
