"""What the page Data says of a dataset's origin and of how even its classes are."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.data.description_words import count_words, origin_words
from engine.data.description import ClassCount, Description


def describe(name: str) -> Description:
    counts = (ClassCount("3", 100, 10), ClassCount("7", 50, 10))
    return Description(name, "", None, counts, 32.6, ())


@pytest.mark.parametrize(
    ("name", "origin"),
    [
        ("mnist_sample", "Comes with Inkgrad"),
        ("my_drawings", "Your own drawings"),
        ("my_drawings+mnist", "Your own drawings, and another dataset"),
    ],
)
def test_what_needs_no_file_says_where_it_is_from(qtbot: QtBot, name: str, origin: str) -> None:
    assert origin_words(describe(name)) == origin


def test_shares_are_written_as_everywhere(qtbot: QtBot) -> None:
    assert "2 classes; smallest class: 50 % of the largest" in count_words(describe("mnist"))
