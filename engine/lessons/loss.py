"""What a loss must do: mnist_loss of three predictions, next to their accuracy."""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import (
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

_NAMES = ("first", "second", "third")
CONTROLS: tuple[Control, ...] = (
    Slider("first", 0.01, 0.99, 0.8, 0.01),
    Slider("second", 0.01, 0.99, 0.3, 0.01),
    Slider("third", 0.01, 0.99, 0.45, 0.01),
)
_LABELS = (0, 1, 0)  # a 3, a 7, a 3: places in the classes; the book's targets are 1, 0, 1
_TARGETS = (1, 0, 1)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Take three predictions from the reader, and give their loss and accuracy."""
    given = np.array([float(values[name]) for name in _NAMES])
    by_hand = np.where(np.array(_TARGETS) == 1, 1 - given, given)
    engine = _loss(given)
    sum_of = " + ".join(lab.number(part, ".2f") for part in by_hand)
    outcome = Outcome(
        lab.word("outcome", sum=sum_of, by_hand=by_hand.mean(), engine=engine),
        bool(abs(by_hand.mean() - engine) < 1e-5),
    )
    yield _pictures(lab), _table(lab, given, by_hand), _plot(lab, given), outcome


def _loss(given: NDArray[np.float64]) -> float:
    """Return the engine's loss; it takes logits, as models give them before the sigmoid."""
    return mnist_loss(_logits(given), torch.tensor(_LABELS)).item()


def _logits(given: NDArray[np.float64]) -> Tensor:
    return torch.tensor(given).logit()[:, None]


def _right(given: NDArray[np.float64]) -> NDArray[np.bool_]:
    right: NDArray[np.bool_] = np.equal(given > 0.5, np.array(_TARGETS) == 1)
    return right


def _pictures(lab: Lab) -> Pictures:
    split = lab.sample.valid
    threes, sevens = (np.flatnonzero(split.labels == label) for label in (0, 1))
    rows = (threes[1], sevens[0], threes[2])
    captions = [lab.word(f"image_{target}") for target in _TARGETS]
    return Pictures(
        tuple(
            Picture(split.images[row], caption, low=0, high=255)
            for row, caption in zip(rows, captions, strict=True)
        )
    )


def _table(lab: Lab, given: NDArray[np.float64], parts: NDArray[np.float64]) -> Table:
    answers = [lab.word("is_right" if right else "is_wrong") for right in _right(given)]
    rows = [
        (str(target), lab.number(p, ".2f"), _worked_out(lab, target, p, part), answer)
        for target, p, part, answer in zip(_TARGETS, given, parts, answers, strict=True)
    ]
    mean = (
        lab.word("mean"),
        "",
        lab.number(parts.mean(), ".3f"),
        f"{lab.number(100 - 100 * _right(given).mean(), '.0f')} % {lab.word('is_wrong')}",
    )
    columns = ("target", "prediction", "part", "answer")
    return Table(
        tuple(lab.word(f"column_{column}") for column in columns), (*rows, mean), strong=len(rows)
    )


def _worked_out(lab: Lab, target: int, p: float, part: float) -> str:
    return f"{'1 - ' if target else ''}{lab.number(p, '.2f')} = {lab.number(part, '.2f')}"


def _plot(lab: Lab, given: NDArray[np.float64]) -> Plot:
    """Plot the loss and the share of wrong answers over the third prediction."""
    moved = np.union1d(np.linspace(0.01, 0.99, 197).round(3), 0.5001)  # a step at 0.5 is upright
    trials = np.column_stack([np.broadcast_to(given[:2], (len(moved), 2)), moved])
    losses = np.array([_loss(trial) for trial in trials])
    wrong = np.array([1 - _right(trial).mean() for trial in trials])
    return Plot(
        (
            Curve(lab.word("loss"), moved, losses),
            Curve(lab.word("wrong"), moved, wrong, dashed=True),
        ),
        lab.word("third"),
        lab.word("loss_and_wrong"),
        marks=(Mark(lab.word("now"), given[2], _loss(given)),),
        y_range=(0, 1),
        drag_x="third",
    )
