"""Paints strokes and pictures, and keeps what is done as a pixmap: a move costs a few pieces only.

Where the strokes come from lives in `document`, the paper under them in `canvas`.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from desktop.sketch.content import Picture
from desktop.sketch.strokes import Stroke, Strokes
from desktop.widgets.pixels import as_ink, as_qimage
from engine.images.curve import LEAVES_BOX_BY, points_along

_PICTURE = 0.94  # of the pad
_SPACING_PX = 2.0  # straight pieces this short look like the curve
_UNSETTLED = 1  # the last piece of a live stroke still bends when the next point comes
_AT_ONCE = 8  # pieces: to settle each alone costs as much as to paint them all


class InkLayer:
    """The finished ink in one colour and size, and of a live stroke what no longer changes."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._strokes: Strokes | None = None
        self._settled = 0  # pieces of the live stroke that are in the pixmap

    def forget(self) -> None:
        """Paint everything anew at the next chance: colour, size or screen have changed."""
        self._strokes = None

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        square: QRectF,
        strokes: Strokes,
        live: Stroke | None,
        color: QColor,
    ) -> None:
        """Paint all strokes onto a pad of `size` whose unit square is `square`, in px.

        The resolution is the painter's own.
        """
        ratio = painter.device().devicePixelRatioF()
        if strokes is not self._strokes or self._pixmap.devicePixelRatio() != ratio:
            self._begin(size, ratio)
            self._add([(stroke, 0, len(stroke.points)) for stroke in strokes], square, color)
            self._strokes = strokes
        if live:
            settled = max(0, len(live.points) - 1 - _UNSETTLED)
            if settled >= self._settled + _AT_ONCE:
                self._add([(live, self._settled, settled)], square, color)
                self._settled = settled
        painter.drawPixmap(0, 0, self._pixmap)
        if live:
            painter.save()
            painter.translate(square.topLeft())
            _paint_pieces(painter, live, self._settled, len(live.points), square.width(), color)
            painter.restore()

    def end_live(self) -> None:
        """The live stroke is over: done, or taken back."""
        if self._settled:
            self.forget()

    def _begin(self, size: QSize, ratio: float) -> None:
        self._settled = 0
        self._pixmap = QPixmap(size * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)

    def _add(self, pieces: list[tuple[Stroke, int, int]], square: QRectF, color: QColor) -> None:
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(square.topLeft())
        for stroke, first, end in pieces:
            _paint_pieces(painter, stroke, first, end, square.width(), color)
        painter.end()


def fresh_area(live: Stroke, square: QRectF) -> QRect:
    """Return where the newest point of a live stroke has changed what is to be seen."""
    near = live.points[-4:] * square.width()  # the neighbours that bend the last two pieces
    low, size = near.min(axis=0), np.ptp(near, axis=0)
    room = live.width * square.width() / 2 + float(size.max()) * LEAVES_BOX_BY + 2
    area = QRectF(low[0], low[1], size[0], size[1]).adjusted(-room, -room, room, room)
    return area.translated(square.topLeft()).toAlignedRect()


def paint_stroke(painter: QPainter, stroke: Stroke, unit_px: float, color: QColor) -> None:
    """Paint one stroke as a smooth curve; `unit_px` is the size of a pad unit on the screen."""
    _paint_pieces(painter, stroke, 0, len(stroke.points), unit_px, color)


def paint_picture(painter: QPainter, picture: Picture, area: QRectF, ink: QColor) -> None:
    """Paint a picture as large as it fits into the square `area`: a 28x28 in pixels, in `ink`."""
    if picture.colors is None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, as_ink(picture.image, ink))
        return
    image = as_qimage(picture.colors)
    room = area.size() * _PICTURE
    scale = min(room.width() / image.width(), room.height() / image.height())
    place = QRectF(0, 0, image.width() * scale, image.height() * scale)
    place.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, image)


def _paint_pieces(
    painter: QPainter, stroke: Stroke, first: int, end: int, unit_px: float, color: QColor
) -> None:
    """Paint the pieces `first` to `end` of a curve; the piece i ends at the point i + 1."""
    pen = QPen(color, stroke.width * unit_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    before = max(0, first - 1)  # a piece's neighbours bend it, and none beyond them
    places, curve = points_along(stroke.points[before : end + 2] * unit_px, _SPACING_PX)
    last = min(end, len(stroke.points) - 1)
    starts = np.searchsorted(places, np.arange(first, last + 1) - before)
    if not stroke.has_pressure:
        _paint_line(painter, curve[starts[0] : starts[-1] + 1])
        return
    for width, start, stop in zip(
        stroke.piece_widths[first:last].tolist(), starts[:-1], starts[1:], strict=True
    ):
        pen.setWidthF(width * unit_px)
        painter.setPen(pen)
        _paint_line(painter, curve[start : stop + 1])


def _paint_line(painter: QPainter, points: NDArray[np.float64]) -> None:
    """Paint short straight pieces: between two short Béziers, Qt leaves a sharp corner open."""
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:].tolist():
        path.lineTo(x, y)
    if path.elementCount() == 1:
        path.lineTo(points[0, 0] + 0.01, points[0, 1])  # a tap: round caps make it a dot
    painter.drawPath(path)
