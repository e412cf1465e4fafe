"""The pad: what the mouse draws, and how it looks."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions
from desktop.sketch import paper
from desktop.sketch.canvas import Canvas
from desktop.sketch.content import Content
from desktop.sketch.mime import rgba
from desktop.sketch.paper import GUIDE
from desktop.sketch.sketch_panel import SketchPanel
from desktop.sketch.strokes import BRUSH, Stroke
from desktop.sketch.svg import from_svg
from desktop.sketch.tools import Tool
from desktop.worker.questions import Questions
from engine import Sketch

Drag = Callable[[QWidget, np.ndarray], None]


def hook() -> np.ndarray:
    """A 7 in whole pixels."""
    bar = np.stack([np.arange(110, 290, 9), np.full(20, 90)], axis=1)
    foot = np.stack([np.linspace(285, 190, 20), np.linspace(90, 330, 20)], axis=1).astype(int)
    return np.concatenate([bar, foot[1:]])


def test_a_mouse_drag_makes_the_image_of_its_points(
    qtbot: QtBot, actions: Actions, drag: Drag
) -> None:
    panel = SketchPanel(Questions(), actions)
    qtbot.addWidget(panel)
    panel.resize(400, 700)
    panel.show()
    drag(panel.canvas, hook())
    seen = panel.answer.model_view.image
    np.testing.assert_array_equal(seen, Sketch([hook().astype(float)]).to_image())


def test_the_pads_size_changes_nothing(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, hook())
    canvas.resize(800, 800)
    drag(canvas, 2 * hook())
    first, second = (stroke.points for stroke in canvas._document.strokes)
    np.testing.assert_allclose(first, second)


@pytest.mark.parametrize("size", [(381, 234), (220, 400)])
def test_ink_stays_in_the_guide_when_the_pad_changes_its_shape(
    canvas: Canvas, drag: Drag, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    drag(canvas, guide_box(canvas))
    (stroke,) = canvas._document.strokes
    inset = (1 - GUIDE) / 2
    np.testing.assert_allclose(stroke.points.min(axis=0), inset, atol=0.01)
    np.testing.assert_allclose(stroke.points.max(axis=0), 1 - inset, atol=0.01)
    for shape in (size, (720, 500), (400, 640)):
        canvas.resize(*shape)
        expected = guide_box(canvas)
        ink = ink_box(canvas)
        room = BRUSH * min(shape) / 2 + 4
        np.testing.assert_allclose(ink, [expected.min(axis=0), expected.max(axis=0)], atol=room)


@pytest.mark.parametrize("size", [(420, 210), (210, 420)])
def test_a_stroke_is_painted_under_the_mouse_from_its_first_points_on(
    canvas: Canvas, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    ways = {"x": np.linspace(12, size[0] - 12, 60), "y": np.linspace(12, size[1] - 12, 60)}
    places = np.stack(list(ways.values()), axis=1).astype(int)
    shown = shown_while_drawing(canvas, places)
    for x, y in places[[0, 20, 40, 59]]:
        assert shown.pixelColor(int(x), int(y)).name() == canvas.palette().text().color().name()
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1].tolist()))
    assert shown_now(canvas) == canvas.grab().toImage()


def test_the_eraser_wipes_what_is_under_it_on_a_wide_pad(canvas: Canvas, drag: Drag) -> None:
    canvas.resize(420, 210)
    drag(canvas, np.array([[20, 100], [210, 100], [400, 100]]))
    canvas._tools.take(Tool.ERASER)
    drag(canvas, np.array([[390, 60], [390, 140]]))
    (stroke,) = canvas._document.strokes
    assert ink_box(canvas)[1][0] < 390
    assert stroke.points[:, 0].min() == pytest.approx((20 - 105) / 210)


def test_a_sharper_screen_shows_the_same_in_more_pixels() -> None:
    """The scale is the program's from its start, so that it takes a program of its own."""
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(Path(__file__).parent / "sharp_pad.py")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout)
    assert facts["ratio"] == 2
    for drawn in (facts["live"], facts["done"]):
        np.testing.assert_allclose(drawn, facts["places"], atol=2 * BRUSH * 200)


def test_only_the_left_button_draws(canvas: Canvas) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    QTest.mouseMove(canvas, QPoint(90, 90))
    assert canvas._document.is_empty


def test_a_click_is_a_dot(canvas: Canvas) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.5, 0.5]]
    assert ink_at(canvas, 200, 200) == canvas.palette().text().color().name()


def test_a_long_stroke_looks_the_same_as_when_painted_at_once(canvas: Canvas, drag: Drag) -> None:
    t = np.linspace(0, 9, 120)
    places = np.stack([200 + 120 * np.sin(t), 200 + 120 * np.cos(1.3 * t)], axis=1) / 400
    canvas._document.begin_stroke(*places[0])
    for x, y in places[1:]:
        canvas._document.extend_stroke(x, y)
        canvas.repaint()
    piecewise = gray(canvas)
    canvas._document.finish_stroke()
    assert np.abs(gray(canvas) - piecewise).mean() < 0.5  # but for soft edges where pieces meet


def test_ink_is_as_wide_as_the_brush_and_undo_wipes_it(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, np.array([[100, 200], [200, 200], [300, 200]]))
    assert column_of_ink(canvas, 200) == pytest.approx(22, abs=2)  # of 400
    canvas._document.undo()
    assert column_of_ink(canvas, 200) == 0


def test_the_guide_can_be_hidden(canvas: Canvas) -> None:
    canvas._document.begin_stroke(0.99, 0.99)  # away with the invitation
    shown = canvas.grab().toImage()
    canvas.show_guide(False)
    assert canvas.grab().toImage() != shown


def guide_box(canvas: Canvas) -> np.ndarray:
    """Points around the guide box, which is in the pad's middle, in pixels."""
    size = np.array([canvas.width(), canvas.height()])
    half = size.min() * GUIDE / 2
    way, end = np.linspace(-1, 1, 12), np.ones(12)
    sides = [(way, -end), (end, way), (-way, end), (-end, -way)]
    return np.rint(size / 2 + half * np.concatenate([np.stack(side, axis=1) for side in sides]))


def ink_box(canvas: Canvas) -> np.ndarray:
    """Left and top, right and bottom of what has the ink's colour."""
    is_ink = gray(canvas) == canvas.palette().text().color().red()
    rows, columns = np.nonzero(is_ink)
    return np.array([[columns.min(), rows.min()], [columns.max(), rows.max()]])


def shown_while_drawing(canvas: Canvas, places: np.ndarray) -> QImage:
    """Press and move; return what the pad has painted by its own updates, and nothing more."""
    points = [QPoint(int(x), int(y)) for x, y in places]
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=points[0])
    QApplication.processEvents()
    for point in points[1:]:
        QTest.mouseMove(canvas, point)
        QApplication.processEvents()
    return shown_now(canvas)


def shown_now(canvas: Canvas) -> QImage:
    """Return the window as it stands on the screen, without painting it anew."""
    QApplication.processEvents()
    return canvas.screen().grabWindow(canvas.winId()).toImage()


def ink_at(canvas: Canvas, x: int, y: int) -> str:
    return QColor(canvas.grab().toImage().pixel(x, y)).name()


def column_of_ink(canvas: Canvas, x: int) -> int:
    picture = canvas.grab().toImage()
    ink = canvas.palette().text().color().name()
    return sum(QColor(picture.pixel(x, y)).name() == ink for y in range(2, 398))


def gray(canvas: Canvas) -> np.ndarray:
    return rgba(canvas.grab().toImage())[..., 0].astype(float)


def test_a_seven_dragged_over_the_edge_stays_a_fine_seven(
    panel: SketchPanel, drag: Drag, tmp_path: Path
) -> None:
    """The pen goes far off the pad and comes back elsewhere: none of that way is read."""
    canvas = panel.canvas
    side = min(canvas.width(), canvas.height())
    corner = np.array([canvas.width() - side, canvas.height() - side]) // 2
    shown = corner + np.array([[0.2, 0.2], [0.8, 0.2], [0.4, 0.9], [0.35, 1.0]]) * side
    away = [[side * 0.3, canvas.height() + 900], [-900, canvas.height() + 500], [-900, 40]]
    drag(canvas, np.array([*shown, *away]))
    (stroke,) = panel.document.strokes
    assert panel.answer.digit.text() == "7"
    left, top, right, bottom = paper.edges(canvas.rect(), paper.unit_square(canvas.rect()))
    assert (stroke.points >= (left, top)).all()
    assert (stroke.points <= (right, bottom)).all()
    panel.files.save_as(tmp_path / "seven.svg")
    kept = from_svg((tmp_path / "seven.svg").read_bytes())
    read = panel.document.image().astype(int)
    assert np.abs(kept.image().astype(int) - read).max() <= 2  # the file rounds


def test_a_drag_that_comes_back_is_two_strokes_and_one_step(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, np.array([[300, 100], [500, 100], [500, 300], [300, 300], [280, 300]]))
    first, second = canvas._document.strokes
    np.testing.assert_allclose(first.points, [[0.75, 0.25], [1, 0.25]])
    np.testing.assert_allclose(second.points, [[1, 0.75], [0.75, 0.75], [0.7, 0.75]])
    assert shown_now(canvas) == canvas.grab().toImage()
    canvas._document.undo()
    assert canvas._document.is_empty


def test_what_lies_beyond_a_smaller_pad_comes_into_view(canvas: Canvas, drag: Drag) -> None:
    canvas.resize(420, 210)
    drag(canvas, np.array([[10, 60], [410, 60], [200, 190]]))
    read = canvas._document.image()
    canvas.resize(210, 210)
    low, high = ink_box(canvas)
    assert (low > 0).all()
    assert (high < 209).all()
    np.testing.assert_array_equal(canvas._document.image(), read)
    before = low, high
    drag(canvas, np.array([[30, 150], [60, 150]]))  # under the mouse still
    assert ink_at(canvas, 45, 150) == canvas.palette().text().color().name()
    canvas._document.undo()
    np.testing.assert_array_equal(ink_box(canvas), before)


def test_a_sketch_from_a_file_is_shown_whole(canvas: Canvas) -> None:
    far = np.array([[0.3, 0.3], [2.5, 0.3], [-0.5, 1.8]])
    canvas._document.put(Content((Stroke(far, np.ones(3, np.float32)),)))
    low, high = ink_box(canvas)
    assert (low > 0).all()
    assert (high < 399).all()
