"""Noticing that a run has gone astray, and naming the likely cause and what would help.

A loss that explodes or is no number stops the run: nothing good can follow. A run that only learns
nothing goes on, with advice, as it may be a lesson: the accuracy as a loss, weights of zero.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.errors import TrainingDiverged
from engine.options import OPTIMIZERS
from engine.reports import Advice
from engine.words.message import Message

EXPLODED = 1000.0  # from small random weights no loss starts above 5; mnist_loss can't pass 1
_NO_BETTER = 0.05  # accuracy within this of always saying the most common class, if there is room
_FALLEN = 0.98  # of the lowest training loss so far: an epoch below it has learned something
_PATIENCE = 2  # epochs: at a rate near the border the first may be lost, and the rest not

Cause = tuple[Message, dict[str, Any]]  # what is wrong, and the settings that put it right


class Watchdog:
    """Follow one run: `check` its losses, and `advise` after each epoch.

    `config.loss` is what "auto" stands for; `common_share` is the accuracy of always saying the
    most common class.
    """

    def __init__(self, config: TrainConfig, common_share: float) -> None:
        self.config = config
        self.common_share = common_share
        self.idle_limit = common_share + min(_NO_BETTER, (1 - common_share) / 2)
        self.lowest_loss: float | None = None  # of an epoch's training
        self.idle_epochs = 0

    def count_sane(self, losses: NDArray[np.float32]) -> int:
        """Return how many losses come before one that is no number, or absurdly large."""
        limit = np.inf if self._heals_from_anything() else EXPLODED
        astray = ~(losses < limit)  # no number is less than anything
        return int(astray.argmax()) if astray.any() else len(losses)

    def check(self, losses: NDArray[np.float32], step: int, lr: float) -> None:
        """Raise TrainingDiverged at the first loss that is no number or absurdly large.

        `step` is the number of the last batch, `lr` the rate now. It says after how many batches:
        those before, as a batch's loss is that of the weights before its own step.
        """
        sane = self.count_sane(losses)
        if sane == len(losses):
            return
        causes, fix = _together(_why_exploded(replace(self.config, lr=lr)))
        code = "exploded" if np.isfinite(losses[sane]) else "no_longer_a_number"
        raise TrainingDiverged(code, fix, batches=step - len(losses) + sane, causes=causes)

    def advise(
        self, accuracy: float, train_loss: float, lr: float, is_silent: Callable[[], bool]
    ) -> Advice | None:
        """Return advice where the model is no better than a constant answer, else None.

        `accuracy` is on the validation set; `is_silent` is asked only then: whether a whole layer
        of ReLUs gives 0 for every image, so that nothing before it can learn. If not, it takes two
        idle epochs in a row, in which the training loss didn't fall either.
        """
        falls = self._falls(train_loss)
        config = replace(self.config, lr=lr)
        if config.loss == "accuracy" or lr == 0:
            return _advice(_lessons(config))
        if accuracy > self.idle_limit or self.common_share == 1:  # of one class all is right
            self.idle_epochs = 0
            return None
        silent = is_silent()
        self.idle_epochs = 0 if falls and not silent else self.idle_epochs + 1
        if not silent and self.idle_epochs < _PATIENCE:
            return None
        return _advice(_why_idle(config, silent))

    def _falls(self, train_loss: float) -> bool:
        """Tell whether the training loss is clearly lower than in any epoch before."""
        lowest, self.lowest_loss = self.lowest_loss, train_loss
        if lowest is None:
            return False
        self.lowest_loss = min(lowest, train_loss)
        return train_loss < _FALLEN * lowest

    def _heals_from_anything(self) -> bool:
        """A linear model has no neurons to lose, and weights too large begin with a huge loss."""
        return self.config.model == "linear" or self.config.init == "large"


def _advice(causes: Iterator[Cause]) -> Advice:
    said, fix = _together(causes)
    return Advice(Message("learns_nothing", causes=said), fix)


def _together(causes: Iterator[Cause]) -> Cause:
    """Make one of several causes, at least one."""
    said, fix = next(causes)
    for also, more in causes:
        said, fix = Message("besides", first=said, then=also), fix | more
    return said, fix


def _why_exploded(config: TrainConfig) -> Iterator[Cause]:
    """Give each setting that is likely to blame; the rate where no other is, or it is high too."""
    others = list(_bad_habits(config))
    if config.lr * config.weight_decay >= 1:
        others.insert(0, _decay(config))
    yield from others
    if not others or _reach(config) > 1:
        yield _rate_too_high(config)


def _why_idle(config: TrainConfig, silent: bool) -> Iterator[Cause]:
    """Give each setting that is likely to blame, or else the data."""
    found = list(_lessons(config))
    if not found:
        found = list(_bad_habits(config))
        if config.weight_decay >= 0.1:
            found.insert(0, _decay(config))
        if _reach(config) > 1 or (silent and not found):
            found.append(_rate_too_high(config))
    if not found and _reach(config) < 0.1:
        found = [_rate_too_low(config)]
    if not found and (config.loss != "cross_entropy" or config.activation == "sigmoid"):
        found = [_faint(config)]
    yield from found or [(Message("check_labels"), {})]


def _lessons(config: TrainConfig) -> Iterator[Cause]:
    if config.loss == "accuracy":
        yield Message("accuracy_as_loss"), {"loss": "auto"}
    if config.lr == 0:
        better = _book_rate(config)
        yield Message("rate_of_zero", better=better), {"lr": better}
    if config.init == "zeros" and config.model != "linear":
        yield Message("started_at_zero"), {"init": "random"}


def _bad_habits(config: TrainConfig) -> Iterator[Cause]:
    if not config.zero_grad:
        yield Message("never_zeroed"), {"zero_grad": True}
    if config.init == "large":
        yield Message("started_too_large"), {"init": "random"}


def _decay(config: TrainConfig) -> Cause:
    return Message("decay_too_strong", decay=config.weight_decay), {"weight_decay": 0.0}


def _faint(config: TrainConfig) -> Cause:
    fix = {"activation": "relu", "loss": "cross_entropy", "momentum": 0.9, "lr": 0.03}
    if config.optimizer != "sgd":
        fix["optimizer"] = "sgd"
    return Message("hardly_any_slope"), fix


def _rate_too_low(config: TrainConfig) -> Cause:
    better = _book_rate(config)
    return Message("rate_too_low", lr=config.lr, better=better), {"lr": better}


def _rate_too_high(config: TrainConfig) -> Cause:
    better = _round_down(min(config.lr / 10, _book_rate(config)))
    return Message("rate_too_high", lr=config.lr, better=better), {"lr": better}


def _book_rate(config: TrainConfig) -> float:
    """Return the rate that makes steps as long as the book's, with this optimizer and momentum."""
    return _round_down(OPTIMIZERS[config.optimizer].usual_lr * (1 - _carried(config)))


def _reach(config: TrainConfig) -> float:
    """Return how far steps reach in the long run: momentum 0.9 makes them ten times as long.

    0.1 is as far as the book's.
    """
    usual_lr = OPTIMIZERS[config.optimizer].usual_lr
    return config.lr / (1 - _carried(config)) * (0.1 / usual_lr)


def _carried(config: TrainConfig) -> float:
    """Return how much of the last step carries over into the next, where it is a setting."""
    return config.momentum if "momentum" in OPTIMIZERS[config.optimizer].needs else 0.0


def _round_down(lr: float) -> float:
    """Keep one digit: 0.0734 -> 0.07."""
    power = 10.0 ** math.floor(math.log10(lr) + 1e-9)
    return float(f"{math.floor(lr / power + 1e-9) * power:.1g}")
