"""The marks of a map: a shape and a colour for each class, so that neither means anything alone."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from desktop.widgets.theme import BLUE, GREEN, ORANGE, SKY, VERMILLION, curve_color

MARK_PX = 13  # the side of a mark's pixmap
_PURPLE, _YELLOW, _BROWN = "#CC79A7", "#F0E442", "#8C6D1F"
_COLORS = (
    (BLUE, SKY),
    (VERMILLION, ORANGE),
    (GREEN, GREEN),
    (_PURPLE, _PURPLE),
    (ORANGE, _YELLOW),
    (SKY, BLUE),
    (_BROWN, VERMILLION),
)


def color_of(index: int, palette: QPalette) -> QColor:
    """Return a class's colour."""
    return curve_color(_COLORS[index % len(_COLORS)], palette)


def mark(index: int, palette: QPalette, ratio: float) -> QPixmap:
    """Return the mark of a class as a pixmap."""
    pixmap = QPixmap(round(MARK_PX * ratio), round(MARK_PX * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MARK_PX / 2, MARK_PX / 2)
    shape = _SHAPES[index % len(_SHAPES)]
    color = color_of(index, palette)
    open_shape = index % len(_SHAPES) in _OPEN
    painter.setPen(QPen(color, 1.5 if open_shape else 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if open_shape else color)
    painter.drawPath(shape)
    painter.end()
    return pixmap


def star(radius: float) -> QPainterPath:
    """Return a star with five points around (0, 0)."""
    return _spikes(5, radius, radius * 0.45)


def _spikes(points: int, outer: float, inner: float) -> QPainterPath:
    corners = [
        QPointF(radius * math.sin(angle), -radius * math.cos(angle))
        for step in range(2 * points)
        for radius, angle in [((outer, inner)[step % 2], step * math.pi / points)]
    ]
    return _closed(corners)


def _closed(corners: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    return path


def _circle(radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0, 0), radius, radius)
    return path


def _cross(reach: float, *, upright: bool) -> QPainterPath:
    path = QPainterPath()
    ends = [(0, reach), (reach, 0)] if upright else [(reach, reach), (reach, -reach)]
    for x, y in ends:
        path.moveTo(-x, -y)
        path.lineTo(x, y)
    return path


def _square(half: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-half, -half, 2 * half, 2 * half))
    return path


def _triangle(half: float, *, up: bool) -> QPainterPath:
    tip = -half if up else half
    return _closed([QPointF(0, tip), QPointF(half, -tip), QPointF(-half, -tip)])


_SHAPES = (
    _circle(3.0),
    _cross(3.2, upright=False),
    _square(2.7),
    _triangle(3.3, up=True),
    _cross(3.8, upright=True),
    _circle(3.0),
    _closed([QPointF(0, -4), QPointF(3.4, 0), QPointF(0, 4), QPointF(-3.4, 0)]),
    _triangle(3.3, up=False),
    _square(2.8),
    _spikes(6, 4.4, 2.0),
)
_OPEN = {1, 4, 5, 8}  # drawn as lines
