"""Where the weights start: small and random, all zero, or far too large."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import torch

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.forward import pixels
from engine.learner import Learner
from engine.lessons.controls import Control, Values
from engine.lessons.figures import Figure, Outcome, Table
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy, results
from engine.lessons.samples import some

CONTROLS: tuple[Control, ...] = ()
_STARTS = ("random", "zeros", "large")
_SEED = 0
_CLEARLY = 0.1  # better, of all validation images


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show, before anything is learned, what three networks say of the sketch, and their slopes."""
    few = some(lab.sample, 256, 1)
    rows = tuple(_row(lab, Learner(few, replace(_config(init), device="cpu"))) for init in _STARTS)
    columns = ("start", "logit", "probability", "before", "slope", "awake")
    yield (Table(tuple(lab.word(f"column_{column}") for column in columns), rows),)


def runs(values: Values) -> tuple[Run, ...]:
    """Train the book's network from each of the three."""
    return tuple(Run(init, _config(init)) for init in _STARTS)


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """Small random weights must come out clearly best, and zeros must not have learned."""
    shares = {init: accuracy(record) for init, record in records.items()}
    best = shares["random"] - _CLEARLY > max(shares["zeros"], shares["large"])
    before = untrained(lab.sample, "large", _SEED)
    moved = shares["large"] - before > _CLEARLY
    words = {init: 100 * share for init, share in shares.items()}
    text = lab.word("outcome", before=100 * before, **words)
    return results(lab, records), Outcome(text, best and not moved)


@cache
def untrained(sample: Dataset, init: str, seed: int) -> float:
    """Return the share of validation images, 0 to 1, that a network gets right as it begins."""
    return Learner(sample, replace(_config(init), seed=seed, device="cpu")).validate()[1]


def _config(init: str) -> TrainConfig:
    return TrainConfig(epochs=3, lr=0.5, init=init, seed=_SEED)


def _row(lab: Lab, learner: Learner) -> tuple[str, ...]:
    """Tell how a network starts out: its answer to the sketch, and whether it can learn."""
    with torch.no_grad():
        hidden = learner.model[:2](pixels(learner.model, lab.sketch[None]))
        logit = learner.model[2:](hidden)
    learner.autograd(learner.batches.x.float() / 255, learner.batches.y)
    gradient = learner.optimizer.parameters[0].grad
    assert gradient is not None
    return (
        lab.word(f"run_{learner.config.init}"),
        lab.number(logit.item(), ".4g"),
        lab.number(logit.sigmoid().item(), ".4f"),
        f"{lab.number(100 * untrained(lab.sample, learner.config.init, _SEED), '.1f')} %",
        lab.number(gradient.norm().item(), ".3g"),
        f"{int((hidden > 0).sum())} / {hidden.shape[1]}",
    )
