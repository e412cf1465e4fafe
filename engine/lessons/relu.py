"""ReLU from -2 to 2, as a function and as a module, and on the sketch's hidden values."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import (
    Code,
    Curve,
    Figure,
    Line,
    Mark,
    Outcome,
    Picture,
    Plot,
    Text,
)
from engine.lessons.lab import Lab
from engine.lessons.nets import Net, a_net, pixels, starts_with_relu

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (Slider("x", -2, 2, -1, 0.05),)
_MOST_BEYOND = 4  # times the end of its scale is the strongest value, at most


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Plot it with a point to drag, call it in four ways, and let the sketch go through one."""
    x = float(values["x"])
    net = a_net(lab, starts_with_relu)
    with torch.no_grad():
        hidden = net.model[0](pixels(lab, net.model))
    yield (
        _plot(lab, x),
        _ways(lab, x),
        *_hidden(lab, hidden),
        Text(lab.word("whose_own" if net.is_readers else "whose_quick")),
        _outcome(lab, net, hidden),
    )


def _plot(lab: Lab, x: float) -> Plot:
    across = torch.linspace(-2, 2, 401)
    at = lab.number(x, "g").replace("-", "−")
    return Plot(
        (Curve("relu(x)", across.double().numpy(), F.relu(across).double().numpy()),),
        "x",
        "relu(x)",
        marks=(Mark(f"relu({at}) = {lab.number(max(x, 0.0), 'g')}", x, max(x, 0.0)),),
        y_range=(-0.5, 2.1),
        drag_x="x",
    )


def _ways(lab: Lab, x: float) -> Code:
    """Call the function, the module and the plain comparison; then build a model with each."""
    at = torch.tensor(x)
    function, module = float(F.relu(at)), float(nn.ReLU()(at))
    larger = float(at.max(torch.tensor(0.0)))
    return Code(
        (
            Line(f"F.relu(tensor({x:g}))", f"{function:g}"),
            Line("act = nn.ReLU()", lab.word("makes", parameters=len([*nn.ReLU().parameters()]))),
            Line(f"act(tensor({x:g}))", f"{module:g}"),
            Line(f"tensor({x:g}).max(tensor(0.0))", f"{larger:g}"),
            Line("isinstance(act, nn.Module)", str(isinstance(nn.ReLU(), nn.Module))),
            Line("isinstance(F.relu, nn.Module)", str(isinstance(F.relu, nn.Module))),
            Line("nn.Sequential(nn.Linear(784, 30), act)", _built(nn.ReLU())),
            Line("nn.Sequential(nn.Linear(784, 30), F.relu)", _built(F.relu)),
        )
    )


def _built(activation: Any) -> str:
    """Say whether torch takes it for a part of a Sequential."""
    try:
        nn.Sequential(nn.Linear(784, 30, device="meta"), activation)
    except TypeError:
        return "TypeError"
    return "OK"


def _hidden(lab: Lab, hidden: Tensor) -> Iterator[Figure]:
    """Show what the first layer makes of the sketch, before and after: a row of values each.

    The scale ends where the weaker sign does: up to the strongest value, that sign would be pale.
    """
    before = hidden.cpu().numpy()
    weaker, stronger = sorted((float(before.max()), -float(before.min())))
    top = max(weaker, stronger / _MOST_BEYOND)
    after = F.relu(hidden).cpu().numpy()
    count = before.size
    yield Picture(before, lab.word("before", count=count), signed=True, low=-top, high=top)
    yield Picture(after, lab.word("after"), signed=True, low=-top, high=top)


def _outcome(lab: Lab, net: Net, hidden: Tensor) -> Outcome:
    """Count the silent neurons, and compare the function with the model's own module."""
    function, module = F.relu(hidden), net.model[1](hidden)
    by_hand = np.maximum(hidden.cpu().numpy(), 0)
    same = torch.equal(function, module) and np.array_equal(by_hand, function.cpu().numpy())
    silent = int((hidden <= 0).sum())
    return Outcome(lab.word("outcome", count=hidden.numel(), silent=silent), same)
