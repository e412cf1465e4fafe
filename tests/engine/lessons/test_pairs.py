"""Pairs of numbers and letters by hand, and images that keep their labels."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine import Dataset
from engine.errors import InkgradError
from engine.lessons.figures import Code, Figure, Outcome, Picture, Pictures, Table
from engine.lessons.lab import Lab

Show = Callable[..., tuple[Figure, ...]]


def test_the_chapters_example(show: Show) -> None:
    table, code, outcome, *_ = show("pairs")
    assert isinstance(code, Code)
    defined: dict[str, Any] = {}
    exec("\n".join(line.code for line in code.lines[:2]), defined)
    assert str(defined["pairs"]([1, 2, 3, 4], "abcd")) == code.lines[3].value
    assert code.lines[3].value == "[(1, 'a'), (2, 'b'), (3, 'c'), (4, 'd')]"
    assert isinstance(table, Table)
    assert table.rows[3] == ("3", "4", "d", "(4, 'd')")
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
    assert outcome.text == "Pairs: 4. Nothing is left over."


@pytest.mark.parametrize(
    ("numbers", "letters", "pairs", "dropped"), [("1 2 3", "ab", 2, 1), ("5", "abc", 1, 2)]
)
def test_the_longer_one_is_cut(
    show: Show, numbers: str, letters: str, pairs: int, dropped: int
) -> None:
    table, _, outcome, *_ = show("pairs", numbers=numbers, letters=letters)
    assert isinstance(table, Table)
    assert [row[3] for row in table.rows].count("") == dropped
    assert isinstance(outcome, Outcome)
    assert outcome.text.startswith(f"Pairs: {pairs}.")
    assert f"dropped from the other: {dropped}." in outcome.text


def test_letters_may_be_missing(show: Show) -> None:
    _, code, *_ = show("pairs", letters="")
    assert isinstance(code, Code)
    assert code.lines[3].value == "[]"


def test_an_image_keeps_its_label(show: Show, lab: Callable[..., Lab], few_digits: Dataset) -> None:
    *_, code, picture, _ = show("pairs", at=lab("pairs", dataset=few_digits), place=41)
    assert isinstance(picture, Picture)
    np.testing.assert_array_equal(picture.values, few_digits.train.images[41])
    assert isinstance(code, Code)
    label = few_digits.train.labels[41]
    assert [line.value for line in code.lines] == [
        "",
        "3000",
        "",
        f"(784,), {label}",
        f"'{few_digits.classes[label]}'",
    ]


def test_no_numbers(show: Show) -> None:
    with pytest.raises(InkgradError, match=r"“1\.5” is not a list of numbers"):
        show("pairs", numbers="1.5")


@pytest.mark.parametrize("shift", range(6))
def test_labels_that_are_moved_on_go_to_other_images(
    show: Show, lab: Callable[..., Lab], few_digits: Dataset, shift: int
) -> None:
    figures = show("pairs", at=lab("pairs", dataset=few_digits), shift=shift)
    (pictures,) = (figure for figure in figures if isinstance(figure, Pictures))
    _, outcome = (figure for figure in figures if isinstance(figure, Outcome))
    given = [picture.caption.removeprefix("label: ") for picture in pictures.pictures]
    truth = ["7"]  # the test image that stands in, the first of the validation set
    for picture in pictures.pictures[1:]:
        (row,) = np.flatnonzero((few_digits.valid.images == picture.values).all(axis=(1, 2)))
        truth.append(few_digits.classes[few_digits.valid.labels[row]])
    assert given == [truth[(place - shift) % 6] for place in range(6)]
    right = sum(a == b for a, b in zip(given, truth, strict=True))
    assert outcome.as_promised == (right == 6)
    assert outcome.text == (
        "All 6 images have the right label."
        if right == 6  # then there was nothing to notice
        else f"Images with a right label: {right} of 6. zip noticed nothing."
    )
    assert (right == 6) == (shift == 0)
