"""One epoch in five lines, run line by line on real batches with the book's network."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Control, Steps, Values
from engine.lessons.figures import (
    Code,
    Curve,
    Figure,
    Line,
    Outcome,
    Picture,
    Pictures,
    Plot,
)
from engine.lessons.lab import Lab
from engine.lessons.samples import some

_LINES = (
    "for xb, yb in dl:",
    "    loss = loss_func(model(xb), yb)",
    "    loss.backward()",
    "    opt.step()",
    "    opt.zero_grad()",
)
_ROUNDS = 3  # batches that are walked through; then the rest of the epoch in one go
_BATCH, _IMAGES = 64, 2048
_SHOWN = 8

CONTROLS: tuple[Control, ...] = (Steps("line", len(_LINES) * _ROUNDS + 1),)


@dataclass
class _Epoch:
    """The state between two lines."""

    learner: Learner
    xb: Tensor
    yb: Tensor
    losses: list[float] = field(default_factory=list)
    loss: Tensor | None = None
    moved: float = 0.0  # how far the last step took the watched weights
    before: float = 0.0  # the accuracy before the epoch
    neuron: int = 0  # whose weights are shown: the one that the first batch moves most

    @property
    def watched(self) -> Tensor:
        """The first layer's weights: (30, 784)."""
        return self.learner.optimizer.parameters[0]


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Run all lines up to the one that the reader has reached, and tell what they left."""
    last = int(values["line"])
    epoch = _begin(lab)
    batches = iter(epoch.learner.batches)
    is_whole = last == len(_LINES) * _ROUNDS
    for number in range(len(_LINES) * len(epoch.learner.batches) if is_whole else last + 1):
        _execute(epoch, number % len(_LINES), batches)
    if not is_whole:
        yield _code(epoch, last % len(_LINES)), *_shown(lab, epoch, last % len(_LINES))
        return
    after = epoch.learner.validate()[1]
    yield (
        _code(epoch, -1),
        _curve(lab, epoch),
        Outcome(
            lab.word(
                "outcome", count=len(epoch.losses), before=100 * epoch.before, after=100 * after
            ),
            after > epoch.before,
        ),
    )


def _begin(lab: Lab) -> _Epoch:
    config = TrainConfig(epochs=1, lr=0.2, batch_size=_BATCH, device="cpu")
    learner = Learner(some(lab.dataset, _IMAGES), config, fast=False)
    return _Epoch(learner, learner.batches.x, learner.batches.y, before=learner.validate()[1])


def _execute(epoch: _Epoch, line: int, batches: Iterator[tuple[Tensor, Tensor]]) -> None:
    learner = epoch.learner
    if line == 0:
        epoch.xb, epoch.yb = next(batches)
    elif line == 1:
        epoch.loss = learner.loss(learner.model(epoch.xb), epoch.yb)
        epoch.losses.append(epoch.loss.item())
    elif line == 2:
        assert epoch.loss is not None
        epoch.loss.backward()
        if len(epoch.losses) == 1 and epoch.watched.grad is not None:
            epoch.neuron = int(epoch.watched.grad.norm(dim=1).argmax())
    elif line == 3:
        weights = epoch.watched.detach().clone()
        learner.optimizer.step()
        epoch.moved = float((epoch.watched.detach() - weights).norm())
    else:
        learner.optimizer.zero_grad()


def _code(epoch: _Epoch, now: int) -> Code:
    grad = epoch.watched.grad
    length = 0.0 if grad is None else float(torch.linalg.norm(grad))
    values = (
        f"xb {tuple(epoch.xb.shape)}, yb {tuple(epoch.yb.shape)}",
        f"loss = {epoch.losses[-1]:.4f}" if epoch.losses else "",
        f"|w.grad| = {length:.4f}" if grad is not None else "",
        f"|Δw| = {epoch.moved:.4f}" if epoch.moved else "",
        "w.grad = None" if grad is None else "",  # as it is at the start, too
    )
    return Code(
        tuple(
            # a line that stands below this one tells what it gave the last time round
            Line(code, value, place == now)
            for place, (code, value) in enumerate(zip(_LINES, values, strict=True))
        )
    )


def _shown(lab: Lab, epoch: _Epoch, line: int) -> Iterator[Figure]:
    if line == 0:
        names = epoch.learner.dataset.classes
        pairs = zip(epoch.xb[:_SHOWN].numpy(), epoch.yb[:_SHOWN], strict=True)
        yield Pictures(
            tuple(Picture(x.reshape(28, 28), names[int(y)], low=0, high=1) for x, y in pairs)
        )
    elif line == 1:
        yield _curve(lab, epoch)
    else:
        yield _weights(lab, epoch)


def _weights(lab: Lab, epoch: _Epoch) -> Pictures:
    """Show the weights of one neuron, and their gradient while there is one."""
    weight, grad = epoch.watched.detach(), epoch.watched.grad
    pictures = [
        Picture(weight[epoch.neuron].reshape(28, 28).numpy().copy(), lab.word("weights"), True)
    ]
    if grad is not None:
        pictures.append(
            Picture(grad[epoch.neuron].reshape(28, 28).numpy().copy(), lab.word("gradient"), True)
        )
    return Pictures(tuple(pictures))


def _curve(lab: Lab, epoch: _Epoch) -> Plot:
    losses = np.array(epoch.losses)
    curve = Curve(lab.word("loss"), np.arange(1.0, len(losses) + 1), losses, points=len(losses) < 4)
    return Plot((curve,), lab.word("batch"), lab.word("loss"))
