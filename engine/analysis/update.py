"""What becomes of one weight in a step of an optimizer, written out in plain numbers.

The formulas are those of `optimizers`; what the optimizer itself comes to stands beside them.
"""

from engine.analysis.traced import Update
from engine.config import TrainConfig
from engine.optimizers import MEAN, NEVER_ZERO, SQUARE


def update(
    config: TrainConfig,
    rate: float,
    weight: float,
    gradient: float,
    kept: float | None,
    remembered: tuple[tuple[float, ...], int],
    own: float,
) -> Update:
    """Work out a step; `remembered` is what stands in the optimizer's memory, and its steps.

    `own` is the new weight that the optimizer comes to.
    """
    before, steps = remembered
    decay, slope = config.weight_decay, gradient + (kept or 0.0)
    start = weight
    if config.optimizer == "adamw":
        start *= 1 - rate * decay
    else:
        slope += decay * weight
    if config.optimizer in ("adam", "adamw"):
        mean, square = before or (0.0, 0.0)
        mean, square = MEAN * mean + (1 - MEAN) * slope, SQUARE * square + (1 - SQUARE) * slope**2
        root = (square / (1 - SQUARE ** (steps + 1))) ** 0.5 + NEVER_ZERO
        after: tuple[float, ...] = (mean, square)
        direction = mean / (1 - MEAN ** (steps + 1)) / root
    else:
        direction, after = _with_momentum(config, slope, before)
    return Update(
        config.optimizer,
        rate,
        config.momentum,
        decay,
        steps + 1,
        weight,
        gradient,
        kept,
        before or (0.0,) * len(after),
        after,
        (MEAN, SQUARE),
        direction,
        start - rate * direction,
        own,
    )


def _with_momentum(
    config: TrainConfig, slope: float, before: tuple[float, ...]
) -> tuple[float, tuple[float, ...]]:
    is_nesterov = config.optimizer == "nesterov"
    if not (config.momentum or is_nesterov):
        return slope, ()
    velocity = config.momentum * (before[0] if before else 0.0) + slope
    return slope + config.momentum * velocity if is_nesterov else velocity, (velocity,)
