"""Pens and fingers on the pad, as real events."""

import functools
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.sketch.canvas import Canvas
from desktop.sketch.mime import rgba
from desktop.sketch.tools import Tool

Drag = Callable[[QWidget, np.ndarray], None]

LINE = np.array([[100, 200], [200, 200], [300, 200]])


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


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
    thin, thick = (thickness(canvas, x) for x in (130, 270))
    assert thin < thick


def test_a_pens_other_end_erases(canvas: Canvas, drag: Drag) -> None:
    drag(canvas, LINE)
    for kind in (QEvent.Type.TabletPress, QEvent.Type.TabletRelease):
        event = pen_event(canvas, kind, 200, 0.5, rubber())
        QApplication.sendEvent(canvas, event)
    assert len(canvas._document.strokes) == 2


def test_a_pens_side_button_draws_nothing(canvas: Canvas) -> None:
    right = Qt.MouseButton.RightButton
    for pressure in (0.0, 0.7):  # hovering, and on the pad
        for kind, x in (
            (QEvent.Type.TabletPress, 100),
            (QEvent.Type.TabletMove, 200),
            (QEvent.Type.TabletRelease, 300),
        ):
            QApplication.sendEvent(canvas, pen_event(canvas, kind, x, pressure, button=right))
    assert canvas._document.is_empty
    assert canvas._document.undo_stack.count() == 0


def test_a_hover_click_without_pressure_draws_nothing(canvas: Canvas) -> None:
    press, move, lift = (
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletRelease,
    )
    for kind, x in ((press, 100), (move, 200), (lift, 300)):
        QApplication.sendEvent(canvas, pen_event(canvas, kind, x, 0.0))
    assert canvas._document.is_empty
    for kind, x, pressure in (
        (press, 100, 0.0),
        (move, 120, 0.5),
        (move, 200, 0.5),
        (lift, 200, 0),
    ):
        QApplication.sendEvent(canvas, pen_event(canvas, kind, x, pressure))  # then it comes down
    (stroke,) = canvas._document.strokes
    assert stroke.points[:, 0].tolist() == [0.3, 0.5]


def test_a_side_button_in_the_middle_of_a_stroke_changes_nothing(canvas: Canvas) -> None:
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    for kind, x, button, held in (
        (QEvent.Type.TabletPress, 100, left, left),
        (QEvent.Type.TabletPress, 120, right, left | right),
        (QEvent.Type.TabletMove, 200, Qt.MouseButton.NoButton, left | right),
        (QEvent.Type.TabletRelease, 220, right, left),
        (QEvent.Type.TabletMove, 300, Qt.MouseButton.NoButton, left),
        (QEvent.Type.TabletRelease, 300, left, Qt.MouseButton.NoButton),
    ):
        event = pen_event(canvas, kind, x, 0.5, button=button, held=held)
        QApplication.sendEvent(canvas, event)
    (stroke,) = canvas._document.strokes
    assert stroke.points[[0, -1], 0].tolist() == [0.25, 0.75]
    assert canvas._document.undo_stack.count() == 1


def test_a_finger_draws(canvas: Canvas, screen: QPointingDevice) -> None:
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(100, 100), canvas).commit()
    touch.move(0, QPoint(150, 220), canvas).commit()
    touch.release(0, QPoint(150, 220), canvas).commit()
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.25, 0.25], [0.375, 0.55]]


def test_a_second_finger_neither_draws_nor_ends_the_stroke(
    canvas: Canvas, screen: QPointingDevice
) -> None:
    touch = QTest.touchEvent(canvas, screen)
    touch.press(3, QPoint(100, 100), canvas).commit()
    touch.move(3, QPoint(100, 100), canvas).press(1, QPoint(380, 390), canvas).commit()
    touch.move(1, QPoint(370, 380), canvas).move(3, QPoint(150, 200), canvas).commit()
    touch.move(3, QPoint(200, 300), canvas).release(1, QPoint(370, 380), canvas).commit()
    touch.press(2, QPoint(20, 20), canvas).move(3, QPoint(200, 300), canvas).commit()
    touch.move(2, QPoint(30, 20), canvas).release(3, QPoint(200, 300), canvas).commit()
    assert canvas._document.live_stroke is None
    touch.move(2, QPoint(40, 30), canvas).commit()
    touch.release(2, QPoint(40, 30), canvas).commit()
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.25, 0.25], [0.375, 0.5], [0.5, 0.75]]
    assert canvas._document.undo_stack.count() == 1


@pytest.mark.parametrize("tool", list(Tool))
def test_a_touch_that_is_taken_away_leaves_no_trace(
    canvas: Canvas, drag: Drag, screen: QPointingDevice, tool: Tool
) -> None:
    drag(canvas, LINE)
    before = canvas._document.content
    shown = canvas.grab().toImage()
    canvas._tools.take(tool)
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(220, 140), canvas).commit()
    for y in range(160, 300, 20):
        touch.move(0, QPoint(240, y), canvas).commit()
    assert canvas.grab().toImage() != shown
    QApplication.sendEvent(canvas, QTouchEvent(QEvent.Type.TouchCancel, screen))
    touch.release(0, QPoint(240, 300), canvas).commit()
    assert canvas._document.content is before
    assert canvas._document.undo_stack.count() == 1
    canvas._tools.take(Tool.BRUSH)
    assert canvas.grab().toImage() == shown


def test_a_double_click_is_two_dots(canvas: Canvas) -> None:
    at = QPoint(120, 160)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)  # what comes in place of a press
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert [len(stroke.points) for stroke in canvas._document.strokes] == [1, 1]


def test_the_mouse_draws_only_while_its_left_button_is_down(canvas: Canvas) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(canvas, QPoint(200, 100))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(canvas, QPoint(300, 300))
    (stroke,) = canvas._document.strokes
    assert stroke.points.tolist() == [[0.25, 0.25], [0.5, 0.25], [0.5, 0.5]]


def thickness(canvas: Canvas, x: int) -> int:
    """Count the pixels in a column that have the ink's colour."""
    reds = rgba(canvas.grab().toImage())[:, x, 0]
    return int((reds == canvas.palette().text().color().red()).sum())


def pen_event(
    canvas: Canvas,
    kind: QEvent.Type,
    x: int,
    pressure: float,
    device: QPointingDevice | None = None,
    button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    held: Qt.MouseButton | None = None,
) -> QTabletEvent:
    """Make a pen's event about a button; `held` are those that are down after it."""
    position = QPointF(x, 200)
    if held is None:
        is_up = kind == QEvent.Type.TabletRelease
        held = Qt.MouseButton.NoButton if is_up else button
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
        button,
        held,
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
