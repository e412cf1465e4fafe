"""What a Learner is made of, and its loop: leave out a line and see what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch

from engine.config import TrainConfig
from engine.learner import Learner
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import Code, Curve, Figure, Line, Outcome, Plot, Table
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.options import LOSSES, applies

FOLLOWS_MODEL = True
CONTROLS: tuple[Control, ...] = (
    Choice("leave_out", ("nothing", "backward", "step", "zero_grad"), "nothing"),
)
_LINES = {
    "predict": "preds = model(xb)",
    "loss": "loss = loss_func(preds, yb)",
    "backward": "loss.backward()",
    "step": "opt.step()",
    "zero_grad": "opt.zero_grad()",
}
_BATCH, _IMAGES, _BATCHES = 64, 1920, 30


@dataclass(frozen=True)
class _Trial:
    """What thirty batches came to."""

    losses: np.ndarray
    before: float  # accuracy on the validation set
    after: float
    moved: bool  # whether any weight is another one
    gradient: float  # its length at the end; 0 where there is none


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show a Learner's parts, the loop without the line, and what comes of it."""
    left_out = str(values["leave_out"])
    learner = lab.learner or Learner(lab.dataset, TrainConfig())
    parts, lines = _parts(lab, learner), _loop(lab, learner, left_out)
    yield parts, lines
    config = config_of(learner)
    whole = _trial(lab, config, "nothing")
    trial = whole if left_out == "nothing" else _trial(lab, config, left_out)
    yield parts, lines, _plot(lab, whole, trial), _outcome(lab, left_out, whole, trial)


def _parts(lab: Lab, learner: Learner) -> Table:
    dataset, config = learner.dataset, learner.config
    count = sum(p.numel() for p in learner.model.parameters())
    loader = lab.word(
        "loaders", name=dataset.name, train=len(dataset.train), valid=len(dataset.valid)
    )
    optimizer = f"{type(learner.optimizer).__name__}(lr={learner.lr:g}"
    if applies("momentum", config.model, config.optimizer):
        optimizer += f", momentum={config.momentum:g}"
    rows = (
        ("`dls`", f"{loader}, batch_size={config.batch_size}", lab.word("needed")),
        ("`model`", lab.word("parameters", name=config.model, count=count), lab.word("needed")),
        ("`opt_func`", f"`{optimizer})`", lab.word("needed")),
        ("`loss_func`", f"`{learner.loss_name}`", lab.word("needed")),
        ("`metrics`", "`accuracy`", lab.word("optional")),
    )
    whose = "yours" if lab.learner else "usual"
    columns = tuple(lab.word(f"column_{name}") for name in ("part", whose, "must"))
    return Table(columns, rows, lab.word(f"parts_{whose}"))


def _loop(lab: Lab, learner: Learner, left_out: str) -> Code:
    head = [Line("for epoch in range(epochs):"), Line("    for xb, yb in dl:")]
    body = [
        Line(f"        {code}" if name != left_out else f"        # {code}", now=name == left_out)
        for name, code in _LINES.items()
    ]
    return Code((*head, *body, Line("    print(accuracy(model, valid_dl))")), lab.word("the_loop"))


def config_of(learner: Learner) -> TrainConfig:
    """Return the reader's model and loss, on settings under which thirty batches tell something."""
    config = learner.config
    loss = config.loss if LOSSES[learner.loss_name].has_slope else "auto"
    small = config.model if config.model != "convnet" else "simple_net"
    return TrainConfig(
        model=small, loss=loss, hidden=config.hidden, lr=0.2, batch_size=_BATCH, device="cpu"
    )


def _trial(lab: Lab, config: TrainConfig, left_out: str) -> _Trial:
    learner = Learner(
        some(lab.dataset, _IMAGES), replace(config, zero_grad=left_out != "zero_grad"), fast=False
    )
    first = [p.detach().clone() for p in learner.optimizer.parameters]
    before = learner.validate()[1]
    losses = []
    for (xb, yb), _ in zip(learner.batches, range(_BATCHES), strict=False):
        if left_out == "backward":
            with torch.no_grad():
                losses.append(float(learner.loss(learner.model(xb), yb)))
        else:
            losses.append(float(learner.gradients(xb, yb)))
        if left_out != "step":
            learner.optimizer.step()
    pairs = zip(first, learner.optimizer.parameters, strict=True)
    moved = any(not torch.equal(a, b.detach()) for a, b in pairs)
    gradients = [p.grad.norm() for p in learner.optimizer.parameters if p.grad is not None]
    length = float(torch.stack(gradients).norm()) if gradients else 0.0
    return _Trial(np.array(losses), before, learner.validate()[1], moved, length)


def _plot(lab: Lab, whole: _Trial, trial: _Trial) -> Plot:
    steps = np.arange(1.0, _BATCHES + 1)[: len(whole.losses)]
    curves = [Curve(lab.word("whole"), steps, whole.losses)]
    if trial is not whole:
        curves.append(Curve(lab.word("without"), steps, trial.losses, dashed=True))
    return Plot(tuple(curves), lab.word("batch"), lab.word("loss"))


def _outcome(lab: Lab, left_out: str, whole: _Trial, trial: _Trial) -> Outcome:
    as_promised = {
        "nothing": trial.moved and trial.after > trial.before,
        "backward": not trial.moved and trial.gradient == 0,
        "step": not trial.moved and trial.gradient > 0,
        "zero_grad": trial.moved and trial.gradient > whole.gradient,
    }
    text = lab.word(
        f"outcome_{left_out}",
        before=100 * trial.before,
        after=100 * trial.after,
        ratio=trial.gradient / whole.gradient,
    )
    return Outcome(text, as_promised[left_out])
