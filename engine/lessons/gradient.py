"""The gradient: a tangent to drag along a curve, then one slope for each weight of a picture."""

from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor

from engine.config import TrainConfig
from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import (
    Controls,
    Curve,
    Figure,
    Mark,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
)
from engine.lessons.lab import Lab
from engine.losses import mnist_loss
from engine.models import build_model

CONTROLS: tuple[Control, ...] = (
    Choice("curve", ("square", "wave", "valley"), "square"),
    Slider("x", -3, 3, 1.5, 0.05),
    Slider("h", 0.05, 2, 1, 0.05),
    Choice("target", ("3", "7"), "3", part="own"),
)

_CURVES: dict[str, Callable[[Tensor], Tensor]] = {
    "square": lambda x: x**2,
    "wave": lambda x: torch.sin(2 * x) + 0.3 * x,
    "valley": lambda x: x**4 / 8 - x**2 + x / 4,
}
_TINY = 1e-4  # a step short enough for the quotient to stand for the slope
_NEAR = 1e-3


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Draw curve, tangent and secant at the point; then the gradient of a weight picture."""
    f = _CURVES[str(values["curve"])]
    x, h = float(values["x"]), float(values["h"])
    slope, exact = _slope(f, x), _quotient(f, x, _TINY)
    yield (
        _plot(lab, f, x, h, slope),
        _table(lab, f, x, h, slope),
        *_weight_picture(lab, str(values["target"]), abs(slope - exact) < _NEAR),
    )


def _slope(f: Callable[[Tensor], Tensor], x: float) -> float:
    at = torch.tensor(x, dtype=torch.float64, requires_grad=True)
    f(at).backward()
    assert at.grad is not None
    return float(at.grad)


def _quotient(f: Callable[[Tensor], Tensor], x: float, h: float) -> float:
    return (_height(f, x + h) - _height(f, x)) / h


def _height(f: Callable[[Tensor], Tensor], x: float) -> float:
    return float(f(torch.tensor(x, dtype=torch.float64)))


def _plot(lab: Lab, f: Callable[[Tensor], Tensor], x: float, h: float, slope: float) -> Plot:
    across = np.linspace(-3, 3, 241)
    heights = f(torch.tensor(across)).numpy()
    y = _height(f, x)
    near = np.array([max(x - 1.2, -3), min(x + 1.2, 3)])
    beyond = np.array([x, x + h])
    low, high = float(heights.min()), float(heights.max())
    return Plot(
        (
            Curve(lab.word("line"), across, heights),
            Curve(lab.word("tangent"), near, y + slope * (near - x)),
            Curve(lab.word("secant"), beyond, y + _quotient(f, x, h) * (beyond - x), dashed=True),
        ),
        "w",
        lab.word("loss"),
        marks=(Mark(lab.word("slope", slope=slope), x, y),),
        y_range=(low - 0.1 * (high - low), high),
        drag_x="x",
    )


def _table(lab: Lab, f: Callable[[Tensor], Tensor], x: float, h: float, slope: float) -> Table:
    steps = (h, h / 10, h / 100)
    rows = tuple(
        (
            lab.word("quotient", h=step),
            lab.number(_quotient(f, x, step), "+.4f"),
            lab.number(_quotient(f, x, step) - slope, "+.4f"),
        )
        for step in steps
    )
    rows = (*rows, (lab.word("autograd"), lab.number(slope, "+.4f"), lab.word("exact")))
    columns = tuple(lab.word(name) for name in ("way", "column_slope", "apart"))
    return Table(columns, rows, strong=len(rows) - 1)


def _weight_picture(lab: Lab, target: str, agreed: bool) -> Iterator[Figure]:
    """Show each weight's slope for the sketch, and measure one of them by nudging it."""
    model = build_model(TrainConfig(model="linear", device="cpu"), 2).double()
    x = torch.tensor(lab.sketch).flatten()[None].double() / 255
    y = torch.tensor([lab.sample.classes.index(target)])
    weight = next(model.parameters())
    mnist_loss(model(x), y).backward()
    assert weight.grad is not None
    gradient = weight.grad[0].numpy().copy()
    yield Controls("own")
    yield Pictures(
        (
            Picture(lab.sketch, lab.word("sketch"), low=0, high=255),
            Picture(gradient.reshape(28, 28), lab.word("gradient"), signed=True),
            Picture(-gradient.reshape(28, 28), lab.word("downhill"), signed=True),
        )
    )
    at = int(np.abs(gradient).argmax())
    nudged = _nudged(model, x, y, at)
    row, column = divmod(at, 28)
    yield Outcome(
        lab.word("outcome", row=row, column=column, nudged=nudged, grad=gradient[at]),
        agreed
        and abs(nudged - gradient[at]) < _NEAR * abs(gradient[at]) + 1e-9
        and not gradient[lab.sketch.flatten() == 0].any(),
    )


@torch.no_grad()
def _nudged(model: torch.nn.Sequential, x: Tensor, y: Tensor, at: int) -> float:
    """Return how much the loss rises for each unit that one weight is moved."""
    weight = next(model.parameters())
    before = float(mnist_loss(model(x), y))
    weight[0, at] += _TINY
    return (float(mnist_loss(model(x), y)) - before) / _TINY
