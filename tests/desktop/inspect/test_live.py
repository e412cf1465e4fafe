"""A question that is asked again and again, with nobody to answer but the test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.inspect.live import LiveQuestion
from desktop.inspect.passing import LivePassage
from desktop.sketch.document import SketchDocument
from desktop.sketch.reader import SketchReader
from desktop.worker.messages import Loss
from desktop.worker.questions import Question, Questions, Session
from desktop.worker.to_window import WentThrough
from desktop.worker.to_worker import SendThrough
from tests.desktop.by_hand import wishes


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


def test_a_passage_is_asked_for_anew_where_it_is_too_old_or_its_worker_is_gone(
    watched: QWidget, qtbot: QtBot
) -> None:
    model = AppModel()
    live = LivePassage(model.link, SketchReader(SketchDocument()), watched)

    def is_asked(times: int) -> bool:
        return len(wishes(model, SendThrough)) == times

    live.refresh()
    watched.show()
    assert is_asked(0)
    live.refresh()
    qtbot.waitUntil(lambda: is_asked(1))
    model.link.went_through.emit(WentThrough(None, ()))
    assert not live._asking.is_wished
    live.refresh()
    qtbot.waitUntil(lambda: is_asked(2))
    live.refresh()  # the sketch went on
    model.link.went_through.emit(WentThrough(None, ()))
    qtbot.waitUntil(lambda: is_asked(3))
    model.link.lost.emit(Loss.BROKE_DOWN)
    qtbot.waitUntil(lambda: is_asked(4))
