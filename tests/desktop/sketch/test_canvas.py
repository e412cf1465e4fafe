"""The pad: what real pointer events draw, and how it looks."""

import functools
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.inquiries import Inquiries
from desktop.sketch.canvas import Canvas
from desktop.sketch.document import SketchDocument
from desktop.sketch.mime import rgba
from desktop.sketch.sketch_panel import SketchPanel
from desktop.sketch.strokes import BRUSH
from engine import Sketch

Drag = Callable[[QWidget, np.ndarray], None]


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    document = SketchDocument()
    canvas = Canvas(document)
    document.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    canvas.show()
    return canvas


def hook() -> np.ndarray:
    """A 7 in whole pixels."""
    bar = np.stack([np.arange(110, 290, 9), np.full(20, 90)], axis=1)
    foot = np.stack([np.linspace(285, 190, 20), np.linspace(90, 330, 20)], axis=1).astype(int)
    return np.concatenate([bar, foot[1:]])


def test_a_mouse_drag_makes_the_image_of_its_points(qtbot: QtBot, drag: Drag) -> None:
    panel = SketchPanel(Inquiries())
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


def test_only_the_left_button_draws(canvas: Canvas) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.RightButton, pos=QPoint(50, 50))
    QTest.mouseMove(canvas, QPoint(90, 90))
    assert canvas._document.is_empty


def test_a_click_is_a_dot(canvas: Canvas) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.5, 0.5]]
    assert ink_at(canvas, 200, 200) == canvas.palette().text().color().name()


def test_a_pen_keeps_its_pressure(canvas: Canvas) -> None:
    for kind, x, pressure in (
        (QEvent.Type.TabletPress, 100, 0.2),
        (QEvent.Type.TabletMove, 200, 0.6),
        (QEvent.Type.TabletMove, 300, 1.0),
        (QEvent.Type.TabletRelease, 300, 0.0),
    ):
        QApplication.sendEvent(canvas, pen_event(canvas, kind, x, pressure))
    (stroke,) = canvas._document.strokes
    assert stroke.points[:, 0].tolist() == [0.25, 0.5, 0.75]
    assert stroke.pressures == pytest.approx([0.2, 0.6, 1.0])
    thin, thick = (column_of_ink(canvas, x) for x in (130, 270))
    assert thin < thick


def test_a_pens_other_end_erases(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, np.array([[100, 200], [200, 200], [300, 200]]))
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
        event = pen_event(canvas, kind, 200, 0.5, rubber())
        QApplication.sendEvent(canvas, event)
    assert len(canvas._document.strokes) == 2


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


def test_a_finger_draws(canvas: Canvas, qtbot: QtBot) -> None:
    screen = QTest.createTouchDevice()
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(100, 100), canvas).commit()
    touch.move(0, QPoint(150, 220), canvas).commit()
    touch.release(0, QPoint(150, 220), canvas).commit()
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.25, 0.25], [0.375, 0.55]]


def test_ink_is_as_wide_as_the_brush_and_undo_wipes_it(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, np.array([[100, 200], [200, 200], [300, 200]]))
    assert column_of_ink(canvas, 200) == pytest.approx(BRUSH * 400, abs=2)
    canvas._document.undo()
    assert column_of_ink(canvas, 200) == 0


def test_the_guide_can_be_hidden(canvas: Canvas) -> None:
    canvas._document.begin_stroke(0.99, 0.99)  # away with the invitation
    shown = canvas.grab().toImage()
    canvas.show_guide(False)
    assert canvas.grab().toImage() != shown


def ink_at(canvas: Canvas, x: int, y: int) -> str:
    return QColor(canvas.grab().toImage().pixel(x, y)).name()


def column_of_ink(canvas: Canvas, x: int) -> int:
    picture = canvas.grab().toImage()
    ink = canvas.palette().text().color().name()
    return sum(QColor(picture.pixel(x, y)).name() == ink for y in range(2, 398))


def gray(canvas: Canvas) -> np.ndarray:
    return rgba(canvas.grab().toImage())[..., 0].astype(float)


def pen_event(
    canvas: Canvas,
    kind: QEvent.Type,
    x: int,
    pressure: float,
    device: QPointingDevice | None = None,
) -> QTabletEvent:
    position = QPointF(x, 200)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    return QTabletEvent(
        kind,
        device or pen(),
        position,
        QPointF(canvas.mapToGlobal(position)),
        pressure,
        0,
        0,
        0,
        0,
        0,
        Qt.KeyboardModifier.NoModifier,
        left,
        none if kind == QEvent.Type.TabletRelease else left,
    )


@functools.cache  # an event only borrows its device
def pen() -> QPointingDevice:
    return stylus("pen", QPointingDevice.PointerType.Pen)


@functools.cache
def rubber() -> QPointingDevice:
    return stylus("rubber", QPointingDevice.PointerType.Eraser)


def stylus(name: str, kind: QPointingDevice.PointerType) -> QPointingDevice:
    return QPointingDevice(
        name,
        1,
        QInputDevice.DeviceType.Stylus,
        kind,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
    )
