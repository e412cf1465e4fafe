"""The learning-rate range test: try ever larger rates for a few batches, and suggest one.

Source: Smith, "Cyclical Learning Rates for Training Neural Networks" (2015), section 3.3; fast.ai's
`lr_find` is the like. Training itself is `learner`'s.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.data.loading import Dataset
from engine.device import Threads
from engine.learner import Learner
from engine.reports import LrSearch
from engine.room.needs import check_room

LOWEST, HIGHEST = 1e-4, 100.0
STEPS = 100

_SPREAD = 3.0  # steps: how far the curve is smoothed to each side
_SHARE = 0.9  # of the whole way down: the suggestion lies where the loss has fallen so far
_START = 10  # steps at rates too low to matter; their mean is where the way down begins
_BELOW_LOWEST = 0.25  # times the rate of the lowest loss is the most that is suggested
_EXPLODED = 4.0  # times the first loss
_FELL = 0.05  # of the first loss: less is no fall worth a rate
_NOISE = 2.0  # times the first losses' deviation: half of it is as far as chance takes the curve


def find_lr(dataset: Dataset, config: TrainConfig, steps: int = STEPS) -> LrSearch:
    """Search to the end; see `search_lr`."""
    *_, last = search_lr(dataset, config, steps)
    return last


def search_lr(dataset: Dataset, config: TrainConfig, steps: int = STEPS) -> Iterator[LrSearch]:
    """Train a model of its own on `steps` batches, each at a higher rate; tell after each.

    The last LrSearch is the result. The search ends early where the loss explodes or is no number.
    Of `config` all counts but the rate, its schedule, and the number of epochs.
    """
    check_room(config, len(dataset.classes), len(dataset.train))
    learner = Learner(dataset, replace(config, schedule="constant", lr=LOWEST))
    learner.threads = Threads(1)  # to find out how many pay takes longer than it would spare
    lrs = np.geomspace(LOWEST, HIGHEST, steps).astype(np.float32)
    losses = np.empty(0, np.float32)
    for loss in learner.threads.lend(islice(_losses(learner), steps)):
        losses = np.append(losses, np.float32(loss))
        if not loss <= _EXPLODED * losses[0]:  # NaN ends it too
            return
        tried = lrs[: len(losses)]
        yield LrSearch(tried, losses, suggest(tried, losses))
        learner.lr = float(lrs[len(losses) % steps])


def suggest(lrs: NDArray[np.float32], losses: NDArray[np.float32]) -> float | None:
    """Return the rate at which the smoothed loss has come 9/10 of its way down, or None.

    The steepest place and the lowest one hang on single batches; this one moves by a quarter from
    seed to seed. Where it lies close to the lowest one, as of convnets, which stand a high rate
    that they are led to but none that they begin with, a quarter of that one's rate is suggested.
    None where the loss falls by no more than batches differ in, or only at the highest rates that
    there are.
    """
    smooth = _smoothed(losses)
    start, lowest = smooth[:_START].mean(), smooth.min()
    if start - lowest < max(_FELL * start, _NOISE * losses[:_START].std()):
        return None
    first = int(np.argmax(smooth <= lowest + (1 - _SHARE) * (start - lowest)))
    if lrs[-1] >= HIGHEST and first >= len(lrs) - 2 * _SPREAD:
        return None
    return float(f"{min(lrs[first], lrs[smooth.argmin()] * _BELOW_LOWEST):.2g}")


def _losses(learner: Learner) -> Iterator[float]:
    """Train without end, epoch after epoch, and give the loss of each batch."""
    while True:
        for losses in learner.train_epoch(is_due=lambda: True):
            yield losses.item()
        learner.epochs_done += 1


def _smoothed(losses: NDArray[np.float32]) -> NDArray[np.float64]:
    """Average each loss with its neighbours, by a bell curve."""
    at = np.arange(len(losses))
    weights = np.exp(-(((at[:, None] - at[None]) / _SPREAD) ** 2) / 2)
    smooth: NDArray[np.float64] = weights @ losses / weights.sum(axis=1)
    return smooth
