"""Question 15, read in the window."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader
from tests.mostly_long import mostly_long


def test_one_step_after_the_other(reader: Reader) -> None:
    reader.open_question(15)
    for step in range(7):
        code, *_ = reader.set("step", step)
        assert isinstance(code, Code)
        assert [line.now for line in code.lines].index(True) == step
        assert [outcome.as_promised for outcome in reader.outcomes] == [True] * (step in (4, 6))
    reader.check(2)
    assert 15 in reader.page.progress.done


@pytest.mark.parametrize("width", mostly_long([1093, 1600], {0}))
def test_the_steps_stand_clear_of_their_numbers(reader: Reader, width: int) -> None:
    reader.open_question(15)
    reader.page.window().resize(width, 800)
    reader.qtbot.waitUntil(lambda: reader.page.window().width() == width)
    reader.page.window().grab()  # lays it out
    view = reader.page.view
    labels = {label.text(): label for label in view.findChildren(QLabel)}
    answer = view.lesson.questions[0].answer.split("\n")
    assert len(answer) == 8
    lefts = set()
    for number, line in enumerate(answer[:7], 1):
        digit, words = labels[f"{number}."], labels[line.removeprefix(f"{number}. ")]
        assert 0 < words.geometry().left() - digit.geometry().right() < 12
        assert digit.geometry().top() == words.geometry().top()
        lefts.add(words.mapTo(view, QPoint()).x())
    assert len(lefts) == 1
    assert labels[answer[7]].geometry().left() == labels["1."].geometry().left()
