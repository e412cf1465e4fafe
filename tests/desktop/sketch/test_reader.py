"""The questions that go to the worker: one at a time, the newest sketch wins."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.sketch.document import SketchDocument
from desktop.sketch.reader import SketchReader
from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction

SOURCE = Source(Kind.STARTER, "mnist", ("3", "7"))
PREDICTION = Prediction("3", np.array([0.9, 0.1], np.float32), ("3", "7"))


class Desk:
    """A document, its reader, and lists of what came out of it."""

    def __init__(self) -> None:
        self.document = SketchDocument()
        self.reader = SketchReader(self.document, self.document)
        self.asked: list[tuple[int, np.ndarray]] = []
        self.answered: list[Reading] = []
        self.reader.question_asked.connect(
            lambda number, image, _: self.asked.append((number, image))
        )
        self.reader.answered.connect(self.answered.append)
        self.behind: list[int] = []  # how many answers there were by then
        self.reader.fell_behind.connect(lambda: self.behind.append(len(self.answered)))

    def draw(self, y: float) -> None:
        self.document.begin_stroke(0.2, y)
        self.document.extend_stroke(0.8, y + 0.1)
        self.document.finish_stroke()

    def reply(self) -> None:
        self.reader.on_reading(Reading(self.asked[-1][0], PREDICTION, SOURCE))


@pytest.fixture
def desk(qapp: object) -> Desk:
    return Desk()


def test_one_question_at_a_time_and_the_newest_wins(desk: Desk) -> None:
    for y in (0.2, 0.4, 0.6):
        desk.draw(y)
    assert len(desk.asked) == 1
    desk.reply()
    assert len(desk.asked) == 2  # about the whole sketch, not about each stroke in between
    np.testing.assert_array_equal(desk.asked[-1][1], desk.reader.image)
    desk.reply()
    assert len(desk.asked) == 2
    assert len(desk.answered) == 2


def test_an_answer_to_a_wiped_pad_is_dropped(desk: Desk) -> None:
    desk.draw(0.2)
    desk.document.clear()
    desk.reply()
    assert not desk.answered
    assert not desk.reader.is_waiting
    assert desk.reader.image is None


def test_an_empty_pad_is_never_asked_about(desk: Desk) -> None:
    desk.reader.refresh()
    desk.document.clear()
    assert not desk.asked


def test_without_a_model_the_next_stroke_asks_again(desk: Desk) -> None:
    desk.draw(0.2)
    desk.reader.on_reading(Reading(1, None, None))
    desk.draw(0.4)
    assert [number for number, _ in desk.asked] == [1, 2]


def test_what_is_wished_too_early_is_asked_a_moment_later(desk: Desk, qtbot: QtBot) -> None:
    desk.draw(0.2)
    while desk.reader.is_waiting:
        desk.reply()
    before = len(desk.asked)
    for _ in range(9):  # as the reports of quick batches come
        desk.reader.refresh()
    assert len(desk.asked) == before
    qtbot.waitUntil(lambda: len(desk.asked) == before + 1)
    np.testing.assert_array_equal(desk.asked[-1][1], desk.reader.image)


def test_an_answer_to_an_earlier_sketch_is_told_to_be_one(desk: Desk) -> None:
    desk.draw(0.2)
    desk.draw(0.4)
    desk.reply()
    assert desk.behind == [1]
    desk.reply()
    assert desk.behind == [1]
    desk.reader.ask_again()
    desk.reply()
    assert (len(desk.answered), desk.behind) == (3, [1])
