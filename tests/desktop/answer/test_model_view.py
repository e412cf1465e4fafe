"""The 28x28: its pixels' values by mouse and by keys, its numbers, and what mattered in it."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.answer.heat import AGAINST, FOR, blend, words
from desktop.answer.model_view import CELL_PX, ModelView
from desktop.sketch.mime import rgba
from desktop.sketch.sketch_panel import SketchPanel
from desktop.widgets.theme import ThemeSwitch, curve_color

IMAGE = np.random.default_rng(0).integers(0, 256, (28, 28), np.uint8)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeSwitch]:
    theme = ThemeSwitch(qapp)
    yield theme
    theme.choose(Qt.ColorScheme.Unknown)
    theme.deleteLater()


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


def test_it_is_paler_only_while_it_is_disabled(view: ModelView) -> None:
    seen = []
    for is_enabled in (False, True, False, True):
        view.setEnabled(is_enabled)
        seen.append(view.grab().toImage())
    assert seen[0] == seen[2]  # what is kept of a state is that state's
    assert seen[1] == seen[3]
    assert seen[0] != seen[1]


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


def test_what_a_pixel_spoke_fits_and_moves_nothing(panel: SketchPanel) -> None:
    seen, bars = panel.answer.seen, panel.answer.bars
    panel.document.begin_stroke(0.5, 0.2)
    panel.document.extend_stroke(0.5, 0.8)
    panel.document.finish_stroke()
    seen.why_button.setChecked(True)
    panel.heat.changed.emit(np.full((28, 28), -22.22, np.float32))
    before = bars.geometry(), seen.why_button.geometry()
    seen.view.setFocus()
    QTest.keyClick(seen.view, Qt.Key.Key_Down)
    assert seen.readout.text() == f"14, 14: <b>{seen.view.value()}</b> (-22.22)"
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert (bars.geometry(), seen.why_button.geometry()) == before
    assert seen.readout.sizeHint().width() <= seen.readout.width()


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


def test_headings_stand_at_their_rows_and_columns(panel: SketchPanel) -> None:
    window, view = panel.numbers, panel.numbers.view
    panel.show_numbers()
    before = [rgba(headings.grab().toImage()) for headings in (window.columns, window.rows)]
    cell_px = view.width() // 28
    place = QPoint(1 + 20 * cell_px + cell_px // 2, 1 + 3 * cell_px + cell_px // 2)
    QTest.mouseMove(view, place)
    assert view.cell == (3, 20)
    for headings, old, at in zip((window.columns, window.rows), before, (20, 3), strict=True):
        across = headings is window.columns
        sides = "x" if across else "y"
        size = "width" if across else "height"
        assert getattr(headings, sides)() == getattr(view, sides)()
        assert getattr(headings, size)() == getattr(view, size)()
        changed = (rgba(headings.grab().toImage()) != old).any(axis=(0, 2) if across else (1, 2))
        marked = np.flatnonzero(changed) - 1
        assert len(marked)
        assert set((marked // cell_px).tolist()) == {at}  # the cursor's number alone stands out
    QTest.mouseMove(view, QPoint(0, 0))
    window.close()


def test_the_numbers_window_is_no_larger_than_its_numbers_need(
    qtbot: QtBot, panel: SketchPanel
) -> None:
    window = panel.numbers
    panel.show_numbers()
    before = window.size()
    window.view.set_cell_px(12)  # as on a low screen
    qtbot.waitUntil(lambda: before.height() - window.height() == 28 * 10)
    window.close()


def test_the_numbers_window_says_what_the_colours_mean(panel: SketchPanel) -> None:
    window = panel.numbers
    panel.document.begin_stroke(0.3, 0.2)
    panel.document.extend_stroke(0.6, 0.8)
    panel.document.finish_stroke()
    panel.show_numbers()
    assert window.key.text() == ""
    QTest.keyClick(window.view, Qt.Key.Key_Down)
    assert "(" not in window.readout.text()
    heat = np.zeros((28, 28), np.float32)
    heat[14, 14] = -1.5
    panel.heat.changed.emit(heat)
    for pair in (FOR, AGAINST):
        assert curve_color(pair, window.palette()).name() in window.key.text()
    assert "for the answer" in window.key.text()
    assert window.readout.text().endswith("(-1.50)")
    panel.heat.changed.emit(None)
    assert window.key.text() == ""
    assert "(" not in window.readout.text()
    window.close()


def test_the_keys_squares_follow_light_and_dark(
    panel: SketchPanel, theme: ThemeSwitch, qtbot: QtBot
) -> None:
    panel.answer.seen.why_button.setChecked(True)
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        panel.heat.changed.emit(np.ones((28, 28), np.float32))
        theme.choose(scheme)
        qtbot.waitUntil(lambda: theme.is_done)  # what can't be seen follows a little later
        for label in (panel.answer.seen.readout, panel.numbers.key):
            assert QColor(FOR[dark]).name() in label.text()
            assert QColor(FOR[not dark]).name() not in label.text()


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
    assert panel.answer.seen.readout.text() == "working…"  # it has ink, and may have a network
    panel.heat.changed.emit(None)  # as where pixel similarity answers
    assert panel.answer.seen.readout.text() == "needs a network and ink"
    button.click()
    assert "28 × 28" in panel.answer.seen.readout.text()
