"""Runs that take no time, on real digits, and a store of their own."""

from collections.abc import Callable
from pathlib import Path

import pytest

import engine
from engine.runs.record import Outcome
from engine.runs.recording import Recording
from engine.runs.store import RunStore
from engine.words.message import Message


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture(scope="session")
def few(mnist_sample: engine.Dataset) -> engine.Dataset:
    """Return 200 3s and 7s to learn from, 82 to validate on."""
    parts = [
        engine.Split(split.images[::step], split.labels[::step])
        for split, step in ((mnist_sample.train, 62), (mnist_sample.valid, 25))
    ]
    return engine.Dataset(*parts, mnist_sample.classes, "few")


def no_problem(message: Message) -> None:
    raise AssertionError(message)


def follow(learner: engine.Learner, recording: Recording, batches: int = 10**9) -> list[object]:
    """Train until so many batches are done in all, and keep it."""
    told: list[object] = []
    for report in learner.fit():
        told.append(report)
        recording.add(report)
        if learner.step >= batches:
            break
    return told


Run = Callable[..., str]


@pytest.fixture
def keep(store: RunStore, few: engine.Dataset) -> Run:
    """Return a function that trains and keeps one whole run, and gives its id."""

    def run(**settings: object) -> str:
        usual: dict[str, object] = {"epochs": 2, "batch_size": 32}
        learner = engine.Learner(few, engine.TrainConfig(**usual | settings))
        recording = store.record(learner, "a test", no_problem)
        follow(learner, recording)
        recording.end(Outcome.FINISHED)
        recording.wait()
        return recording.folder.id

    return run
