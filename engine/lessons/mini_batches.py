"""Gradients of one image, of a batch and of all: how noisy they are, and what an epoch takes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.learner import Learner
from engine.lessons.batch_paths import START, STEPS, bowl, length, path
from engine.lessons.batch_progress import (
    IMAGES,
    LOOKS,
    Progress,
    image_for_image,
    plots,
    progress,
    second_for_second,
)
from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Curve, Figure, Mark, Outcome, Picture, Pictures, Plot, Table
from engine.lessons.lab import Lab, Run, RunRecord
from engine.lessons.records import accuracy
from engine.lessons.samples import some

CONTROLS: tuple[Control, ...] = (Slider("draw", 1, 20, 1),)
_SIZES = (1, 4, 16, 64, 256)
_PICTURED = (1, 16, 256)
_DRAWS = 60
_SQRT_256 = 16
_STEPPED = (1, 16, 256)
_STEPS = 49  # of 256 in an epoch of MNIST_SAMPLE
_STARTS = (1, 2, 3)  # seeds: from a single one, chance can let single images win
_MEASURED = 1000
_PASSES = {1: 3, 16: 3, 256: 24, IMAGES: 48}  # a tenth of a second, but for single images
_ALL = 12_396  # the images of MNIST_SAMPLE: one batch


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Draw batches of each size, and compare their gradients with that of all images."""
    config = TrainConfig(model="linear", loss="auto", device="cpu")
    learner = Learner(some(lab.dataset, IMAGES, 1), config, fast=False)
    generator = torch.Generator().manual_seed(int(values["draw"]))
    everything = torch.arange(len(learner.dataset.train))
    whole = _gradient(learner, everything)
    noises: dict[int, float] = {}
    pictures: list[Picture] = []
    for size in _SIZES:
        drawn = [_gradient(learner, _rows(learner, size, generator)) for _ in range(_DRAWS)]
        noises[size] = _noise(drawn, whole)
        if size in _PICTURED:
            pictures.append(_picture(drawn[0], lab.word("gradient_of", count=size)))
        yield (Pictures(tuple(pictures)), _table(lab, noises))
    pictures.append(_picture(whole, lab.word("gradient_of_all", count=len(everything))))
    noise = (Pictures(tuple(pictures)), _table(lab, noises), _law(lab, noises))
    yield noise
    shown = (*noise, *_paths(lab, int(values["draw"])), *_same_steps(lab))
    yield shown
    few = some(lab.sample, IMAGES, _MEASURED)
    found: dict[int, Progress] = {}
    for size, passes in _PASSES.items():
        found[size] = progress(few, _config(size, int(values["draw"])), passes)
        yield (*shown, *plots(lab, found))
    yield (*shown, *plots(lab, found), image_for_image(lab, found), second_for_second(lab, found))


def runs(values: Values) -> tuple[Run, ...]:
    """One pass over the same images, in three kinds of batches, from the start seen above."""
    sizes = {"one": 1, "some": 256, "all": _ALL}
    return tuple(
        Run(name, _config(size, int(values["draw"])), look=LOOKS[min(size, IMAGES)])
        for name, size in sizes.items()
    )


def judge(lab: Lab, records: Mapping[str, RunRecord]) -> tuple[Figure, ...]:
    """Compare how much the loss jumps and what the pass taught."""
    columns = ("run", "steps", "jump", "accuracy")
    table = Table(
        tuple(lab.word(f"column_{column}") for column in columns),
        tuple(_record_row(lab, name, record) for name, record in records.items()),
    )
    ratio = _jump(records["one"]) / _jump(records["some"])
    one, some_, whole = (100 * accuracy(records[name]) for name in ("one", "some", "all"))
    return table, Outcome(
        lab.word(
            "outcome_runs",
            ratio=ratio,
            one=one,
            some=some_,
            whole=whole,
            steps_one=len(records["one"].losses),
            steps_some=len(records["some"].losses),
        ),
        ratio > 1 and one > some_ > whole,
    )


def _config(batch_size: int, seed: int) -> TrainConfig:
    return TrainConfig(model="linear", epochs=1, lr=0.03, batch_size=batch_size, seed=seed)


def _same_steps(lab: Lab) -> tuple[Figure, ...]:
    """Let batches of each size take as many steps as an epoch has in batches of 256.

    From a few starts, of which the accuracy is the mean.
    """
    shares = {
        size: sum(after_steps(lab.sample, size, seed) for seed in _STARTS) / len(_STARTS)
        for size in _STEPPED
    }
    rows = tuple(
        (str(size), lab.number(_STEPS * size, ","), f"{lab.number(100 * share, '.1f')} %")
        for size, share in shares.items()
    )
    columns = tuple(lab.word(f"column_{name}") for name in ("size", "seen", "accuracy"))
    one, few, some_ = (shares[size] for size in _STEPPED)
    shown = {"one": 100 * one, "few": 100 * few, "some": 100 * some_}
    text = lab.word("outcome_steps", steps=_STEPS, starts=len(_STARTS), **shown)
    return Table(columns, rows), Outcome(text, min(few, some_) > one)


def _paths(lab: Lab, draw: int) -> tuple[Figure, ...]:
    """Draw how two weights walk down the same bowl, by batches of three sizes."""
    where = bowl(some(lab.sample, IMAGES, 1).train)
    sizes = {"one": 1, "few": 16, "whole": IMAGES}
    walked = {name: path(where, size, draw) for name, size in sizes.items()}
    curves = [
        Curve(lab.word(f"path_{name}"), way[:, 0], way[:, 1], look=LOOKS[sizes[name]])
        for name, way in walked.items()
    ]
    curves += [Curve("", line[:, 0], line[:, 1], faint=True) for line in where.contours()]
    plot = Plot(
        tuple(curves),
        lab.word("weight_three"),
        lab.word("weight_ink"),
        lab.word("paths"),
        marks=(
            Mark(lab.word("start"), float(START[0]), float(START[1])),
            Mark(lab.word("least"), float(where.best[0]), float(where.best[1]), below=True),
        ),
    )
    one, few, whole = (length(way) for way in walked.values())
    text = lab.word("outcome_paths", steps=STEPS, one=one / whole, few=few / whole)
    return plot, Outcome(text, one > few > whole)


@cache
def after_steps(dataset: Dataset, batch_size: int, seed: int) -> float:
    """Return the validation accuracy, 0 to 1, after so many steps as an epoch of 256 has."""
    learner = Learner(dataset, replace(_config(batch_size, seed), device="cpu"))
    for _ in islice(learner.fit(), _STEPS):
        pass
    return learner.validate()[1]


def _gradient(learner: Learner, rows: Tensor) -> Tensor:
    """Return the gradient of the weights over some training images: (outputs, 784)."""
    xb = learner.batches.x.index_select(0, rows).float().div_(255)
    learner.gradients(xb, learner.batches.y.index_select(0, rows))
    (weight, _) = learner.optimizer.parameters
    assert weight.grad is not None
    return weight.grad.clone()


def _rows(learner: Learner, size: int, generator: torch.Generator) -> Tensor:
    return torch.randint(len(learner.dataset.train), (size,), generator=generator)


def _noise(drawn: list[Tensor], whole: Tensor) -> float:
    """Return how far gradients lie from the whole one, as a share of its length: the RMS."""
    apart = torch.stack([(gradient - whole).norm() for gradient in drawn])
    return float(apart.square().mean().sqrt() / whole.norm())


def _picture(gradient: Tensor, caption: str) -> Picture:
    """Show the gradient of the first output's weights."""
    return Picture(gradient[0].reshape(28, 28).numpy(), caption, signed=True)


def _table(lab: Lab, noises: Mapping[int, float]) -> Table:
    columns = ("size", "noise", "product")
    rows = tuple(
        (
            str(size),
            f"{lab.number(100 * noise, '.1f')} %",
            f"{lab.number(100 * noise * size**0.5, '.1f')} %",
        )
        for size, noise in noises.items()
    )
    return Table(tuple(lab.word(f"column_{column}") for column in columns), rows)


def _law(lab: Lab, noises: Mapping[int, float]) -> Outcome:
    ratio = noises[1] / noises[256]
    near = 0.7 * _SQRT_256 < ratio < 1.4 * _SQRT_256
    return Outcome(lab.word("outcome", ratio=ratio, root=_SQRT_256), near)


def _jump(record: RunRecord) -> float:
    """Return the mean change of the loss from one batch to the next; 0 where there is only one."""
    return float(np.abs(_changes(record.losses)).mean()) if len(record.losses) > 1 else 0.0


def _changes(losses: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.diff(losses)


def _record_row(lab: Lab, name: str, record: RunRecord) -> tuple[str, ...]:
    many = len(record.losses) > 1
    return (
        lab.word(f"run_{name}"),
        lab.number(len(record.losses), ","),
        lab.number(_jump(record), ".4f") if many else "",
        f"{lab.number(100 * accuracy(record), '.1f')} %",
    )
