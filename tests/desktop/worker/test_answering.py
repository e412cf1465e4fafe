"""What an answerer says of a sketch, and of each digit where there are several."""

from types import SimpleNamespace

import numpy as np
import pytest

import engine
from desktop.worker import answering
from desktop.worker.answering import Answerer, Answering
from desktop.worker.messages import Kind, Source


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
