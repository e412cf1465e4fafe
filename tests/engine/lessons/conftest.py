"""The bench of the lessons' tests: a real Lab with the English words of a lesson."""

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine import Classifier, Dataset, Learner, TrainConfig
from engine.errors import TrainingDiverged
from engine.lessons.catalogue import Lesson, load_lessons
from engine.lessons.controls import Value, at_first
from engine.lessons.figures import Controls, Figure
from engine.lessons.lab import Lab, RunRecord
from engine.models import build_model
from engine.reports import EpochReport, StepReport
from engine.words.numbers import ENGLISH, NumberStyle

MakeLab = Callable[..., Lab]
Show = Callable[..., tuple[Figure, ...]]
NOT_INSTALLED = "torch.fx.experimental.symbolic_shapes"  # what asks for torch's compiler imports it
Fit = Callable[[Dataset, TrainConfig], tuple[RunRecord, Learner]]


@cache
def texts(language: str = "en") -> dict[str, Lesson]:
    """Return all lessons' texts, by name."""
    return {lesson.name: lesson for lesson in load_lessons(language)}


@pytest.fixture(scope="session")
def starter() -> Classifier:
    """Return the network that reads the sketch in a fresh window."""
    return Classifier.starter("mnist")


@pytest.fixture(scope="session")
def lab(mnist_sample: Dataset, starter: Classifier) -> MakeLab:
    """Return a function that builds a Lab: `lab("sgd", sketch=image, dataset=mnist, ...)`.

    Without a sketch the pad is empty, and a test digit takes its place.
    """

    def make(
        name: str,
        sketch: NDArray[np.uint8] | None = None,
        learner: Learner | None = None,
        dataset: Dataset = mnist_sample,
        classifier: Classifier | None = starter,
        words: dict[str, str] | None = None,
        language: str = "en",
        numbers: NumberStyle = ENGLISH,
    ) -> Lab:
        return Lab(
            sketch=mnist_sample.valid.images[0] if sketch is None else sketch,
            is_drawn=sketch is not None,
            dataset=dataset,
            sample=mnist_sample,
            learner=learner,
            classifier=classifier,
            words=texts(language)[name].words if words is None else words,
            numbers=numbers,
        )

    return make


@pytest.fixture(scope="session")
def show(lab: MakeLab) -> Show:
    """Return a function that runs an experiment: `show("view", place=3)` gives its last figures.

    Controls stand at their start unless they are named, and their places are left out. `at` is a
    Lab in place of a plain one.
    """

    def run(name: str, at: Lab | None = None, **values: Value) -> tuple[Figure, ...]:
        module = import_module(f"engine.lessons.{name}")
        started = at_first(module.CONTROLS)
        assert values.keys() <= started.keys()
        figures: tuple[Figure, ...] = ()
        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(sys.modules, NOT_INSTALLED, None)
            for figures in module.run(at or lab(name), started | values):
                assert figures
        return tuple(figure for figure in figures if not isinstance(figure, Controls))

    return run


@pytest.fixture(scope="session")
def fit() -> Fit:
    """Return a function that trains with the real engine and keeps what the window would."""

    def train(dataset: Dataset, config: TrainConfig) -> tuple[RunRecord, Learner]:
        learner = Learner(dataset, config)
        losses: list[float] = []
        epochs: list[EpochReport] = []
        diverged = False
        try:
            for report in learner.fit():
                if isinstance(report, StepReport):
                    losses += report.losses.tolist()
                else:
                    epochs.append(report)
        except TrainingDiverged:
            diverged = True
        first = build_model(config, len(dataset.classes)).parameters()
        pairs = zip(first, learner.model.parameters(), strict=True)
        moved = any(not torch.equal(before, after) for before, after in pairs)
        return RunRecord(np.array(losses, np.float32), tuple(epochs), diverged, moved), learner

    return train
