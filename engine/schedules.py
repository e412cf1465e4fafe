"""How the learning rate moves over a run: a factor of the chosen rate for each moment."""

import math
from collections.abc import Callable

Schedule = Callable[[float], float]

_WARM_UP = 0.25  # the share of a one-cycle run in which the rate rises
_START, _END = 1 / 25, 1 / 10_000  # of the chosen rate; fast.ai's fit_one_cycle has the like


def constant(progress: float) -> float:
    """Return 1: the chosen rate all along."""
    return 1.0


def one_cycle(progress: float) -> float:
    """Rise from 1/25 to 1 in the first quarter, then fall to almost 0, along cosines.

    `progress` is the share of the run that is done, 0 to 1. Source: Smith & Topin,
    "Super-Convergence" (2018), with cosines as fast.ai has them.
    """
    if progress < _WARM_UP:
        return _cosine(_START, 1.0, progress / _WARM_UP)
    return _cosine(1.0, _END, (progress - _WARM_UP) / (1 - _WARM_UP))


def _cosine(start: float, end: float, share: float) -> float:
    return end + (start - end) * (1 + math.cos(math.pi * share)) / 2


SCHEDULES: dict[str, Schedule] = {"constant": constant, "one_cycle": one_cycle}
