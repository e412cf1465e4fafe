"""When questions are answered that are asked while a run learns, or somebody draws."""

import threading
from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from torch import Tensor

from desktop.worker import answering, desk
from desktop.worker.questions import Waiting
from desktop.worker.to_window import Answered, QuestionEnded, RunEnded, RunStarted
from desktop.worker.to_worker import Ask, Stop
from engine.errors import DataError
from engine.fused_steps import FusedSteps
from engine.words.message import Message
from tests.desktop.worker.conftest import AtWork
from tests.desktop.worker.test_worker import LONG, steps


@pytest.fixture
def batch(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Return what the first batch sets when it begins, and what it waits for."""
    begun, may_end = threading.Event(), threading.Event()
    learn = FusedSteps.__call__

    def slowly(steps: FusedSteps, rates: Any, batches: Any) -> Tensor:
        begun.set()
        assert may_end.wait(60)
        return learn(steps, rates, batches)

    monkeypatch.setattr(FusedSteps, "__call__", slowly)
    yield begun, may_end
    may_end.set()


def test_a_question_waits_for_no_batch_that_lasts(
    hurried: AtWork, batch: tuple[threading.Event, threading.Event]
) -> None:
    """It looks at the learner as it was then: many questions aren't about it at all."""
    begun, may_end = batch
    hurried.wait_for(RunStarted, LONG)
    hurried.wait_until(begun.is_set)
    assert hurried.ask(steps) == [(0, 0.1)]
    hurried.wish(Stop())
    may_end.set()
    hurried.wait_for(RunEnded)


def test_no_question_overtakes_another(
    at_work: AtWork, batch: tuple[threading.Event, threading.Event], qapp: QApplication
) -> None:
    """After a run's last batch there is no fresh look any more, but everyone's turn."""
    begun, may_end = batch
    at_work.wait_for(RunStarted, LONG)
    at_work.wait_until(begun.is_set)
    for wish in (Stop(), Ask(1, steps)):
        at_work.wish(wish)
    at_work.worker.do(lambda: None)
    qapp.processEvents()  # the first is asked for sure, while it trains
    may_end.set()
    at_work.wait_for(RunEnded)
    at_work.wish(Ask(2, steps))
    at_work.wait_until(lambda: len(at_work.all(Answered)) == 2)
    assert [told.number for told in at_work.all(Answered)] == [1, 2]


def test_a_pen_that_moves_goes_before_questions(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(desk, "_REST", 1e9)
    monkeypatch.setattr(desk, "_LONGEST_REST_MS", 60_000)
    monkeypatch.setattr(answering, "_DRAWN_S", 60)
    at_work.desk.answer(1, lambda _: count())
    at_work.wait_until(lambda: len(at_work.all(Answered)) > 9)
    at_work.read()
    qapp.processEvents()
    before = len(at_work.all(Answered))
    for _ in range(100):
        qapp.processEvents()
    assert len(at_work.all(Answered)) == before  # it rests
    at_work.desk.answer(2, lambda _: count())
    qapp.processEvents()
    assert at_work.all(Answered)[-1] == Answered(2, 0)  # a new one begins at once
    at_work.desk.cancel(1)
    at_work.desk.cancel(2)


def test_a_long_turn_rests_a_tenth_of_a_second_at_most(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else Evaluate would stand still for a minute, where an answer takes long while one draws."""
    now_s = count(0, 10)
    monkeypatch.setattr(desk, "time", SimpleNamespace(perf_counter=lambda: next(now_s)))
    busy = desk.Desk(at_work.session, at_work.told.append, lambda: True)
    busy.answer(1, lambda _: count())
    busy._on_turn()
    assert busy._turns.interval() == 100
    busy.cancel(1)


def test_a_question_that_fails_says_why_and_the_others_go_on(qapp: QApplication) -> None:
    told: list[object] = []

    def fail(session: object) -> Iterator[object]:
        yield "a word"
        raise DataError("image_empty")

    desk_ = desk.Desk(lambda _: None, told.append, lambda: False)  # type: ignore[arg-type]
    desk_.answer(1, fail)
    desk_.answer(2, lambda _: iter(("one", Waiting.FOR_TURN, "two")))
    for _ in range(4):
        desk_._on_turn()
    problem = Message("image_empty")
    failed = [Answered(1, "a word"), QuestionEnded(1, problem)]
    went_on = [Answered(2, "one"), Answered(2, "two"), QuestionEnded(2, None)]
    assert [news for news in told if getattr(news, "number", 0) == 1] == failed
    assert [news for news in told if getattr(news, "number", 0) == 2] == went_on
    assert not desk_._turns.isActive()
