"""The sigmoid: any number to one between 0 and 1, with the sketch's own logit on it."""

from collections.abc import Iterator

import numpy as np
import torch
from torch import nn

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Plot, Table, Text
from engine.lessons.lab import Lab
from engine.lessons.nets import a_net, has_one_output, pixels

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (Slider("x", -10, 10, 1, 0.1),)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Plot it with a point to drag and the sketch's, and count what the thresholds say."""
    net = a_net(lab, has_one_output)
    with torch.no_grad():
        logit = float(net.model(pixels(lab, net.model)))
    x = float(values["x"])
    yield (
        _plot(lab, x, logit),
        _table(lab, x, logit),
        Text(lab.word("whose_own" if net.is_readers else "whose_quick", name=net.classes[0])),
        _outcome(lab, net.model, net.classes[0], logit),
    )


def _plot(lab: Lab, x: float, logit: float) -> Plot:
    far = max(10.0, abs(logit) + 2)
    across = np.linspace(-far, far, 401)
    return Plot(
        (
            Curve(lab.word("sigmoid"), across, _sigmoid(across)),
            Curve(lab.word("half"), np.array([-far, far]), np.array([0.5, 0.5]), dashed=True),
        ),
        lab.word("logit"),
        lab.word("probability"),
        marks=(
            Mark(lab.word("sketch"), logit, float(_sigmoid(np.array(logit)))),
            Mark("x", x, float(_sigmoid(np.array(x)))),
        ),
        y_range=(-0.03, 1.08),
        drag_x="x",
    )


def _table(lab: Lab, x: float, logit: float) -> Table:
    rows = []
    for name, at in (("x", x), ("−x", -x), (lab.word("sketch"), logit)):
        p = float(_sigmoid(np.array(at)))
        rows.append(
            (
                name,
                lab.number(at, "+.3f"),
                lab.number(float(_exp(np.array(-at))), ".4g"),
                lab.number(p, ".4f"),
                lab.number(p * (1 - p), ".4f"),
            )
        )
    columns = ("", lab.word("logit"), "exp(−x)", "1 / (1 + exp(−x))", lab.word("slope"))
    return Table(columns, tuple(rows), strong=2)


@torch.no_grad()
def _outcome(lab: Lab, model: nn.Sequential, name: str, logit: float) -> Outcome:
    """Ask every validation image twice: is the logit over 0, is the sigmoid over 0.5?"""
    device = next(model.parameters()).device
    images = torch.tensor(lab.sample.valid.images, device=device).flatten(1).float() / 255
    logits = model(images)[:, 0]
    same = int(((logits > 0) == (logits.sigmoid() > 0.5)).sum())
    p = 100 * float(_sigmoid(np.array(logit)))
    told = {"logit": logit, "p": p, "name": name, "count": len(images)}
    if same == len(images):
        return Outcome(lab.word("outcome", **told), as_promised=True)
    return Outcome(lab.word("outcome_not_all", same=same, **told), as_promised=False)


def _sigmoid(x: np.ndarray) -> np.ndarray:
    values: np.ndarray = 1 / (1 + _exp(-x))
    return values


def _exp(x: np.ndarray) -> np.ndarray:
    """Return e to these powers: of what is too large for a float, infinity."""
    with np.errstate(over="ignore"):
        powers: np.ndarray = np.exp(x)
    return powers
