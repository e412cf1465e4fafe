"""The cells of a picture: where they lie, what stands in them, and their colours."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPalette, QPen

from desktop.i18n.numbers import decimal
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.pixels import as_qimage
from engine.lessons.figures import Picture

_SMALL_PX, _AWAY_PX, _HALO_PX = 16, 1.5, 4  # of a cell; of its frame


def cell_at(shape: tuple[int, ...], box: QRectF, position: QPointF) -> tuple[int, int]:
    """Return row and column of the cell at a place; at the edge, where it lies beside the box."""
    inside = position - box.topLeft()
    row = int(inside.y() / box.height() * shape[0])
    column = int(inside.x() / box.width() * shape[1])
    return min(max(row, 0), shape[0] - 1), min(max(column, 0), shape[1] - 1)


def part_of(picture: Picture, box: QRectF) -> QRectF:
    """Return where the rows and columns to look at lie in a picture that is painted in `box`."""
    assert picture.part
    rows, columns = picture.part
    down, across = box.height() / picture.values.shape[0], box.width() / picture.values.shape[1]
    left, top = box.left() + columns.start * across, box.top() + rows.start * down
    width, height = (columns.stop - columns.start) * across, (rows.stop - rows.start) * down
    return QRectF(left, top, width, height)


def paint_part(painter: QPainter, part: QRectF, palette: QPalette) -> None:
    """Paint the frame around a part; around a small one, at a distance that leaves it whole."""
    if min(part.width(), part.height()) < _SMALL_PX:
        part = part.adjusted(-_AWAY_PX, -_AWAY_PX, _AWAY_PX, _AWAY_PX)
        painter.setPen(QPen(palette.base().color(), _HALO_PX))
        painter.drawRect(part.adjusted(-0.5, -0.5, 0.5, 0.5))
    paint_frame(painter, part, palette, chosen=True)


def has_gaps(picture: Picture) -> bool:
    """Tell whether there are other rows or columns between those to look at."""
    return any((part.step or 1) > 1 for part in picture.part or ())


def others(picture: Picture, box: QRectF) -> QPainterPath:
    """Return all cells but those to look at, in a picture that is painted in `box`."""
    assert picture.part
    path = QPainterPath()  # what two of its rectangles cover isn't filled
    path.addRect(box)
    rows, columns = picture.values.shape[:2]
    across, down = box.width() / columns, box.height() / rows
    for row in range(*picture.part[0].indices(rows)):
        for column in range(*picture.part[1].indices(columns)):
            left, top = box.left() + column * across, box.top() + row * down
            path.addRect(QRectF(left, top, across, down))
    return path


def tile_lines(picture: Picture, box: QRectF) -> list[QLineF]:
    """Return the lines between the tiles of a picture that is painted in `box`, if it has any."""
    rows, columns = picture.values.shape[:2]
    high, wide = picture.tiles or (rows, columns)
    across = [box.left() + at / columns * box.width() for at in range(wide, columns, wide)]
    down = [box.top() + at / rows * box.height() for at in range(high, rows, high)]
    upright = [QLineF(x, box.top(), x, box.bottom()) for x in across]
    return upright + [QLineF(box.left(), y, box.right(), y) for y in down]


def in_cell(value: np.generic) -> str:
    """Return a value as short as a cell wants it: "255", "0.50", "−1.2e3"."""
    plain = value.item()
    if isinstance(plain, bool | int) or (abs(plain) < 1000 and plain == int(plain)):
        return str(int(plain)).replace("-", "−")
    if 0.005 <= abs(plain) < 100:
        return decimal(plain, 2).replace("-", "−")
    return number(plain)


def as_image(picture: Picture, palette: QPalette) -> QImage:
    """Return the picture with one pixel for each value, in the colours of the moment."""
    values = picture.values
    if values.ndim == 3:
        return _colors(values)
    plain = np.ascontiguousarray(values, np.float32)
    if picture.signed:
        most = max(abs(picture.low or 0.0), abs(picture.high or 0.0))
        scale = Scale(Shade.SIGNED, most) if most else Scale.of(plain)
        return scale.image(plain, palette)
    finite = plain[np.isfinite(plain)]
    low, high = picture.low, picture.high
    low = float(finite.min()) if low is None and finite.size else low or 0.0
    high = float(finite.max()) if high is None and finite.size else high or 1.0
    return Scale(Shade.INK, (high - low) or 1.0).image(plain - low, palette)


def _colors(values: NDArray[np.generic]) -> QImage:
    """Return (H, W, 3), uint8 or floats from 0 to 1, in its own colours."""
    if values.dtype != np.uint8:
        values = np.rint(np.clip(values.astype(np.float64), 0, 1) * 255)
    return as_qimage(values.astype(np.uint8, copy=False))
