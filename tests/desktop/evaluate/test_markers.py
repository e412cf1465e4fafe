"""The marks of a map's classes: always the same, and to be told apart by any eyes."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.evaluate.map import PointsMap
from desktop.evaluate.markers import MARK_PX, color_of, mark, marks_of
from desktop.widgets.theme import DARK, LIGHT, Theme, palette
from tests.desktop.plots.test_contrast import contrast

DIGITS = tuple("0123456789")
# How red, green and blue light reach eyes: all, those without red or green cones (Machado 2009).
EYES = [
    np.eye(3),
    [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
]
TO_CONES = [[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.6300]]
TO_LAB = [[0.2105, 0.7936, -0.0041], [1.9780, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_a_class_keeps_its_mark_whatever_others_there_are() -> None:
    assert marks_of(DIGITS) == tuple(range(10))
    assert marks_of(("3", "7")) == (3, 7)
    letter = marks_of(("A",))[0]
    assert marks_of(("B", "A"))[1] == marks_of(("A", "smiley"))[0] == letter


@THEMES
def test_no_mark_is_like_the_ring_of_what_was_misread(theme: Theme, qapp: QApplication) -> None:
    """A line around an empty middle is not everywhere as far from it, as in a ring."""
    for number in range(10):
        picture = mark(number, palette(theme), 8.0).toImage()
        side = picture.width()
        inked = [
            (x, y)
            for x in range(side)
            for y in range(side)
            if picture.pixelColor(x, y).alpha() > 127
        ]
        away = np.hypot(*(np.array(inked) - side / 2).T) / side * MARK_PX
        assert away.max() < MARK_PX / 2, number
        assert away.min() < 0.5 or away.max() - away.min() > 2, number


def test_what_was_misread_is_seen_among_others(qtbot: QtBot) -> None:
    points = np.zeros((9, 2), np.float32)
    points[0], points[1] = (-1, -1), (1, 1)  # so that the others are in the middle
    shown, misread = PointsMap(), np.arange(9) == 4
    qtbot.addWidget(shown)
    shown.resize(100, 100)
    shown.show_points(points, np.where(misread, 1, 3), misread)
    seen = shown.grab().toImage()
    assert seen.pixelColor(50, 50) == color_of(1, shown.palette())


@pytest.mark.parametrize("count", [10, 47, 100])
def test_all_marks_differ(count: int) -> None:
    for names in (map(chr, range(65, 65 + count)), (f"class {n}" for n in range(count)), DIGITS):
        marks = marks_of(tuple(names))
        assert len(set(marks)) == len(marks)


@THEMES
def test_marks_stand_out(theme: Theme) -> None:
    for number in range(10):
        assert contrast(color_of(number, palette(theme)), QColor(theme.card)) >= 3, number


@THEMES
def test_marks_are_of_ten_colours_for_all_eyes(theme: Theme) -> None:
    colors = [color_of(number, palette(theme)).getRgbF()[:3] for number in range(10)]
    lights = np.where(np.array(colors) > 0.04045, ((np.array(colors) + 0.055) / 1.055) ** 2.4, 0)
    for eyes in EYES:
        cones = np.cbrt(np.clip(lights @ np.transpose(eyes), 0, 1) @ np.transpose(TO_CONES))
        seen = cones @ np.transpose(TO_LAB)  # in OKLab, where lengths are what eyes see
        for one, other in combinations(range(10), 2):
            assert np.linalg.norm(seen[one] - seen[other]) > 0.07, (one, other)
