"""What an answerer says of a sketch, and of each digit where there are several."""

from types import SimpleNamespace

import numpy as np
import pytest

import engine
from desktop.worker import answering
from desktop.worker.answering import Answerer, Answering, epoch_and_batch
from desktop.worker.messages import Kind, Source
from engine.inference.similarity import PixelSimilarity


def test_each_digit_of_several_is_answered_beside_the_chosen_one(
    mnist_sample: engine.Dataset,
) -> None:
    three, seven = (
        mnist_sample.valid.images[np.flatnonzero(mnist_sample.valid.labels == label)[0]]
        for label in (0, 1)
    )
    starter = engine.Classifier.starter("mnist")
    answerer = Answerer.fixed(starter, Source(Kind.STARTER, "mnist", starter.classes))
    reading = answerer.read(4, seven, (three, seven))
    assert reading.prediction is not None
    assert (reading.number, reading.prediction.label) == (4, "7")
    assert [answer.label for answer in reading.digits] == ["3", "7"]
    assert answerer.read(5, seven).digits == ()


def test_a_run_s_answers_name_its_epoch_and_what_never_changes_is_kept() -> None:
    starter = engine.Classifier.starter("mnist")
    fixed = Answerer.fixed(starter, Source(Kind.STARTER, "mnist", starter.classes))
    assert fixed.classifier is starter  # so that questions may look at it
    run = Answerer(starter, Source(Kind.RUN, "mlp", starter.classes, epoch=0))
    run.look_through()
    run.renew(starter, 3)
    assert (run.source.epoch, run.was_asked, run.classifier) == (3, False, None)
    run.settle(starter, 4, diverged=True)
    assert (run.source.epoch, run.source.diverged, run.classifier) == (4, True, starter)


def test_a_network_that_was_not_measured_at_its_epochs_end_is_beyond_that(
    mnist_sample: engine.Dataset,
) -> None:
    config = engine.TrainConfig(model="linear", epochs=1, batch_size=len(mnist_sample.train))
    learner = engine.Learner(mnist_sample, config)
    assert [epoch_and_batch(learner) for _ in learner.fit()] == [(0, 1), (1, 0)]


def nobody(run: int | None = None) -> Answerer:
    """Return an answerer that is told apart, and need not read."""
    means = PixelSimilarity(np.zeros((2, 28, 28), np.float32), ("3", "7"))
    return Answerer(means, Source(Kind.RUN, "mlp", ("3", "7"), run=run))


def test_a_moment_goes_before_a_lesson_and_that_before_the_reader_s_own() -> None:
    who, own, lesson, moment = Answering(), nobody(run=1), nobody(run=2), nobody(run=3)
    who.set_own(own)
    who.show_moment(moment)
    who.begin(lesson, borrows=True)
    assert who.current is lesson  # which is trained now
    who.show_moment(moment)
    assert who.current is moment
    who.show_moment(None)
    assert who.current is lesson
    other = nobody(run=4)
    who.begin(other, borrows=True)
    assert who.current is other
    who.withdraw(other)  # it failed
    assert who.current is lesson
    who.give_back()
    assert who.current is own
    who.show_moment(moment)
    who.set_own(other)
    assert who.current is other


def test_the_starter_s_opinion_is_told_beside_those_who_know_few_digits() -> None:
    who, blank = Answering(), np.zeros((28, 28), np.uint8)
    few = nobody()
    who.set_own(few)
    assert who.second_opinion(few.read(1, blank), blank) is None  # there is no starter
    starter = engine.Classifier.starter("mnist")
    for kind in (Kind.STARTER, Kind.RUN):
        all_ten = Answerer.fixed(starter, Source(kind, "mnist", starter.classes))
        who.set_own(all_ten)
        assert who.second_opinion(all_ten.read(1, blank), blank) is None
    opinion = who.second_opinion(few.read(2, blank), blank)
    assert opinion is not None
    assert opinion.source is not None
    assert (opinion.number, opinion.source.kind) == (2, Kind.STARTER)


def test_a_pen_is_down_for_a_tenth_of_a_second_after_each_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Questions wait that long: no longer, as nobody draws any more."""
    now_s = [100.0]
    monkeypatch.setattr(answering, "time", SimpleNamespace(monotonic=lambda: now_s[0]))
    who = Answering()
    assert not who.is_drawn
    who.begin_reading()
    now_s[0] += 0.05
    assert who.is_drawn
    now_s[0] += 0.1
    assert not who.is_drawn
