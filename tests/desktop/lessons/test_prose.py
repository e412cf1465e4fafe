"""What is code is written as code in the lessons' sentences and tables, in each language."""

import re
from html import unescape

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.lessons.figures.prose import Prose, paragraph
from desktop.lessons.figures.table import TableView
from engine.lessons.catalogue import Lesson, load_lessons
from engine.lessons.figures import Table


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("shapes (28, 28), (3,) and ()", ["(28, 28)", "(3,)", "()"]),
        ("()", ["()"]),
        ("(1, 'a')", ["(1, 'a')"]),
        ("mnist_loss, w.grad, t[2:] and F.relu.", ["mnist_loss", "w.grad", "t[2:]", "F.relu"]),
        ("reshape(3, 3), step() and lr=0.1.", ["reshape(3, 3)", "step()", "lr=0.1"]),
        ("xb and xb.view(-1, 784)", ["xb", "xb.view(-1, 784)"]),
        ("fast.ai's, p(3), e.g. 0.1 × (−0.2), 1,010 and (0,5)", []),
    ],
)
def test_what_can_only_be_code_is_written_as_code(qapp: object, said: str, code: list[str]) -> None:
    assert spans(said, ("xb",)) == code


def spans(text: str, code: tuple[str, ...]) -> list[str]:
    """Return what of a text is written as code."""
    found = re.findall(r"<span[^>]*>(.*?)</span>", QLabel.text(paragraph(text, code=code)))
    return [unescape(each).replace("\u00a0", " ") for each in found]


def told(lesson: Lesson) -> dict[str, str]:
    """Return a lesson's texts by their places."""
    texts = {"title": lesson.title, "watch": lesson.watch, **lesson.words}
    for question in lesson.questions:
        texts |= {f"{question.number} ask": question.ask, f"{question.number} is": question.answer}
    for place, check in enumerate(lesson.checks):
        texts |= {f"{place} asks": check.question, f"{place} why": check.why}
        texts |= {f"{place}, {each}": words for each, words in enumerate(check.choices)}
    return texts


def test_code_is_the_same_in_both_languages(qapp: object) -> None:
    for lesson, other in zip(load_lessons(), load_lessons("de"), strict=True):
        translated = told(other)
        for place, text in told(lesson).items():
            here, there = spans(text, lesson.inline), spans(translated[place], other.inline)
            assert sorted(here) == sorted(there), (lesson.name, place)


def test_a_tables_cell_has_its_code_and_is_wide_enough_for_it(qtbot: QtBot) -> None:
    view = TableView()
    qtbot.addWidget(view)
    view.show_figure(Table(("part", "here"), (("`dls`", "`mlp`, 23,860 parameters"),)))
    shown = [label for label in view.findChildren(Prose) if "<span" in QLabel.text(label)]
    assert [label.text() for label in shown] == ["dls", "mlp, 23,860 parameters"]
    assert view.accessibleDescription() == "dls, mlp, 23,860 parameters"
    view.resize(view.minimumSizeHint())
    view.show()
    assert all(label.width() >= label.sizeHint().width() for label in shown)
