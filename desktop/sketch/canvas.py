"""The pad: pen, mouse and finger in, smooth strokes out. The strokes live in `document`."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.sketch.document import SketchDocument
from desktop.sketch.strokes import Stroke, Strokes, curve_controls
from desktop.theme import RADIUS_PX, fade, scaled_font

BRUSH = 0.055  # pad units
THINNEST = 0.35  # of the brush, where the pen hardly touches
GUIDE = 20 / 28  # MNIST fits each digit into 20 of the picture's 28 pixels


class Canvas(QWidget):
    """Draws a `SketchDocument` and lets one pointer at a time add strokes to it."""

    def __init__(self, document: SketchDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 240)
        self.guide_shown = True
        self._focused_by_key = False
        self._document = document
        self._ink = QPixmap()  # the finished strokes as painted last
        self._inked: Strokes | None = None  # and which strokes those were
        document.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    def show_guide(self, shown: bool) -> None:
        """Show or hide the faint box that tells how large a digit should be."""
        self.guide_shown = shown
        self.update()

    # Pointers. A pen's events come first and, once accepted, never again as a mouse's.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._extend(event.position())
            self._document.finish_stroke()

    def tabletEvent(self, event: QTabletEvent) -> None:
        if event.type() == QEvent.Type.TabletPress:
            self._begin(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletMove and event.pressure() > 0:
            self._extend(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._document.finish_stroke()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QTouchEvent)
            and event.pointingDevice().type() == QPointingDevice.DeviceType.TouchScreen
        ):
            return self._on_touch(event)
        return super().event(event)

    def _on_touch(self, event: QTouchEvent) -> bool:
        position = event.points()[0].position()  # the first finger draws, the others rest
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(position)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._extend(position)
        else:
            self._document.finish_stroke()
        event.accept()
        return True

    def _begin(self, position: QPointF, pressure: float = 1.0) -> None:
        point = position / self._unit_px()
        self._document.begin_stroke(point.x(), point.y(), pressure)

    def _extend(self, position: QPointF, pressure: float = 1.0) -> None:
        point = position / self._unit_px()
        self._document.extend_stroke(point.x(), point.y(), pressure)

    def _unit_px(self) -> float:
        return float(min(self.width(), self.height()))

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inked = None
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focused_by_key = event.reason() in tabs
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focused_by_key = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._inked = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        if self._document.is_empty:
            self._paint_invitation(painter)
        painter.drawPixmap(0, 0, self._finished_ink())
        live = self._document.live_stroke
        if live:
            paint_stroke(painter, live, self._unit_px(), self.palette().text().color())

    def _paint_paper(self, painter: QPainter) -> None:
        palette = self.palette()
        paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._focused_by_key:
            painter.setPen(QPen(palette.highlight().color(), 1))
            painter.drawRoundedRect(paper, RADIUS_PX, RADIUS_PX)
        else:
            painter.setPen(QPen(palette.mid().color(), 1))
            painter.drawLine(paper.topLeft(), paper.topRight())
        if self.guide_shown:
            side = GUIDE * self._unit_px()
            guide = QRectF(0, 0, side, side)
            guide.moveCenter(paper.center())
            painter.setPen(
                QPen(fade(palette.placeholderText().color(), 0.35), 1, Qt.PenStyle.DashLine)
            )
            painter.drawRoundedRect(guide, RADIUS_PX, RADIUS_PX)

    def _paint_invitation(self, painter: QPainter) -> None:
        painter.setPen(self.palette().placeholderText().color())
        painter.setFont(scaled_font(self, 1.25))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Draw a digit here"))

    def _finished_ink(self) -> QPixmap:
        """Return the finished strokes as a picture, painted anew only when they changed."""
        if self._inked is self._document.strokes:
            return self._ink
        ratio = self.devicePixelRatioF()
        self._ink = QPixmap(self.size() * ratio)
        self._ink.setDevicePixelRatio(ratio)
        self._ink.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in self._document.strokes:
            paint_stroke(painter, stroke, self._unit_px(), self.palette().text().color())
        painter.end()
        self._inked = self._document.strokes
        return self._ink


def paint_stroke(painter: QPainter, stroke: Stroke, unit_px: float, color: QColor) -> None:
    """Paint one stroke as a smooth curve; `unit_px` is the size of a pad unit on the screen."""
    pen = QPen(color, BRUSH * unit_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if not stroke.has_pressure:
        painter.drawPath(_path(stroke, unit_px, 0, len(stroke.points)))
        return
    for first, pressure in enumerate(stroke.pressures[1:]):
        pen.setWidthF(BRUSH * unit_px * (THINNEST + (1 - THINNEST) * float(pressure)))
        painter.setPen(pen)
        painter.drawPath(_path(stroke, unit_px, first, first + 2))


def _path(stroke: Stroke, unit_px: float, first: int, end: int) -> QPainterPath:
    points = [QPointF(x, y) for x, y in stroke.points[first:end] * unit_px]
    path = QPainterPath(points[0])
    if len(points) == 1:
        path.lineTo(points[0] + QPointF(0.01, 0))  # a tap: round caps make it a dot
        return path
    controls = curve_controls(stroke.points)[first : end - 1] * unit_px
    for (out, into), point in zip(controls, points[1:], strict=True):
        path.cubicTo(QPointF(*out), QPointF(*into), point)
    return path
