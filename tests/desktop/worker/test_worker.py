"""The worker by itself, without a window or a process: what goes wrong in it, and what it tells."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.worker.messages import (
    Kind,
    Origin,
    Outcome,
    Reading,
    RunRequest,
    RunStart,
    Source,
    Stretch,
)
from desktop.worker.worker import Worker
from engine.config import TrainConfig
from engine.errors import DataError, ModelFileError
from engine.inference.classifier import Classifier
from engine.learner import Learner

ONE_BATCH = RunRequest("mnist_sample", TrainConfig(epochs=1), Stretch.BATCH)
IMAGE = np.zeros((28, 28), np.uint8)
IMAGE[6:22, 13:16] = 255


@pytest.fixture
def worker() -> Iterator[Worker]:
    """Return a worker whose starter answers."""
    worker = Worker()
    worker.warm_up()
    yield worker
    worker.stop()


def test_what_nobody_expected_is_told_too(
    worker: Worker,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_down(learner: Learner, every: int = 1) -> None:
        raise RuntimeError("the abacus broke")

    monkeypatch.setattr(Learner, "fit", break_down)
    told: list[object] = []
    worker.failed.connect(told.append)
    worker.run_ended.connect(told.append)
    worker.start(ONE_BATCH)
    assert "the abacus broke" in str(told[0])
    assert told[1:] == [Outcome.FAILED]
    assert "the abacus broke" in caplog.text


def test_a_failed_answer_does_not_end_the_run(
    worker: Worker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(classifier: Classifier, image: np.ndarray) -> None:
        raise DataError("I can't read this.")

    monkeypatch.setattr(Classifier, "predict", refuse)
    with qtbot.waitSignal(worker.held):
        worker.start(ONE_BATCH)
    told: list[object] = []
    for signal in (worker.read, worker.failed, worker.run_ended):
        signal.connect(told.append)
    worker.answer(7, IMAGE)
    source = Source(Kind.RUN, "simple_net", ("3", "7"), run=1)
    assert told == [Reading(7, None, source), "I can't read this."]


def test_a_resting_run_is_read_with_its_newest_weights(worker: Worker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(worker.held):
        worker.start(ONE_BATCH)
    assert worker.learner is not None
    for _ in range(2):
        with qtbot.waitSignal(worker.read) as read:
            worker.answer(1, IMAGE)
        expected = worker.learner.predict(IMAGE).probabilities
        assert np.array_equal(read.args[0].prediction.probabilities, expected)
        with qtbot.waitSignal(worker.held):
            worker.go_on(Stretch.BATCH)


def test_a_run_that_learns_is_read_as_it_learns(worker: Worker, qtbot: QtBot) -> None:
    seen = set[bytes]()
    worker.start(RunRequest("mnist_sample", TrainConfig(epochs=1000)))

    def keep(reading: Reading) -> None:
        assert reading.prediction is not None
        seen.add(reading.prediction.probabilities.tobytes())

    worker.read.connect(keep)
    worker.reported.connect(lambda _: worker.answer(1, IMAGE))
    qtbot.waitUntil(lambda: len(seen) > 5)


def test_without_the_starter_pixel_similarity_answers(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def miss(name: str) -> None:
        raise ModelFileError("It isn't there.")

    monkeypatch.setattr(Classifier, "starter", miss)
    worker = Worker()
    with qtbot.waitSignal(worker.source_changed) as told:
        worker.warm_up()
    assert told.args[0].kind is Kind.SIMILARITY
    with qtbot.waitSignal(worker.read) as read:
        worker.answer(1, IMAGE)
    assert read.args[0].prediction.classes == ("3", "7")


def test_a_run_bears_the_name_and_the_origin_it_was_asked_for_with(
    worker: Worker, qtbot: QtBot
) -> None:
    name = "batches of 1"
    told: list[RunStart | Source] = []
    worker.run_started.connect(told.append)
    worker.source_changed.connect(told.append)
    with qtbot.waitSignal(worker.held):
        worker.start(RunRequest("mnist_sample", TrainConfig(), Stretch.BATCH, Origin.LESSON, name))
    start, source = told
    assert isinstance(start, RunStart)
    assert (start.number, start.origin, start.name) == (1, Origin.LESSON, name)
    assert isinstance(source, Source)
    assert (source.run, source.origin, source.run_name) == (1, Origin.LESSON, name)


def test_runs_are_counted_on(qtbot: QtBot) -> None:
    worker = Worker(runs=4)
    with qtbot.waitSignal(worker.run_started) as told:
        worker.start(ONE_BATCH)
    assert told.args[0].number == 5
    worker.stop()
