"""Trains a starter: the loop of `engine.learner` with what only long runs need.

The differences: bfloat16 products; dropout, so that no feature is relied on alone; and the mean of
the weights over the last steps, which is steadier than the weights of any one step.
"""

import copy
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.augment import augment
from engine.config import TrainConfig
from engine.data.splits import Split
from engine.optimizers import SGD
from engine.options import Limits
from engine.schedules import one_cycle

Report = Callable[[str], None]

_AUGMENTED = 0.6  # the share of each batch; the others stay as sharp as what will be read
_DROPPED = 0.1  # of the filters' answers, in training
_HEAD = 3  # layers after them: linear, activation, linear
_MEMORY = 0.998  # of the mean weights: about the last 500 steps count


def train(
    model: nn.Sequential, split: Split, config: TrainConfig, limits: Limits, report: Report = print
) -> nn.Sequential:
    """Train `model` on the split and return a copy with the mean weights of the last steps."""
    torch.manual_seed(config.seed)  # for dropout
    generator = torch.Generator().manual_seed(config.seed)
    images, labels = torch.tensor(split.images).flatten(1), torch.tensor(split.labels)
    mean = copy.deepcopy(model)
    optimizer = SGD(model.parameters(), config.lr, config.momentum, config.weight_decay)
    steps, step = config.epochs * -(-len(split) // config.batch_size), 0
    for epoch in range(1, config.epochs + 1):
        for batch in torch.randperm(len(split), generator=generator).split(config.batch_size):
            xb = images[batch].float().div_(255)
            loss = _loss(model, _some_augmented(xb, generator, limits), labels[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.lr = config.lr * one_cycle(step / steps)
            optimizer.step()
            step += 1
            _follow(mean, model, min(_MEMORY, step / (step + 10)))
        report(f"epoch {epoch} of {config.epochs}: loss {float(loss.detach()):.4f}")
    return mean.eval()


def _some_augmented(xb: Tensor, generator: torch.Generator, limits: Limits) -> Tensor:
    chosen = torch.rand(len(xb), 1, generator=generator) < _AUGMENTED
    return torch.where(chosen, augment(xb, generator, limits), xb)


def _loss(model: nn.Sequential, xb: Tensor, yb: Tensor) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        features = F.dropout(model[:-_HEAD](xb), _DROPPED)
        logits = model[-_HEAD:](features)
    return F.cross_entropy(logits.float(), yb)


@torch.no_grad()
def _follow(mean: nn.Module, model: nn.Module, memory: float) -> None:
    for slow, quick in zip(mean.parameters(), model.parameters(), strict=True):
        slow.lerp_(quick, 1 - memory)
