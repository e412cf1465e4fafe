"""The seven steps of learning, one at a time, on one real batch and a linear model."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
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
    Text,
)
from engine.lessons.lab import Lab
from engine.lessons.samples import some
from engine.metrics import probabilities
from engine.reports import EpochReport, StepReport

CONTROLS: tuple[Control, ...] = (Steps("step", 7),)
_BATCH = 64
_EPOCHS = 3
_LR = 0.5
_SHOWN = 4  # images of the batch
_SHOWN_EVERY = 16  # batches

_Shown = Iterator[tuple[Figure, ...]]


@dataclass(frozen=True)
class _Walk:
    """One batch, and what the first four steps made of it."""

    lab: Lab
    learner: Learner
    xb: Tensor  # (64, 784)
    yb: Tensor  # (64,)
    first: Tensor  # the weights as they were drawn, (outputs, 784)
    logits: Tensor  # (64, outputs)
    loss: float
    gradient: Tensor  # of the weights, (outputs, 784)
    accuracy: float  # on the validation set, before anything was learned

    @property
    def weight(self) -> Tensor:
        """The weights as they are now: (outputs, 784)."""
        return self.learner.optimizer.parameters[0].detach().clone()

    @property
    def of_right(self) -> NDArray[np.float32]:
        """The probability that was given to each image's right class: (64,)."""
        return probabilities(self.logits).gather(1, self.yb[:, None])[:, 0].numpy()

    def picture(self, weights: Tensor, caption: str, top: float | None = None) -> Picture:
        """Show the weights, or their gradients, that speak for the first class.

        `top` is the value of the deepest shade; None takes the largest.
        """
        values = weights[0].reshape(28, 28).numpy()
        words = self.lab.word(caption, digit=self.learner.dataset.classes[0])
        return Picture(values, words, signed=True, low=top and -top, high=top)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show the step that the reader has reached; the ones before it are done again."""
    number = int(values["step"])
    walk = _begin(lab)
    about = lab.word(f"about_{number}", digit=walk.learner.dataset.classes[0])
    for figures in _STEPS[number](walk):
        yield (_code(walk, number), Text(about), *figures)


def _begin(lab: Lab) -> _Walk:
    config = TrainConfig(model="linear", lr=_LR, epochs=_EPOCHS, batch_size=_BATCH, device="cpu")
    learner = Learner(some(lab.dataset, 2048), config, fast=False)
    xb, yb = next(iter(learner.batches))
    first = learner.optimizer.parameters[0].detach().clone()
    accuracy = learner.validate()[1]
    with torch.no_grad():
        logits = learner.model(xb)
    loss = learner.gradients(xb, yb).item()
    gradient = learner.optimizer.parameters[0].grad
    assert gradient is not None
    return _Walk(lab, learner, xb, yb, first, logits, loss, gradient.clone(), accuracy)


def _initialise(walk: _Walk) -> _Shown:
    yield (Pictures((walk.picture(walk.first, "weights"),)),)


def _predict(walk: _Walk) -> _Shown:
    shown = zip(walk.xb[:_SHOWN].numpy(), walk.yb, walk.of_right, strict=False)
    pictures = tuple(
        Picture(
            x.reshape(28, 28),
            walk.lab.word("given", digit=walk.learner.dataset.classes[int(y)], p=p),
            low=0,
            high=1,
        )
        for x, y, p in shown
    )
    guessing = 1 / len(walk.learner.dataset.classes)
    plot = _batch_plot(walk, walk.of_right, guessing, "probability", "guessing")
    yield Pictures(pictures), plot


def _lose(walk: _Walk) -> _Shown:
    """Show each image's part of the loss, and their mean."""
    of_right = walk.of_right
    parts = 1 - of_right if walk.learner.loss_name == "mnist_loss" else -np.log(of_right)
    yield (_batch_plot(walk, parts, walk.loss, "part", "mean"),)


def _batch_plot(
    walk: _Walk, values: NDArray[np.float32], across: float, label: str, line: str
) -> Plot:
    """Plot a value of each image in the batch, and a line across."""
    numbers = np.arange(1.0, len(values) + 1)
    return Plot(
        (
            Curve(walk.lab.word("each_image"), numbers, values, points=True),
            Curve(walk.lab.word(line), numbers[[0, -1]], np.full(2, across), dashed=True),
        ),
        walk.lab.word("image_number"),
        walk.lab.word(label),
    )


def _differentiate(walk: _Walk) -> _Shown:
    pictures = (walk.picture(walk.first, "weights"), walk.picture(walk.gradient, "gradient"))
    yield (Pictures(pictures),)


def _step(walk: _Walk) -> _Shown:
    walk.learner.optimizer.step()
    with torch.no_grad():
        after = walk.learner.loss(walk.learner.model(walk.xb), walk.yb).item()
    top = float(walk.weight[0].abs().max())
    pictures = (
        walk.picture(walk.first, "weights", top),
        walk.picture(_LR * walk.gradient, "moved", top),
        walk.picture(walk.weight, "weights_after", top),
    )
    text = walk.lab.word("outcome_step", before=walk.loss, after=after)
    yield Pictures(pictures, ("−", "=")), Outcome(text, after < walk.loss)


def _repeat(walk: _Walk) -> _Shown:
    """Take the first step on the batch and all the others, with the loss of each."""
    walk.learner.optimizer.step()
    losses = [walk.loss]
    for report in walk.learner.fit(_SHOWN_EVERY):
        if not isinstance(report, StepReport):
            continue
        losses += report.losses.tolist()
        curve = Curve(walk.lab.word("loss"), np.arange(1.0, len(losses) + 1), np.array(losses))
        now = walk.picture(walk.weight, "weights_later")
        pictures = Pictures((walk.picture(walk.first, "weights"), now), ("→",))
        yield pictures, Plot((curve,), walk.lab.word("batches"), walk.lab.word("loss"))


def _stop(walk: _Walk) -> _Shown:
    """Do it all once more, and measure the validation set after each epoch."""
    walk.learner.optimizer.step()
    shares = [100 * walk.accuracy]
    for report in walk.learner.fit(_SHOWN_EVERY):
        if isinstance(report, EpochReport):
            shares.append(100 * report.valid_accuracy)
            yield (_accuracies(walk, shares),)
    text = walk.lab.word("outcome", before=shares[0], after=shares[-1])
    yield _accuracies(walk, shares), Outcome(text, shares[-1] > shares[0])


def _accuracies(walk: _Walk, shares: list[float]) -> Plot:
    curve = Curve(walk.lab.word("accuracy"), np.arange(len(shares)) * 1.0, np.array(shares))
    return Plot((curve,), walk.lab.word("epochs"), walk.lab.word("accuracy"), y_range=(0, 105))


def _code(walk: _Walk, number: int) -> Code:
    """Show the seven steps as code, with what they gave so far."""
    outputs = len(walk.first)
    grad = f"weight.grad: {tuple(walk.gradient.shape)}"
    count = len(walk.learner.batches)
    batches = walk.lab.word("batches_each", epochs=_EPOCHS, batches=count)
    lines = (
        (f"model = nn.Linear(784, {outputs})", f"weight: {tuple(walk.first.shape)}"),
        ("logits = model(xb)", f"xb: {tuple(walk.xb.shape)}, logits: {tuple(walk.logits.shape)}"),
        (
            f"loss = {walk.learner.loss_name}(logits, yb)",
            f"loss: {walk.loss:.4f}, shape ()",
        ),
        ("loss.backward()", grad),
        ("w -= lr * w.grad", f"lr: {_LR:g}"),
        ("for xb, yb in batches: ...", batches),
        ("break", ""),
    )
    return Code(
        tuple(
            Line(f"{place + 1}  {code}", value if place <= number else "", now=place == number)
            for place, (code, value) in enumerate(lines)
        )
    )


_STEPS = (_initialise, _predict, _lose, _differentiate, _step, _repeat, _stop)
