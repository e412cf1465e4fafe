"""The 28x28: its pixels' values by mouse and by keys, its numbers, and what mattered in it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.sketch.heat import blend, words
from desktop.sketch.model_view import CELL_PX, ModelView
from desktop.sketch.sketch_panel import SketchPanel

IMAGE = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)


@pytest.fixture
def view(qtbot: QtBot) -> ModelView:
    view = ModelView()
    qtbot.addWidget(view)
    view.resize(view.sizeHint())
    view.show()
    view.show_image(IMAGE)
    return view


def middle(row: int, column: int) -> QPoint:
    return QPoint(1 + column * CELL_PX + CELL_PX // 2, 1 + row * CELL_PX + CELL_PX // 2)


def test_the_mouse_tells_each_pixels_value(view: ModelView) -> None:
    for row, column in ((0, 0), (3, 20), (27, 27)):
        QTest.mouseMove(view, middle(row, column))
        assert view.cell == (row, column)
        assert view.value() == IMAGE[row, column]


def test_the_keys_move_and_stay_inside(view: ModelView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.cell == (14, 14)
    for _ in range(40):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.cell == (14, 27)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.value() == IMAGE[13, 27]


def test_the_readout_follows_the_cursor_and_the_sketch(panel: SketchPanel) -> None:
    seen = panel.answer.seen
    seen.view.setFocus()
    QTest.keyClick(seen.view, Qt.Key.Key_Down)
    assert seen.readout.text() == "row 14, col 14: <b>0</b>"
    panel.document.begin_stroke(0.5, 0.2)
    panel.document.extend_stroke(0.5, 0.8)
    panel.document.finish_stroke()
    assert seen.view.image is not None
    assert seen.readout.text() == f"row 14, col 14: <b>{seen.view.image[14, 14]}</b>"


def test_all_the_numbers_in_a_window_of_their_own(panel: SketchPanel) -> None:
    panel.document.begin_stroke(0.3, 0.2)
    panel.document.extend_stroke(0.6, 0.8)
    QTest.mouseClick(panel.answer.seen.view, Qt.MouseButton.LeftButton)
    assert panel.numbers.isVisible()
    panel.numbers.copy_button.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    copied = np.array([[int(number) for number in line.split("\t")] for line in lines])
    np.testing.assert_array_equal(copied, panel.document.image())
    panel.document.finish_stroke()
    panel.document.clear()
    assert not np.array(panel.numbers.text().split(), int).any()  # it follows the sketch
    panel.numbers.close()


def test_numbers_are_painted_only_where_they_are_wanted(qtbot: QtBot) -> None:
    pictures = []
    for numbers in (False, True):
        view = ModelView(22, numbers=numbers)
        qtbot.addWidget(view)
        view.show_image(IMAGE)
        pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]


def test_warm_speaks_for_and_cool_against() -> None:
    heat = np.zeros((28, 28), np.float32)
    heat[5, 5], heat[6, 6] = 2.0, -2.0
    for dark in (False, True):
        pixels = blend(np.full((28, 28, 3), 128, np.uint8), heat, dark=dark).astype(int)
        assert pixels[5, 5, 0] > pixels[5, 5, 2] + 50
        assert pixels[6, 6, 2] > pixels[6, 6, 0] + 50
        assert len(set(pixels[0, 0])) <= 3
    assert [words(heat, 5, 5), words(heat, 6, 6), words(heat, 0, 0)] == ["+2.00", "-2.00", "0"]


def test_without_a_network_there_is_no_why(qtbot: QtBot, panel: SketchPanel) -> None:
    panel.document.begin_stroke(0.3, 0.2)
    panel.document.extend_stroke(0.6, 0.8)
    panel.document.finish_stroke()
    button = panel.findChild(QPushButton, "whyButton")
    assert isinstance(button, QPushButton)
    button.click()
    assert panel.answer.seen.readout.text() == "needs a network and ink"
    button.click()
    assert "28 × 28" in panel.answer.seen.readout.text()
