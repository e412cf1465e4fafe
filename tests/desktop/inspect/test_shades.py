"""Numbers as colours: the ends and the middle are what they say, in light and in dark."""

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.inspect.scale_bar import ScaleBar
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.theme import BLUE, DARK, LIGHT, ORANGE, SKY, VERMILLION, Theme, palette


@pytest.mark.parametrize(
    ("theme", "less", "more"), [(LIGHT, BLUE, VERMILLION), (DARK, SKY, ORANGE)]
)
def test_zero_is_paper_and_signs_have_colours(theme: Theme, less: str, more: str) -> None:
    values = np.array([[-2.0, 0.0, 2.0]], np.float32)
    image = Scale.of(values).image(values, palette(theme))
    shown = [image.pixelColor(column, 0).name() for column in range(3)]
    assert shown == [QColor(name).name() for name in (less, theme.card, more)]


def test_a_scale_names_its_ends(qtbot: QtBot) -> None:
    bar = ScaleBar()
    qtbot.addWidget(bar)
    for scale, words in (
        (Scale.of(np.array([[-0.5, 2.0]], np.float32)), "Colours from −2 to 2"),
        (Scale(Shade.INK, 1.0), "Colours from 0 to 1"),
    ):
        bar.show_scale(scale)
        assert bar.accessibleName() == words


def test_ink_goes_from_paper_to_ink() -> None:
    values = np.array([[0.0, 1.0]], np.float32)
    image = Scale(Shade.INK, 1.0).image(values, palette(LIGHT))
    assert image.pixelColor(0, 0).name() == LIGHT.card.lower()
    assert image.pixelColor(1, 0).name() == LIGHT.text.lower()


def test_a_diverged_layer_is_painted_too() -> None:
    values = np.array([[np.nan, np.inf, 1.0]], np.float32)
    scale = Scale.of(values)
    assert scale.most == 1.0
    assert scale.codes(values).tolist() == [[127, 254, 254]]


def test_all_zeros_are_paper() -> None:
    assert Scale.of(np.zeros((2, 2), np.float32)).codes(np.zeros((2, 2), np.float32)).tolist() == [
        [127, 127],
        [127, 127],
    ]


def test_numbers_are_short() -> None:
    assert [number(v) for v in (-0.03141, 12.0, -0.0, 1e-9)] == ["−0.0314", "12", "0", "1e−9"]
