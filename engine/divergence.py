"""Noticing that a run has gone astray, and naming the likely cause."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.config import TrainConfig
from engine.errors import TrainingDiverged

EXPLODED = 1000.0  # no loss here starts above a few; mnist_loss can't pass 1


def check_loss(losses: NDArray[np.float32], config: TrainConfig, step: int) -> None:
    """Raise TrainingDiverged if a loss is no number or is absurdly large."""
    if np.isfinite(losses).all() and losses.max() < EXPLODED:
        return
    what = "exploded" if np.isfinite(losses).all() else "is no longer a number"
    cause, fix = _likely_cause(config)
    raise TrainingDiverged(f"After {step} batches the loss {what}: {cause}", fix)


def _likely_cause(config: TrainConfig) -> tuple[str, dict[str, Any]]:
    if not config.zero_grad:
        return (
            "the gradients are never zeroed, so every step adds all the earlier ones to it. "
            "Zero them after each step.",
            {"zero_grad": True},
        )
    if config.init == "large":
        return (
            "the initial weights are far too large. Start from small random ones.",
            {"init": "random"},
        )
    lower = _round_down(config.lr / 10)
    return (
        f"the learning rate {config.lr:g} is too high, and each step jumps over the valley. "
        f"Try {lower:g}.",
        {"lr": lower},
    )


def _round_down(lr: float) -> float:
    """Keep one digit: 0.0734 -> 0.07."""
    if lr <= 0:
        return 0.01
    power = 10.0 ** math.floor(math.log10(lr))
    return float(f"{math.floor(lr / power + 1e-9) * power:.1g}")
