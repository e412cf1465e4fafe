"""The optimizer's step, done by hand next to the engine's, on the weights of a real model."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Control, Slider, Steps, Values
from engine.lessons.figures import Figure, Outcome, Picture, Pictures, Table
from engine.lessons.lab import Lab
from engine.lessons.samples import some

CONTROLS: tuple[Control, ...] = (
    Steps("step", 6),
    Slider("lr", 0.1, 2, 0.5, 0.1),
    Slider("momentum", 0, 0.95, 0, 0.05),
)
_BATCH = 64
_ROUNDING = 1e-6

Array = NDArray[np.float32]  # (784,)


@dataclass(frozen=True)
class _Moment:
    """The weights of the first output before a step, and what the step did to them."""

    before: Array
    gradient: Array
    velocity: Array
    by_hand: Array
    by_engine: Array


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Take the steps that the reader has asked for."""
    lr, momentum = float(values["lr"]), float(values["momentum"])
    moments = _walk(lab, int(values["step"]) + 1, lr, momentum)
    last = moments[-1]
    pixel = int(np.abs(moments[0].gradient).argmax())
    pictures = Pictures(
        (
            _picture(last, last.before, lab.word("before", number=len(moments))),
            _picture(last, lr * last.velocity, lab.word("moved")),
            _picture(last, last.by_hand, lab.word("after")),
        ),
        ("−", "="),
    )
    apart = max(float(np.abs(m.by_hand - m.by_engine).max()) for m in moments)
    outcome = Outcome(
        lab.word("outcome" if apart else "outcome_same", count=last.by_hand.size, apart=apart),
        apart < _ROUNDING,
    )
    yield pictures, _table(lab, moments, pixel), outcome


def _walk(lab: Lab, steps: int, lr: float, momentum: float) -> list[_Moment]:
    config = TrainConfig(model="linear", lr=lr, momentum=momentum, batch_size=_BATCH, device="cpu")
    learner = Learner(some(lab.dataset, _BATCH * 8, 1), config, fast=False)
    parameter = learner.optimizer.parameters[0]
    by_hand = parameter.detach()[0].numpy().copy()
    velocity = np.zeros_like(by_hand)
    moments = []
    for (xb, yb), _ in zip(learner.batches, range(steps), strict=False):
        before = by_hand
        learner.gradients(xb, yb)
        assert parameter.grad is not None
        gradient = parameter.grad[0].numpy().copy()
        velocity = np.float32(momentum) * velocity + gradient
        by_hand = before - np.float32(lr) * velocity
        learner.optimizer.step()
        by_engine = parameter.detach()[0].numpy().copy()
        moments.append(_Moment(before, gradient, velocity, by_hand, by_engine))
    return moments


def _picture(moment: _Moment, values: Array, caption: str) -> Picture:
    """Show values in the shades that all pictures of a step share."""
    top = float(np.abs([moment.before, moment.by_hand]).max())
    return Picture(values.reshape(28, 28), caption, signed=True, low=-top, high=top)


def _table(lab: Lab, moments: list[_Moment], pixel: int) -> Table:
    """Follow the one weight whose first gradient was largest."""
    rows = tuple(
        (
            str(number),
            *(
                lab.number(values[pixel], "+.5f")
                for values in (m.before, m.gradient, m.velocity, m.by_hand, m.by_engine)
            ),
        )
        for number, m in enumerate(moments, start=1)
    )
    columns = ("step", "before", "gradient", "velocity", "by_hand", "by_engine")
    row, column = divmod(pixel, 28)
    title = lab.word("one_weight", row=row, column=column)
    names = tuple(lab.word(f"column_{name}") for name in columns)
    return Table(names, rows, title, strong=len(rows) - 1)
