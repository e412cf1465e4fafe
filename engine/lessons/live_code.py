"""What the lines of a lesson's code view give: they are run, on a copy of the reader's own run."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import torch

from engine.config import TrainConfig
from engine.data.layout import in_parts, plan
from engine.data.splits import Dataset, Split
from engine.data.watch import Watch
from engine.errors import InkgradError
from engine.forward import pixels
from engine.images.pixels import digit_image
from engine.inference.similarity import PixelSimilarity
from engine.learner import Learner
from engine.lessons.figures import Line
from engine.lessons.lab import Lab
from engine.lessons.listing import lines_of, listing
from engine.lessons.samples import some
from engine.lessons.traced import Trace
from engine.losses import LOSSES
from engine.metrics import accuracy, probabilities
from engine.models import MODELS, build_model, output_count

_TRAIN, _VALID = 16_384, 2048  # images at most, so that it is quick; MNIST_SAMPLE has fewer
_FILES = [
    f"{side}/{label}/{n}.png" for side in ("train", "valid") for label in "37" for n in (1, 2)
]


def live_lines(targets: Sequence[str], lab: Lab) -> tuple[Line, ...]:
    """Return the lines of a lesson's code with what they give, an empty one between two parts.

    They are run for it, with a copy of the lab's run, or a new one where there is none. Raises
    InkgradError for what is no code of the engine's.
    """
    trace = Trace(tuple(map(listing, targets)))
    for journey in _journeys(targets, lab):
        with contextlib.suppress(InkgradError):  # a run that diverges does so here, too
            trace.follow(journey)
    return lines_of(targets, trace.given)


def follows_model(targets: Sequence[str]) -> bool:
    """Tell whether the lines give something else when the model has learned."""
    still = ("engine.data.", "engine.images.", "engine.inference.similarity:")
    return not all(target.startswith(still) for target in targets)


def _journeys(targets: Sequence[str], lab: Lab) -> list[Callable[[], object]]:
    """Return what has to be done for the targets' lines to run, each once."""
    chosen: dict[str, Callable[[], object]] = {}
    for target in targets:
        module, _, name = target.partition(":")
        if module == "engine.models" and name in MODELS:
            chosen[target] = partial(_make, name, lab)
        elif module in _JOURNEYS:
            chosen[module] = partial(_JOURNEYS[module], lab)
        elif target != "engine.models:_layers":  # which another target calls
            chosen["learn"] = partial(_learn, lab)
    return list(chosen.values())


def _make(model: str, lab: Lab) -> None:
    config = _config(lab)
    MODELS[model](output_count(config, len(_dataset(lab).classes)), config)


def _config(lab: Lab) -> TrainConfig:
    return replace(lab.learner.config if lab.learner else TrainConfig(), device="cpu")


def _dataset(lab: Lab) -> Dataset:
    return lab.learner.dataset if lab.learner else lab.dataset


def _learner(lab: Lab, *, fast: bool) -> Learner:
    """Return a copy of the reader's run, on the first images of its dataset."""
    learner = Learner(some(_dataset(lab), _TRAIN, _VALID), _config(lab), fast=fast)
    if lab.learner:
        learner.model.load_state_dict(lab.learner.model.state_dict())
        learner.lr = lab.learner.lr
    return learner


def _learn(lab: Lab) -> None:
    """Learn from one batch, measure, and see what all the losses say of another batch."""
    learner = _learner(lab, fast=False)
    next(learner.fit())
    learner.validate()
    xb, yb = next(iter(learner.valid_batches))
    with torch.no_grad():
        logits = learner.model(xb)
        for loss in LOSSES.values():
            loss(logits, yb)
        accuracy(logits, yb)
        probabilities(logits)


def _learn_fast(lab: Lab) -> None:
    learner = _learner(lab, fast=True)
    learner.gradients(*next(iter(learner.batches)))


def _read(lab: Lab) -> None:
    model = build_model(_config(lab), len(lab.dataset.classes))
    pixels(lab.learner.model if lab.learner else model, lab.sketch[None])


def _compare(lab: Lab) -> None:
    means = PixelSimilarity.of(lab.sample.train, lab.sample.classes)
    means.distances(lab.sketch[None])


_JOURNEYS: dict[str, Callable[[Lab], object]] = {
    "engine.fast_gradients": _learn_fast,
    "engine.forward": _read,
    "engine.inference.similarity": _compare,
    "engine.images.placing": lambda lab: digit_image(lab.sketch / 255),
    "engine.data.layout": lambda lab: plan(in_parts(_FILES), lab.sample.name, Watch(None, "")),
    "engine.data.splits": lambda lab: Split(lab.dataset.train.images, lab.dataset.train.labels),
}
