"""Question 15, read in the window."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_one_step_after_the_other(reader: Reader) -> None:
    reader.open_question(15)
    for step in range(7):
        code, *_ = reader.set("step", step)
        assert isinstance(code, Code)
        assert [line.now for line in code.lines].index(True) == step
        assert [outcome.as_promised for outcome in reader.outcomes] == [True] * (step in (4, 6))
    reader.check(2)
    assert 15 in reader.page.progress.done


def test_the_steps_stand_clear_of_their_numbers(reader: Reader) -> None:
    reader.open_question(15)
    view = reader.page.view
    labels = {label.text(): label for label in view.findChildren(QLabel)}
    answer = view.lesson.questions[0].answer.split("\n")
    assert len(answer) == 8
    lefts = set()
    for number, line in enumerate(answer[:7], 1):
        digit, words = labels[f"{number}."], labels[line.removeprefix(f"{number}. ")]
        assert digit.geometry().right() < words.geometry().left()
        assert digit.geometry().top() == words.geometry().top()
        lefts.add(words.mapTo(view, QPoint()).x())
    assert len(lefts) == 1
    assert labels[answer[7]].geometry().left() == labels["1."].geometry().left()
