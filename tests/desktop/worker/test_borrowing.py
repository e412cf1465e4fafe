"""Whose network answers for the sketch: a run that isn't the reader's borrows it, and no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.training.model_questions import forget, open_model, restore, use_starter
from desktop.worker.messages import Kind, Origin, Outcome, RunRequest, RunStart, Source, Stretch
from desktop.worker.questions import Session
from desktop.worker.to_window import (
    Advised,
    ModelKept,
    QuestionEnded,
    Reported,
    RunEnded,
    RunStarted,
    SourceChanged,
)
from desktop.worker.to_worker import Ask, GiveBack, GoOn, Pause, SetLr, Start
from engine.config import TrainConfig
from engine.inference.classifier import Classifier
from engine.learner import Learner
from engine.runs.record import Outcome as Kept
from engine.runs.store import RunStore
from tests.desktop.worker.conftest import AtWork
from tests.mostly_long import mostly_long

BATCH = Stretch.BATCH


def start(origin: Origin, stretch: Stretch = BATCH, **settings: object) -> Start:
    name = "" if origin is Origin.READER else "batches of 1"
    config = TrainConfig(**{"epochs": 1, **settings})
    return Start(RunRequest("mnist_sample", config, stretch, origin, name))


def finish(at_work: AtWork, wish: Start) -> RunStart:
    """Do a whole run; return how it began."""
    assert at_work.wait_for(RunEnded, wish).outcome is Outcome.FINISHED
    return at_work.all(RunStarted)[-1].run


def answering(at_work: AtWork) -> Source:
    source = at_work.read().reading.source
    assert source is not None
    assert source == at_work.all(SourceChanged)[-1].source, "the window believes another"
    return source


def answer(at_work: AtWork) -> bytes:
    prediction = at_work.read().reading.prediction
    assert prediction is not None
    return prediction.probabilities.tobytes()


def learners(session: Session) -> Iterator[object]:
    learner, classifier = session.learner, session.classifier
    assert classifier is not None
    yield learner.config.batch_size if learner else None, classifier.card.config.batch_size


WHOLE = Stretch.RUN


def test_a_lessons_run_borrows_the_answer_until_it_is_given_back(at_work: AtWork) -> None:
    finish(at_work, start(Origin.READER, WHOLE, batch_size=128))
    mine, before = answering(at_work), answer(at_work)
    at_work.hold(start(Origin.LESSON, batch_size=64))
    source = answering(at_work)
    assert (source.origin, source.run, source.run_name) == (Origin.LESSON, 2, "batches of 1")
    assert at_work.ask(learners) == [(64, 64)]
    at_work.end()
    assert answering(at_work).origin is Origin.LESSON  # it goes on answering until then
    assert answer(at_work) != before
    at_work.wait_for(SourceChanged, GiveBack())
    assert answering(at_work) == mine
    assert answer(at_work) == before
    assert at_work.ask(learners) == [(128, 128)]
    kept = [(told.model.source.run, told.is_own) for told in at_work.all(ModelKept)]
    assert kept == [(1, True), (2, False)]  # where the process dies, the next has them back so


def test_a_run_goes_on_unheard_where_the_answer_is_given_back(at_work: AtWork) -> None:
    starter = answering(at_work)
    at_work.wait_for(Reported, start(Origin.LESSON, WHOLE, epochs=100_000))
    assert answering(at_work).origin is Origin.LESSON
    at_work.wait_for(SourceChanged, GiveBack())
    at_work.wait_for(Reported)
    assert answering(at_work) == starter
    at_work.end()
    assert answering(at_work) == starter
    assert at_work.session().learner is None


@pytest.mark.parametrize("origin", mostly_long([Origin.LESSON, Origin.DRAWINGS], {0}))
def test_an_opened_model_is_kept_aside_whole(
    at_work: AtWork, origin: Origin, tmp_path: Path
) -> None:
    Classifier.starter("mnist_sample").save(tmp_path / "mine.safetensors")
    at_work.ask(open_model(tmp_path / "mine.safetensors"))
    mine, before = answering(at_work), answer(at_work)
    assert mine.kind is Kind.FILE
    at_work.hold(start(origin))
    for _ in range(3):  # its weights are renewed, and they are its own
        answer(at_work)
        at_work.wish(GoOn(BATCH))
    at_work.end()
    at_work.wait_for(SourceChanged, GiveBack())
    assert answering(at_work) == mine
    assert answer(at_work) == before


def test_a_model_that_is_opened_answers_while_a_run_goes_on_borrowing(at_work: AtWork) -> None:
    at_work.wait_for(Reported, start(Origin.LESSON, WHOLE, epochs=100_000))
    answer(at_work)
    at_work.ask(use_starter)
    starter = answer(at_work)
    for _ in range(5):  # the run shows newer weights, which nobody reads with
        at_work.wait_for(Reported)
        assert answer(at_work) == starter
        assert answering(at_work).kind is Kind.STARTER


def test_the_readers_next_run_takes_the_answer_back(at_work: AtWork) -> None:
    finish(at_work, start(Origin.LESSON, WHOLE))
    at_work.hold(start(Origin.READER))
    assert answering(at_work).origin is Origin.READER
    at_work.end()
    at_work.wait_for(SourceChanged, GiveBack())  # there is nothing to give back
    assert answering(at_work).run == 2


def test_a_diverged_lesson_is_no_diverged_reader(at_work: AtWork) -> None:
    finish(at_work, start(Origin.READER, WHOLE))
    mine = answering(at_work)
    wild = start(Origin.LESSON, WHOLE, model="mlp", lr=100.0, epochs=40, loss="cross_entropy")
    assert at_work.wait_for(RunEnded, wild).outcome is Outcome.FAILED
    assert len(at_work.all(Advised)) == 1
    source = answering(at_work)
    assert (source.diverged, source.origin) == (True, Origin.LESSON)
    assert 2 not in at_work.session().kept
    at_work.wait_for(SourceChanged, GiveBack())
    assert answering(at_work) == mine
    assert not mine.diverged


def test_a_diverged_run_of_the_reader_answers_and_says_so(at_work: AtWork) -> None:
    wild = start(Origin.READER, WHOLE, model="mlp", lr=100.0, epochs=40, loss="cross_entropy")
    at_work.wait_for(RunEnded, wild)
    source = answering(at_work)
    assert (source.diverged, source.run) == (True, 1)
    assert at_work.session().kept == {}
    at_work.worker.threads.wait_for_keeping((1,))
    kept = RunStore().open(at_work.all(RunStarted)[-1].run.id).record()
    assert kept.outcome is Kept.DIVERGED
    finish(at_work, start(Origin.READER, WHOLE))
    assert not answering(at_work).diverged


@pytest.mark.parametrize("origin", mostly_long(Origin, {0}))
def test_a_half_made_model_never_answers(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch, origin: Origin
) -> None:
    first = finish(at_work, start(origin, WHOLE, batch_size=128))
    mine, before, was = answering(at_work), answer(at_work), at_work.ask(learners)

    def break_down(learner: Learner) -> None:
        raise RuntimeError("the abacus broke")

    monkeypatch.setattr(Learner, "validate", break_down)
    assert at_work.wait_for(RunEnded, start(origin, WHOLE)).outcome is Outcome.FAILED
    assert answering(at_work) == mine
    assert answer(at_work) == before
    assert list(at_work.session().kept) == [first.number]
    assert at_work.ask(learners) == was


def test_data_that_are_lost_change_nothing(at_work: AtWork, tmp_path: Path) -> None:
    mine = answering(at_work)
    lost = Start(RunRequest(tmp_path / "nowhere", TrainConfig()))
    assert at_work.wait_for(RunEnded, lost).outcome is Outcome.FAILED
    assert answering(at_work) == mine
    assert not at_work.all(RunStarted)


def test_a_certain_run_can_be_asked_about(at_work: AtWork) -> None:
    mine = finish(at_work, start(Origin.READER, WHOLE, batch_size=128))
    lesson = finish(at_work, start(Origin.LESSON, WHOLE, batch_size=64))

    def sizes(session: Session) -> Iterator[object]:
        found = [session.learner_of(number) for number in (mine.number, lesson.number, 3)]
        yield [learner and learner.config.batch_size for learner in found]

    assert at_work.ask(sizes) == [[128, 64, None]]
    finish(at_work, start(Origin.LESSON, WHOLE, batch_size=32))
    assert at_work.ask(sizes) == [[128, None, 32]]
    at_work.ask(forget([mine]))
    assert at_work.ask(sizes) == [[None, None, 32]]
    assert list(at_work.session().kept) == [2, 3]


def test_a_restored_run_bears_its_own_name(at_work: AtWork) -> None:
    run = finish(at_work, start(Origin.DRAWINGS, WHOLE))
    at_work.wait_for(SourceChanged, GiveBack())
    at_work.ask(restore(run, 1, run.batches))
    source = answering(at_work)
    assert (source.run, source.origin, source.epoch) == (1, Origin.READER, 1)
    at_work.wait_for(SourceChanged, GiveBack())
    assert answering(at_work) == source  # the reader has chosen it: nothing is borrowed


def test_the_next_run_may_be_wished_for_as_soon_as_one_has_ended(at_work: AtWork) -> None:
    for number in range(1, 4):
        assert finish(at_work, start(Origin.LESSON, WHOLE)).number == number
    at_work.wish(Pause())  # there is no run: nothing happens
    at_work.wish(SetLr(1.0))
    assert answering(at_work).run == 3


def test_a_model_whose_weights_are_too_large_to_answer_is_refused(
    at_work: AtWork, tmp_path: Path
) -> None:
    huge = Classifier.starter("mnist_sample")
    next(huge.model.parameters()).data.fill_(3e38)  # its answers would be NaN
    huge.save(tmp_path / "huge.safetensors")
    before = answering(at_work)
    ended = at_work.wait_for(QuestionEnded, Ask(1, open_model(tmp_path / "huge.safetensors")))
    assert ended.problem is not None
    assert ended.problem.code == "model_diverged"
    assert answering(at_work) == before
