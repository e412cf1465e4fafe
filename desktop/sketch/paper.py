"""Paints what lies under and over the ink on the pad: frame, guide, words, the eraser's circle.

And where on a pad of any shape the square is that strokes and pictures are measured in.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QTextOption

from desktop.sketch.content import EMPTY, Content
from desktop.sketch.drag import Edges
from desktop.widgets.theme import GAP_PX, RADIUS_PX, fade, scaled_font

_HARDLY = 1e-3  # pad units: less than a pixel, as files round
_BELOW_PX, _BRACKET_PX = 4, 4
_FITTED = 0.97  # of the pad, for ink that gives way to its edges
Box = tuple[float, float, float, float]  # left, top, right, bottom in pad units
GUIDE = 20 / 28  # MNIST fits each digit into 20 of the picture's 28 pixels


def unit_square(rect: QRect, content: Content = EMPTY) -> QRectF:
    """Return the pad's middle, the unit square of strokes: pictures fill it, the guide less.

    Strokes are measured from its corner, so that they stay in the guide on a pad of any shape. It
    gives way where else some of the content would lie beyond the pad: drawn on a wider pad, or
    out of a file.
    """
    shorter = min(rect.width(), rect.height())
    square = QRectF(0, 0, shorter, shorter)
    square.moveCenter(QRectF(rect).center())
    ink, seen = content.reach, edges(rect, square)
    beyond = (seen.left - ink.left, seen.top - ink.top, ink.right - seen.right)
    if max(*beyond, ink.bottom - seen.bottom) < _HARDLY:
        return square
    left, top, width, height = content.box()
    side = _FITTED * min(rect.width() / width, rect.height() / height)
    sheet = QRectF(0, 0, width * side, height * side)
    sheet.moveCenter(QRectF(rect).center())
    return QRectF(sheet.left() - left * side, sheet.top() - top * side, side, side)


def edges(rect: QRect, square: QRectF) -> Edges:
    """Return what is to be seen on a pad whose unit square this is, in pad units."""
    side, corner = square.width(), square.topLeft()
    left, top = (rect.left() - corner.x()) / side, (rect.top() - corner.y()) / side
    return Edges(left, top, left + rect.width() / side, top + rect.height() / side)


def frame(painter: QPainter, rect: QRect, palette: QPalette, *, lit: bool) -> None:
    """Paint the pad's edge: a line under the tools, or all around where keys or a drop go."""
    edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if lit:
        painter.setPen(QPen(palette.highlight().color(), 1.5))
        painter.drawRoundedRect(edge.adjusted(1, 1, -1, -1), RADIUS_PX - 1, RADIUS_PX - 1)
    else:
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawLine(edge.topLeft(), edge.topRight())


def guide(painter: QPainter, square: QRectF, palette: QPalette) -> None:
    """Paint the faint box that tells how large a digit is in MNIST."""
    faint = fade(palette.placeholderText().color(), 0.35)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faint, 1, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(_box(square), RADIUS_PX, RADIUS_PX)


def inside_guide(square: QRectF) -> QRectF:
    """Return where nothing of the guide is to be seen: most of a stroke."""
    return _box(square).adjusted(RADIUS_PX, RADIUS_PX, -RADIUS_PX, -RADIUS_PX)


def _box(square: QRectF) -> QRectF:
    side = GUIDE * square.width()
    box = QRectF(0, 0, side, side)
    box.moveCenter(square.center())
    return box


def invitation(painter: QPainter, square: QRectF, palette: QPalette, words: str) -> None:
    """Paint what to do in the middle of an empty pad."""
    painter.setPen(palette.placeholderText().color())
    painter.setFont(scaled_font(None, 1.25))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, words)


def note(painter: QPainter, rect: QRect, palette: QPalette, words: str) -> None:
    """Paint small words at the pad's bottom, on a ground that keeps them readable."""
    painter.setFont(scaled_font(None, 0.92))
    room = QRectF(rect).adjusted(GAP_PX, 0, -GAP_PX, -8)
    look = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
    look.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a file's name has no gaps
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fade(palette.base().color(), 0.85))
    painter.drawRoundedRect(painter.boundingRect(room, words, look).adjusted(-8, -3, 8, 3), 6, 6)
    painter.setPen(palette.placeholderText().color())
    painter.drawText(room, words, look)


def mark(painter: QPainter, below: QRectF, palette: QPalette, *, is_chosen: bool) -> None:
    """Paint a flat bracket below a digit, whose box this is: what is read as one."""
    role = QPalette.ColorRole.Highlight if is_chosen else QPalette.ColorRole.PlaceholderText
    painter.setPen(QPen(palette.color(role), 2 if is_chosen else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = (below.topLeft(), below.bottomLeft(), below.bottomRight(), below.topRight())
    painter.drawPolyline(corners)


def below(box: Box, rect: QRect, square: QRectF) -> QRectF:
    """Return where the bracket is of a digit with this box, in pad units: always on the pad."""
    left, _, right, bottom = (side * square.width() for side in box)
    place = QRectF(left, bottom + _BELOW_PX, right - left, _BRACKET_PX).translated(square.topLeft())
    place.moveBottom(min(place.bottom(), rect.bottom() - _BELOW_PX))
    return place


def eraser(painter: QPainter, at: QPointF, radius_px: float, palette: QPalette) -> None:
    """Paint how far the eraser reaches."""
    grey = palette.placeholderText().color()
    painter.setBrush(fade(grey, 0.12))
    painter.setPen(QPen(grey, 1))
    painter.drawEllipse(at, radius_px, radius_px)
