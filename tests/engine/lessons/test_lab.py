"""What an experiment works with: words and numbers in the reader's language."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module

import pytest

from engine.lessons.catalogue import load_lessons
from engine.lessons.figures import Figure, Graph, Outcome, Picture, Pictures, Plot, Table, Text
from engine.lessons.lab import Lab
from engine.words.numbers import NumberStyle
from tests.mostly_long import mostly_long

GERMAN = NumberStyle(point=",", group=".")
SHOWING = [
    lesson.name
    for lesson in load_lessons()
    if hasattr(import_module(f"engine.lessons.{lesson.name}"), "run")
]
_ENGLISH = re.compile(r"(?<![\d.])\d+\.(\d{1,2}|\d{4,})(?![\d.])|\b0\.\d")
MakeLab = Callable[..., Lab]


@pytest.fixture
def german(lab: MakeLab) -> Lab:
    """Return a bench whose words and numbers are German."""
    words = {"told": "{share:.1f} % von {count:,}", "bad": "„{typed}“ ist keine Zahl."}
    return replace(lab("bias", words=words), numbers=GERMAN)


def test_numbers_in_words_are_those_of_the_language(german: Lab) -> None:
    assert german.word("told", share=97.44, count=12396) == "97,4 % von 12.396"
    assert german.number(-0.5, "+.2f") == "-0,50"


def test_what_was_typed_is_shown_shortened(german: Lab) -> None:
    sentence = str(german.refusal("bad", typed="9" * 5000))
    assert sentence.startswith("„999")
    assert sentence.endswith("“ ist keine Zahl.")
    assert len(sentence) < 150


@pytest.mark.parametrize("name", mostly_long(SHOWING, range(0, 40, 5)))
def test_no_figure_has_an_english_number_in_german(
    name: str, lab: MakeLab, show: Callable[..., tuple[Figure, ...]]
) -> None:
    figures = show(name, replace(lab(name, language="de"), numbers=GERMAN))
    texts = [text for figure in figures for text in _texts(figure) if "lr=" not in text]  # Python
    found = [text for text in texts if _ENGLISH.search(text)]
    assert not found


def _texts(figure: Figure) -> Iterator[str]:
    """Give what a figure says; code and its values are Python."""
    match figure:
        case Text() | Outcome():
            yield figure.text
        case Table():
            yield from (figure.title, *figure.columns)
            yield from (cell for row in figure.rows for cell in row)
        case Graph():
            yield from (text for node in figure.nodes for text in (node.value, node.gradient))
        case Picture():
            yield figure.caption
        case Pictures():
            yield from (picture.caption for picture in figure.pictures)
        case Plot():
            yield from (figure.title, figure.x_label, figure.y_label)
            yield from (curve.name for curve in figure.curves)


@pytest.mark.parametrize(
    ("name", "settings", "said"),
    [
        ("zero_grad", {"calls": 1}, "After one call"),
        ("autograd", {"expression": "w"}, "A single part"),
    ],
)
def test_one_of_a_kind_is_no_plural(
    name: str, settings: dict[str, object], said: str, show: Callable[..., tuple[Figure, ...]]
) -> None:
    texts = [text for figure in show(name, **settings) for text in _texts(figure)]
    assert any(text.startswith(said) for text in texts), texts
