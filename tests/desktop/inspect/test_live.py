"""A question that is asked again and again, with nobody to answer but the test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.inspect.live import LiveQuestion
from desktop.worker.questions import Question, Questions, Session


def say(session: Session) -> Iterator[object]:
    yield "word"


@pytest.fixture
def watched(qtbot: QtBot) -> QWidget:
    """Return what must be seen for the question to be asked."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def questions(watched: QWidget) -> Questions:
    return Questions(watched)


@pytest.fixture
def asked(questions: Questions) -> list[int]:
    """Return the numbers of what was asked."""
    numbers: list[int] = []
    questions.answer_requested.connect(lambda number, _: numbers.append(number))
    return numbers


def ask() -> Question:
    return say


def test_one_is_on_its_way_and_the_next_follows_eight_times_a_second(
    watched: QWidget, questions: Questions, asked: list[int], qtbot: QtBot
) -> None:
    live = LiveQuestion(questions, watched, ask)
    live.refresh()
    assert asked == []  # nobody sees it
    watched.show()
    for _ in range(3):
        live.refresh()
    assert asked == [1]
    questions.on_answered(1, "word")
    questions.on_ended(1, "")
    assert asked == [1]
    assert 0 < live._later.interval() <= 125
    qtbot.waitUntil(lambda: asked == [1, 2])
    with qtbot.waitSignal(live.failed):
        questions.on_ended(2, "It went wrong.")
    assert not live._later.isActive()  # nobody wants more


def test_after_a_failure_it_is_asked_again_where_that_is_wanted(
    watched: QWidget, questions: Questions, asked: list[int]
) -> None:
    live = LiveQuestion(questions, watched, ask, every_ms=0)
    watched.show()
    live.refresh()
    live.refresh()
    questions.on_ended(1, "It went wrong.")
    assert asked == [1, 2]


def test_where_there_is_nothing_to_ask_the_next_wish_is_heard(
    watched: QWidget, questions: Questions, asked: list[int]
) -> None:
    made: list[Question | None] = [None, say]
    live = LiveQuestion(questions, watched, lambda: made.pop(0))
    watched.show()
    live.refresh()
    assert asked == []
    live.refresh()
    assert asked == [1]
