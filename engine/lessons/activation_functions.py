"""Two linear layers with nothing between them are one: multiply their weights and compare."""

from collections.abc import Iterator, Mapping

import numpy as np
import torch
from torch import Tensor, nn

from engine.config import TrainConfig
from engine.forward import pixels
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import (
    Curve,
    Figure,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
)
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy, results
from engine.lessons.samples import some
from engine.options import ACTIVATIONS

CONTROLS: tuple[Control, ...] = (
    Choice("between", tuple(ACTIVATIONS), "none", setting="activation"),
)
_ROUNDING = 1e-4  # of logits of a few units, in float32
_VISIBLE = 0.01


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Train a small network, multiply its two layers into one, and compare their logits."""
    between = str(values["between"])
    config = TrainConfig(
        activation=between, epochs=2, lr=0.2, batch_size=64, loss="cross_entropy", device="cpu"
    )
    learner = Learner(some(lab.dataset, 2048), config)
    for _ in learner.fit():
        pass
    weight, bias = _multiplied(learner.model)
    x = pixels(learner.model, np.concatenate([lab.sketch[None], learner.dataset.valid.images]))
    with torch.no_grad():
        two, one = learner.model(x), x @ weight.T + bias
    apart = float((two - one).abs().max())
    promised = apart < _ROUNDING if between == "none" else apart > _VISIBLE
    text = lab.word("outcome_none" if between == "none" else "outcome_other", apart=apart)
    name = learner.dataset.classes[0]
    yield (
        _pictures(lab, weight, name),
        _layers(lab, learner.model, two, one, name),
        _plot(lab, two, one, name),
        Outcome(text, promised),
    )


def runs(values: Values) -> tuple[Run, ...]:
    """The same network on ten digits, with ReLU and with nothing between its layers."""
    return tuple(
        Run(
            name,
            TrainConfig(activation=name, epochs=3, lr=0.2, batch_size=128, loss="cross_entropy"),
            "mnist",
        )
        for name in ("relu", "none")
    )


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """With ReLU the network must read more digits."""
    relu, none = (accuracy(records[name]) for name in ("relu", "none"))
    text = lab.word("outcome_runs", relu=100 * relu, none=100 * none)
    return results(lab, records), Outcome(text, relu > none)


@torch.no_grad()
def _multiplied(model: nn.Sequential) -> tuple[Tensor, Tensor]:
    """Return W2 @ W1 (outputs, 784) and W2 @ b1 + b2 (outputs,)."""
    first, second = (layer for layer in model if isinstance(layer, nn.Linear))
    return second.weight @ first.weight, second.weight @ first.bias + second.bias


def _pictures(lab: Lab, weight: Tensor, name: str) -> Pictures:
    picture = weight[0].reshape(28, 28).numpy()
    return Pictures((Picture(picture, lab.word("product", name=name), signed=True),))


def _layers(lab: Lab, model: nn.Sequential, two: Tensor, one: Tensor, name: str) -> Table:
    """Set the layers' shapes and their first logit for the sketch side by side."""
    first, second = (tuple(p.shape) for p in model.parameters() if p.dim() == 2)
    product = (second[0], first[1])
    rows = (
        (lab.word("two_layers"), f"{first}, {second}", lab.number(two[0, 0].item(), ".5f")),
        (lab.word("one_layer"), f"{product}", lab.number(one[0, 0].item(), ".5f")),
    )
    heads = lab.word("column_what"), lab.word("column_shape"), lab.word("column_logit", name=name)
    return Table(heads, rows)


def _plot(lab: Lab, two: Tensor, one: Tensor, name: str) -> Plot:
    """Plot what both say of each image: on the line, they say the same."""
    x, y = one[:, 0].double().numpy(), two[:, 0].double().numpy()
    ends = np.array([x.min(), x.max()])
    return Plot(
        (
            Curve(lab.word("same"), ends, ends, dashed=True),
            Curve(lab.word("each_image"), x, y, points=True),
        ),
        lab.word("axis_one", name=name),
        lab.word("axis_two", name=name),
    )
