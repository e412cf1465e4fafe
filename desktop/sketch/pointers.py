"""Pen, mouse and finger on a widget, told alike: where they press, move, and are lifted."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Pointers(QObject):
    """Follows one pointer at a time; a pen's events come first and never again as a mouse's.

    Signals: `pressed(QPointF, float, bool)` with the place, the pressure from 0 to 1, and whether
    it is the pen's other end; `moved(QPointF, float)` while it is down; `hovered(QPointF)` always,
    but for fingers; `lifted()`; `taken_away()`, as if it had never been there.
    """

    pressed = Signal(QPointF, float, bool)
    moved = Signal(QPointF, float)
    hovered = Signal(QPointF)
    lifted = Signal()
    taken_away = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._finger: int | None = None  # the one that draws
        self._pen_is_down = False
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._follow_mouse(event)
        elif isinstance(event, QTabletEvent):
            self._follow_pen(event)
        elif (
            isinstance(event, QTouchEvent)
            and event.pointingDevice().type() == QPointingDevice.DeviceType.TouchScreen
        ):
            self._follow_finger(event)
        else:
            return super().eventFilter(watched, event)
        event.accept()
        return True

    def _follow_mouse(self, event: QMouseEvent) -> None:
        left = Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            self.hovered.emit(event.position())
            if event.buttons() & left:
                self.moved.emit(event.position(), 1.0)
        elif event.button() == left and event.type() in _PRESSES:
            self.pressed.emit(event.position(), 1.0, False)
        elif event.button() == left:
            self.moved.emit(event.position(), 1.0)
            self.lifted.emit()

    def _follow_pen(self, event: QTabletEvent) -> None:
        """Let the tip draw: neither a button at the side, nor a click without any pressure."""
        self.hovered.emit(event.position())
        left = Qt.MouseButton.LeftButton  # the tip's
        if event.type() == QEvent.Type.TabletRelease:
            if event.button() == left and self._pen_is_down:
                self._pen_is_down = False
                self.lifted.emit()
        elif self._pen_is_down:
            if event.pressure() > 0:
                self.moved.emit(event.position(), event.pressure())
        elif event.buttons() == left and _presses(event):
            self._pen_is_down = True
            turned = event.pointerType() == QPointingDevice.PointerType.Eraser
            self.pressed.emit(event.position(), event.pressure(), turned)

    def _follow_finger(self, event: QTouchEvent) -> None:
        """Let the first finger draw until it is lifted; others, and a palm, rest."""
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self.taken_away.emit()
            return
        if event.type() == QEvent.Type.TouchBegin:
            self._finger = event.points()[0].id()
            self.pressed.emit(event.points()[0].position(), 1.0, False)
        for point in event.points():
            if point.id() == self._finger:
                self.moved.emit(point.position(), 1.0)
                if point.state() == QEventPoint.State.Released:
                    self._finger = None
                    self.lifted.emit()


def _presses(event: QTabletEvent) -> bool:
    """Tell whether a pen is on the pad, as far as it can know."""
    feels = event.pointingDevice().hasCapability(QInputDevice.Capability.Pressure)
    return event.pressure() > 0 or not feels
