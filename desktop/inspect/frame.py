"""The frame of a picture: it lies around the pixels, so that it hides none of them."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPalette, QPen


def paint_frame(
    painter: QPainter, picture: QRectF, palette: QPalette, *, chosen: bool = False
) -> None:
    """Paint a thin frame around a picture, or a marked one around the one that is chosen."""
    edge, width = (palette.highlight(), 2) if chosen else (palette.mid(), 1)
    painter.setPen(QPen(edge.color(), width))
    painter.drawRect(picture.adjusted(-0.5, -0.5, 0.5, 0.5))
