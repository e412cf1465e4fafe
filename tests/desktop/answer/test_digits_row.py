"""The row of digits: what each chip says, and that a dozen of them widens nothing."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.answer.digits_row import DigitsRow
from engine.inference.prediction import Prediction

IMAGES = [np.full((28, 28), shade, np.uint8) for shade in range(12)]


@pytest.fixture
def row(qtbot: QtBot) -> DigitsRow:
    row = DigitsRow()
    qtbot.addWidget(row)
    row.resize(360, row.height())
    row.show()
    return row


def answer(label: str, share: float, *, known: bool = True) -> Prediction:
    classes = ("3", "7")
    shares = (share, 1 - share) if label == "3" else (1 - share, share)
    return Prediction(label, np.array(shares, np.float32), classes, known)


def test_each_digit_says_what_it_is_and_how_sure(row: DigitsRow) -> None:
    row.show_digits(IMAGES[:3], 1)
    said = (answer("7", 0.9998), answer("3", 0.998), answer("3", 0.7, known=False))
    row.show_answers(said)
    assert [chip.accessibleName() for chip in row.chips] == [
        "Digit 1: 7, 100 % sure",
        "Digit 2: 3, 99 % sure",  # less than all is never 100
        "Digit 3: ?",
    ]
    assert row.accessibleDescription() == "7 3 ?"
    row.show_answers(said[:2])  # of another moment
    assert row.accessibleDescription() == "7 3 ?"


def test_a_dozen_fits_where_two_do_and_nothing_moves(row: DigitsRow) -> None:
    height = row.height()
    row.show_digits(IMAGES, 11)
    assert row.minimumSizeHint().width() <= 360
    assert row.height() == height
    row.grab()
    row.show_digits((), 0)
    assert row.height() == height
    assert row.words.isVisible()
    assert row.accessibleDescription() == row.words.text()


def test_with_room_a_digit_has_its_picture_and_without_it_has_none(row: DigitsRow) -> None:
    def ink(count: int) -> int:
        row.show_digits([np.full((28, 28), 255, np.uint8)] * count, 0)
        row.show_answers([answer("7", 0.9)] * count)
        row.layout().activate()
        image = row.grab().toImage()
        pixels = np.array(image.constBits()).reshape(image.height(), image.width(), 4)
        blue = pixels[..., 0].astype(int)
        return int((np.abs(blue - np.median(blue)) > 100).sum())

    assert ink(2) > 2 * 28 * 28 > ink(12)


def test_answers_go_with_their_digits_and_are_grey_while_late(row: DigitsRow) -> None:
    row.show_digits(IMAGES[:2], 0)
    row.show_answers((answer("7", 0.99), answer("3", 0.99)))
    row.show_digits([IMAGES[5], *IMAGES[:2]], 0)  # one more, to the left of them
    assert row.accessibleDescription() == "– 7 3"
    row.show_digits([IMAGES[6], *IMAGES[:2]], 0)  # its next point
    assert row.accessibleDescription() == "– 7 3"
    row.show_answers((answer("7", 0.99),) * 3)
    read = row.grab().toImage()
    row.show_late()
    assert row.grab().toImage() != read
    row.show_answers((answer("7", 0.99),) * 3)
    assert row.grab().toImage() == read
