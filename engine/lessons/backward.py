"""What backward() does: it fills `.grad`, it adds to what stands there, and it returns nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from engine.config import TrainConfig
from engine.lessons.controls import Control, Steps, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures, Text
from engine.lessons.lab import Lab
from engine.lessons.nets import pixels
from engine.losses import mnist_loss
from engine.models import build_model
from engine.optimizers import SGD

_LINES = (
    "loss = mnist_loss(model(sketch), target)",
    "result = loss.backward()",
    "mnist_loss(model(sketch), target).backward()",
    "opt.zero_grad()",
    "mnist_loss(model(sketch), target).backward()",
)
CONTROLS: tuple[Control, ...] = (Steps("step", len(_LINES)),)


@dataclass(frozen=True)
class _State:
    """What stands in the weights' `.grad` after a line, and what the line gave."""

    gradient: Tensor | None  # (784,)
    told: str


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Run the lines up to the one that the reader has reached, on the sketch and a linear model."""
    step = int(values["step"])
    model = build_model(TrainConfig(model="linear", device="cpu"), 2)
    weight = next(model.parameters())
    before = weight.detach().clone()
    states = _walk(lab, model, step)
    lines = tuple(
        Line(code, states[place].told if place <= step else "", place == step)
        for place, code in enumerate(_LINES)
    )
    yield (
        Code(lines),
        Text(lab.word(f"about_{step}")),
        _pictures(lab, states, before),
        _outcome(lab, states, torch.equal(before, weight.detach())),
    )


def _walk(lab: Lab, model: torch.nn.Sequential, last: int) -> list[_State]:
    weight = next(model.parameters())
    optimizer = SGD(model.parameters(), lr=0.1)
    x, y = pixels(lab, model), torch.tensor([0])
    loss = mnist_loss(model(x), y)
    states = [_State(None, f"loss = {loss.item():.4f}, w.grad = None")]
    for step in range(1, last + 1):
        result: object = None
        if step == 3:
            optimizer.zero_grad()
        else:
            loss = mnist_loss(model(x), y) if step > 1 else loss
            result = loss.backward()
        gradient = None if weight.grad is None else weight.grad[0].clone()
        told = "w.grad = None"
        if gradient is not None:
            told = f"|w.grad| = {gradient.norm().item():.4f}"
        states.append(_State(gradient, f"result = {result}, {told}" if step == 1 else told))
    return states


def _pictures(lab: Lab, states: list[_State], weights: Tensor) -> Pictures:
    """Show sketch, weights and gradient; the gradient always on the same scale."""
    found = [state.gradient for state in states if state.gradient is not None]
    top = 2 * float(found[0].abs().max()) if found else 1.0
    now = states[-1].gradient
    values = np.zeros(784, np.float32) if now is None else now.numpy()
    caption = lab.word("no_gradient" if now is None else "gradient")
    return Pictures(
        (
            Picture(lab.sketch, lab.word("sketch"), low=0, high=255),
            Picture(weights[0].reshape(28, 28).numpy(), lab.word("weights"), signed=True),
            Picture(values.reshape(28, 28), caption, signed=True, low=-top, high=top),
        )
    )


def _outcome(lab: Lab, states: list[_State], untouched: bool) -> Outcome:
    """Say what the line that was run last has shown, and check it."""
    step = len(states) - 1
    gradients = [state.gradient for state in states]
    first = gradients[1] if step else None
    shown = {
        0: gradients[0] is None,
        1: first is not None and bool(first.any()) and states[1].told.startswith("result = None"),
        2: step >= 2 and _is(gradients[2], first, 2),
        3: step >= 3 and gradients[3] is None,
        4: step >= 4 and _is(gradients[4], first, 1),
    }
    return Outcome(lab.word(f"outcome_{step}"), shown[step] and untouched)


def _is(gradient: Tensor | None, first: Tensor | None, times: int) -> bool:
    return (
        gradient is not None
        and first is not None
        and bool(torch.allclose(gradient, times * first, rtol=1e-5, atol=1e-9))
    )
