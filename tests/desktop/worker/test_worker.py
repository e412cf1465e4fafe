"""The worker by itself, without a window or a process: what goes wrong in it, and what it tells."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from torch import nn

from desktop.worker.messages import Kind, Origin, Outcome, RunRequest, Source, Stretch
from desktop.worker.questions import Session
from desktop.worker.to_window import (
    DatasetRefused,
    Failed,
    Reported,
    RunEnded,
    RunStarted,
    SourceChanged,
    StarterRead,
    StoodStill,
    Told,
    WasRead,
)
from desktop.worker.to_worker import GoOn, Pause, SetLr, Start, Stop
from desktop.worker.worker import Worker
from engine.config import TrainConfig
from engine.errors import DataError, ModelFileError
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.reports import StepReport
from engine.runs.recording import Recording, _Job
from engine.words.message import Message
from tests.desktop.worker.conftest import IMAGE, AtWork

ONE_BATCH = Start(RunRequest("mnist_sample", TrainConfig(epochs=1), Stretch.BATCH))
LONG = Start(RunRequest("mnist_sample", TrainConfig(epochs=100_000)))


def test_what_nobody_expected_is_told_too(
    at_work: AtWork,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def break_down(learner: Learner, every: int = 1) -> None:
        raise RuntimeError("the abacus broke")

    monkeypatch.setattr(Learner, "fit_when", break_down)
    assert at_work.wait_for(RunEnded, ONE_BATCH).outcome is Outcome.FAILED
    assert "the abacus broke" in str(at_work.all(Failed)[0].problem)
    assert "the abacus broke" in caplog.text


def test_data_that_a_run_has_begun_with_are_not_refused_later(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(learner: Learner, every: int = 1) -> None:
        raise DataError("image_empty")

    monkeypatch.setattr(Learner, "fit_when", fail)
    assert at_work.wait_for(RunEnded, ONE_BATCH).outcome is Outcome.FAILED
    assert at_work.all(Failed) == [Failed(Message("image_empty"))]
    assert not at_work.all(DatasetRefused)


def test_a_failed_answer_does_not_end_the_run(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(classifier: Classifier, image: np.ndarray) -> None:
        raise DataError("image_empty")

    monkeypatch.setattr(Classifier, "predict", refuse)
    at_work.hold(ONE_BATCH)
    reading = at_work.read().reading
    assert reading.prediction is None
    assert reading.source == Source(Kind.RUN, "simple_net", ("3", "7"), run=1)
    at_work.wait_until(lambda: at_work.all(Failed) == [Failed(Message("image_empty"))])
    assert not at_work.all(RunEnded)


def test_the_starters_opinion_follows_the_answer_of_one_that_knows_few(at_work: AtWork) -> None:
    at_work.read()  # by the starter itself, that needs no second opinion
    at_work.hold(ONE_BATCH)
    number = at_work.read().reading.number
    at_work.wait_until(lambda: bool(at_work.all(StarterRead)))
    opinion = at_work.all(StarterRead)[0].reading
    assert opinion.number == number
    assert opinion.prediction is not None
    assert len(opinion.prediction.classes) == 10
    kinds = [type(told) for told in at_work.told]
    assert kinds.index(StarterRead) > kinds.index(RunStarted)
    assert kinds[kinds.index(StarterRead) - 1] is WasRead


def test_a_resting_run_is_read_with_its_newest_weights(at_work: AtWork) -> None:
    at_work.hold(ONE_BATCH)
    seen = set[bytes]()
    for _ in range(3):
        read = at_work.read().reading.prediction
        assert read is not None
        at_work.ask(steps)  # takes a fresh look at the learner
        learner = at_work.session().learner
        assert learner is not None
        assert np.array_equal(read.probabilities, learner.predict(IMAGE).probabilities)
        seen.add(read.probabilities.tobytes())
        at_work.wait_for(StoodStill, GoOn(Stretch.BATCH))
    assert len(seen) == 3


def test_a_run_that_learns_is_read_as_it_learns(at_work: AtWork) -> None:
    at_work.wait_for(RunStarted, LONG)
    seen = set[bytes]()
    while len(seen) < 5:
        prediction = at_work.read().reading.prediction
        assert prediction is not None
        seen.add(prediction.probabilities.tobytes())


def test_a_paused_run_learns_nothing_and_goes_on(at_work: AtWork) -> None:
    at_work.wait_for(Reported, LONG)
    at_work.wish(Pause())
    step, lr = at_work.ask(steps)[0]
    assert at_work.ask(steps)[0] == (step, lr)
    at_work.wish(SetLr(0.25))
    at_work.wait_for(StoodStill, GoOn(Stretch.BATCH))
    assert at_work.ask(steps) == [(step + 1, 0.25)]


def test_questions_see_a_run_that_learns_in_one_piece(at_work: AtWork) -> None:
    at_work.wait_for(Reported, LONG)
    steps_seen = set[int]()
    while len(steps_seen) < 4:
        step, learners, answering = at_work.ask(steps_and_weights)[0]
        assert learners == answering
        steps_seen.add(step)


def test_every_loss_is_told_once(at_work: AtWork) -> None:
    at_work.wait_for(RunStarted, LONG)
    at_work.wait_until(lambda: len(at_work.all(Reported)) > 20)
    at_work.end()
    reports = [report for told in at_work.all(Reported) for report in told.reports]
    losses = sum(len(report.losses) for report in reports if isinstance(report, StepReport))
    last = [report.step for report in reports if isinstance(report, StepReport)][-1]
    assert losses == last  # none is lost, and none told twice


def test_without_the_starter_pixel_similarity_answers(
    idle: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    def miss(name: str) -> None:
        raise ModelFileError("model_unreadable", file="starter", reason=Message("ENOENT"))

    monkeypatch.setattr(Classifier, "starter", miss)
    idle.begin()
    prediction = idle.read().reading.prediction
    assert idle.all(SourceChanged)[0].source.kind is Kind.SIMILARITY
    assert prediction is not None
    assert prediction.classes == ("3", "7")
    assert idle.session().classifier is None


def test_a_run_bears_the_name_and_the_origin_it_was_asked_for_with(at_work: AtWork) -> None:
    name = "batches of 1"
    start = Start(RunRequest("mnist_sample", TrainConfig(), Stretch.BATCH, Origin.LESSON, name))
    at_work.hold(start)
    run, source = at_work.all(RunStarted)[0].run, at_work.all(SourceChanged)[-1].source
    assert (run.number, run.origin, run.name) == (1, Origin.LESSON, name)
    assert run.id == ""  # it isn't kept, as the reader's are
    assert (source.run, source.origin, source.run_name) == (1, Origin.LESSON, name)


def test_runs_are_counted_on(at_work: AtWork) -> None:
    told: list[Told] = []
    assert Worker(told.append, runs=4)._runs == 4
    at_work.hold(ONE_BATCH)
    at_work.end()
    at_work.hold(ONE_BATCH)
    assert [told.run.number for told in at_work.all(RunStarted)] == [1, 2]
    assert all(told.run.id for told in at_work.all(RunStarted))


def test_stop_is_obeyed_in_a_validation_and_what_was_learned_is_kept(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A validation may take seconds: it is left to itself, the weights are those before it."""
    validates, may_end = threading.Event(), threading.Event()
    validate = Learner.validate

    def slowly(learner: Learner) -> tuple[float, float]:
        validates.set()
        assert may_end.wait(60)
        return validate(learner)

    monkeypatch.setattr(Learner, "validate", slowly)
    at_work.wait_for(RunStarted, LONG)
    at_work.wait_until(validates.is_set)
    assert at_work.wait_for(RunEnded, Stop()).outcome is Outcome.STOPPED
    told = len(at_work.all(Reported))
    step, _ = at_work.ask(steps)[0]
    assert step == 49  # the epoch's batches
    assert (
        sum(len(report.losses) for news in at_work.all(Reported) for report in news.reports) == 49
    )
    assert 1 in at_work.session().kept
    at_work.hold(ONE_BATCH)  # the next run doesn't wait for it either
    may_end.set()
    at_work.end()
    at_work.worker.threads.end()
    reports = [report for news in at_work.all(Reported)[told:] for report in news.reports]
    assert len(reports) == 1, "a run that was left goes on reporting"


@pytest.mark.parametrize("slow", ["its validation", "its last writing"])
def test_a_run_is_continued_whose_end_is_not_on_the_disk_yet(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch, slow: str
) -> None:
    is_slow, may_end = threading.Event(), threading.Event()
    validate, write = Learner.validate, Recording._write_down

    def hold_up() -> None:
        is_slow.set()
        assert may_end.wait(60)

    def validate_slowly(learner: Learner) -> tuple[float, float]:
        hold_up()
        return validate(learner)

    def write_slowly(recording: Recording, job: _Job) -> None:
        if job.outcome:
            hold_up()
        write(recording, job)

    if slow == "its validation":
        monkeypatch.setattr(Learner, "validate", validate_slowly)
    else:
        monkeypatch.setattr(Recording, "_write_down", write_slowly)
    run = at_work.wait_for(RunStarted, LONG).run
    if slow == "its validation":
        at_work.wait_until(is_slow.is_set)
    at_work.end()
    at_work.wait_until(is_slow.is_set)
    at_work.wish(Start(replace(LONG.request, continues=run.id)))
    threading.Timer(0.3, may_end.set).start()
    again = at_work.wait_for(RunStarted).run
    assert again.id == run.id
    assert not at_work.all(Failed)


def steps(session: Session) -> Iterator[object]:
    learner = session.learner
    assert learner is not None
    yield learner.step, learner.lr


def steps_and_weights(session: Session) -> Iterator[object]:
    learner, classifier = session.learner, session.classifier
    assert learner is not None
    assert classifier is not None
    yield learner.step, weights(learner.model), weights(classifier.model)


def weights(model: nn.Module) -> bytes:
    return next(model.parameters()).detach().numpy().tobytes()
