"""The confusion matrix: what it shows, what a cell says, and how a cell is chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop.evaluate import confusion
from desktop.evaluate.confusion import ConfusionMatrix
from desktop.widgets.theme import DARK, LIGHT, Theme, palette
from tests.desktop.plots.test_contrast import contrast

COUNTS = np.zeros((4, 4), np.int64)
COUNTS[1, 1], COUNTS[1, 3], COUNTS[2, 2] = 90, 10, 50


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    widget = ConfusionMatrix()
    qtbot.addWidget(widget)
    widget.resize(320, 240)
    widget.show_counts(COUNTS, ("a", "b", "c", "d"))
    widget.show()
    return widget


def test_ten_digits_have_numbers_on_a_small_screen_under_playback(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(np.full((10, 10), 8), tuple("0123456789"))
    matrix.resize(matrix.minimumSizeHint())
    cell = matrix._frame((3, 4)).toRect()
    shown = matrix.grab(cell).toImage()
    assert len({shown.pixel(x, cell.height() // 2) for x in range(cell.width())}) > 3


def test_only_classes_that_occur_have_room(matrix: ConfusionMatrix) -> None:
    assert matrix.words((0, 2)) == "10 images of b read as d"
    assert matrix.words((1, 1)) == "50 images of c read as c"
    assert matrix.accessibleDescription() == "10 mistakes"


def test_keys_walk_and_enter_opens(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    for key in ("Right", "Right", "Right"):
        qtbot.keyClick(matrix, getattr(Qt.Key, f"Key_{key}"))
    assert matrix.accessibleDescription() == "10 images of b read as d"
    with qtbot.waitSignal(matrix.chosen) as chosen:
        qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert chosen.args == [1, 3]
    assert matrix.current == (0, 2)


def test_a_click_opens(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    place = matrix._frame((1, 1)).center()
    with qtbot.waitSignal(matrix.chosen) as chosen:
        qtbot.mouseClick(
            matrix, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y()))
        )
    assert chosen.args == [2, 2]


def test_mistakes_and_right_answers_differ_in_colour(matrix: ConfusionMatrix) -> None:
    right, wrong = matrix._color(0.5, right=True), matrix._color(0.5, right=False)
    assert right.blue() > right.red()
    assert wrong.red() > wrong.blue()
    assert matrix._color(0.0, right=False) == matrix.palette().alternateBase().color()


def test_the_colour_tells_how_many(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.show_counts(np.array([[986, 24], [0, 1028]]), ("3", "7"))
    empty = matrix.palette().alternateBase().color()

    def strength(share: float, *, right: bool) -> int:
        color = matrix._color(share, right=right)
        return max(abs(a - b) for a, b in zip(color.getRgb(), empty.getRgb(), strict=True))

    assert strength(24 / 1010, right=False) < 0.5 * strength(986 / 1010, right=True)
    assert 0 < 2 * strength(1 / 1010, right=False) < strength(24 / 1010, right=False)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_count_can_be_read_in_its_cell(matrix: ConfusionMatrix, theme: Theme) -> None:
    matrix.setPalette(palette(theme))
    for right in (False, True):
        for share in np.linspace(0.001, 1, 50):
            ground = matrix._color(float(share), right=right)
            assert contrast(confusion._on(ground), ground) >= 4.5


def test_narrow_cells_leave_out_what_parts_thousands(matrix: ConfusionMatrix) -> None:
    matrix.show_counts(np.array([[1113, 3], [2, 987]]), ("3", "7"))
    assert matrix._written(1113, 80) == "1,113"
    assert matrix._written(1113, 21) == "1113"


def test_all_numbers_are_as_narrow_as_the_largest_has_to_be(matrix: ConfusionMatrix) -> None:
    matrix.show_counts(np.array([[1113, 3], [2, 987]]), ("3", "7"))
    font = matrix._number_font(20)
    assert QFontMetricsF(font).horizontalAdvance("1113") <= 21
    assert font.stretch() < 100
