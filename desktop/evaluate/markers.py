"""The marks of a map: a shape and a colour for each class, so that neither means anything alone."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette, QPen, QPixmap, QPolygonF

from desktop.widgets.theme import BLUE, ORANGE, SKY, VERMILLION, curve_color

MARK_PX = 13  # the side of a mark's pixmap
_DIGITS = tuple("0123456789")
# On light and on dark: 3 to 1 against the card, and apart for colour-blind eyes, too. Digits that
# are taken for each other are of other hues.
_COLORS = (
    ("#19A0B9", "#25E1E2"),
    ("#015F5A", "#418B71"),
    ("#6B935B", "#B0FCC1"),
    (BLUE, SKY),
    ("#7B5902", "#F9DE5A"),
    ("#494906", "#AFCD87"),
    ("#C266FE", "#9948E4"),
    (VERMILLION, ORANGE),
    ("#5B202B", "#E13724"),
    ("#AD318B", "#C663B2"),
)


def marks_of(classes: Sequence[str]) -> tuple[int, ...]:
    """Return the number of each class's mark: the digit itself, or what another name leads to.

    So a class looks the same whichever others a network knows. Up to a hundred are all different.
    """
    taken = {int(name) for name in classes if name in _DIGITS}
    marks = []
    for name in classes:
        first = sum(name.encode()) % 10
        wanted = (*((first + step) % 10 for step in range(10)), *range(10, 100))
        own = int(name) if name in _DIGITS else next((m for m in wanted if m not in taken), first)
        taken.add(own)
        marks.append(own)
    return tuple(marks)


def color_of(number: int, palette: QPalette) -> QColor:
    """Return a mark's colour."""
    return curve_color(_COLORS[number % 10], palette)


def mark(number: int, palette: QPalette, ratio: float) -> QPixmap:
    """Return a mark as a pixmap; those from 10 on have the shape of one and another's colour."""
    pixmap = QPixmap(round(MARK_PX * ratio), round(MARK_PX * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(MARK_PX / 2, MARK_PX / 2)
    shape = (number + number // 10) % 10
    color, open_shape = color_of(number, palette), shape in _OPEN
    painter.setPen(QPen(color, 1.5 if open_shape else 0.5))
    painter.setBrush(Qt.BrushStyle.NoBrush if open_shape else color)
    painter.drawPath(_SHAPES[shape])
    painter.end()
    return pixmap


def paint_ring(painter: QPainter, corner: QPointF, palette: QPalette, *, gap: bool = False) -> None:
    """Paint what is around the mark of an image that was misread, whose pixmap is at a corner.

    A gap is painted before it, which parts it from the marks of other images.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = QPen(palette.text().color(), 1.5)  # or among many marks only the gap would be seen
    painter.setPen(QPen(palette.base().color(), 3) if gap else line)
    painter.drawEllipse(QRectF(corner.x(), corner.y(), MARK_PX, MARK_PX))


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


def _bow_tie(half: float, height: float) -> QPainterPath:
    ends = [(-half, -height), (half, height), (half, -height), (-half, height)]
    return _closed([QPointF(x, y) for x, y in ends])


_SHAPES = (
    _circle(3.0),
    _cross(3.2, upright=False),
    _square(2.7),
    _triangle(3.3, up=True),
    _cross(3.8, upright=True),
    _bow_tie(4.0, 3.1),  # and no open circle, which would be a ring
    _closed([QPointF(0, -4), QPointF(3.4, 0), QPointF(0, 4), QPointF(-3.4, 0)]),
    _triangle(3.3, up=False),
    _square(2.8),
    _spikes(6, 4.4, 2.0),
)
_OPEN = {1, 4, 8}  # drawn as lines
