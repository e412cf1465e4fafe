"""Why the accuracy can't be the loss: it is made of steps, and a step has no slope."""

from collections.abc import Iterator, Mapping

import numpy as np
import torch

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import Curve, Figure, Outcome, Plot, Table
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy
from engine.lessons.samples import some
from engine.losses import accuracy_loss, mnist_loss

CONTROLS: tuple[Control, ...] = (Choice("zoom", ("1", "30", "1000"), "1"),)
_REACH = 4.0  # how far the weight is moved to either side
_IMAGES = 100


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Move one weight of a fresh linear model, and plot both losses over it."""
    config = TrainConfig(model="linear", loss="mnist_loss", device="cpu")
    learner = Learner(some(lab.dataset, _IMAGES, 1), config)
    x, y = learner.batches.x.float() / 255, learner.batches.y
    slopes = {}
    for name, loss in (("mnist_loss", mnist_loss), ("accuracy", accuracy_loss)):
        learner.optimizer.zero_grad()
        loss(learner.model(x), y).backward()
        gradient = learner.optimizer.parameters[0].grad
        assert gradient is not None
        slopes[name] = gradient.clone()
    pixel = int(slopes["mnist_loss"][0].abs().argmax())
    smooth, flat = (float(slopes[name].norm()) for name in ("mnist_loss", "accuracy"))
    outcome = Outcome(lab.word("outcome", smooth=smooth, flat=flat), smooth > 0 and flat == 0)
    yield _plot(lab, learner, pixel, _REACH / int(values["zoom"])), outcome


def runs(values: Values) -> tuple[Run, ...]:
    """The same start, once with each loss."""
    return (Run("smooth", _config("mnist_loss")), Run("accuracy", _config("accuracy")))


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """Not one weight may have moved with the accuracy as the loss, and all with the smooth one."""
    flat, smooth = records["accuracy"], records["smooth"]
    stood_still = not flat.weights_moved and len({e.valid_accuracy for e in flat.epochs}) == 1
    better = smooth.weights_moved and accuracy(smooth) > accuracy(flat)
    text = lab.word("outcome_runs", flat=100 * accuracy(flat), smooth=100 * accuracy(smooth))
    return _moved(lab, records), Outcome(text, stood_still and better)


def _config(loss: str) -> TrainConfig:
    return TrainConfig(epochs=2, loss=loss)


@torch.no_grad()
def _plot(lab: Lab, learner: Learner, pixel: int, reach: float) -> Plot:
    """Plot what both losses of the images become when the weight of one pixel is changed."""
    x, y = learner.batches.x.float() / 255, learner.batches.y
    weight = learner.optimizer.parameters[0]
    start = weight[0, pixel].item()
    changes = np.linspace(-reach, reach, 241)
    smooth, wrong = [], []
    for change in changes:
        weight[0, pixel] = start + change
        logits = learner.model(x)
        smooth.append(mnist_loss(logits, y).item())
        wrong.append(accuracy_loss(logits, y).item())
    return Plot(
        (
            Curve(lab.word("smooth"), changes, np.array(smooth)),
            Curve(lab.word("wrong"), changes, np.array(wrong), dashed=True),
        ),
        lab.word("change"),
        lab.word("loss"),
    )


def _moved(lab: Lab, records: Mapping[str, RunRecord]) -> Table:
    columns = tuple(lab.word(f"column_{name}") for name in ("run", "moved", "accuracy"))
    rows = tuple(
        (
            lab.word(f"run_{name}"),
            lab.word("yes" if record.weights_moved else "no"),
            f"{lab.number(100 * accuracy(record), '.1f')} %",
        )
        for name, record in records.items()
    )
    return Table(columns, rows)
