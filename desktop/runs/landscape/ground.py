"""What lies under the paths: the bands of the loss in their colours, the axes, the legend."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import number
from desktop.plots.thinning import round_step
from desktop.runs.landscape.relief import Bands, Losses, edges_of
from desktop.widgets.painted import Painted
from desktop.widgets.theme import COOL, curve_color, rgb, scaled_font
from engine.analysis.plane import Box

_DEEPEST = 0.72  # of the accent in the highest band, which paths must stay apart from
_LINE = 0.45  # of the next darker colour, in a contour line
_TICKS = 5
_TICK_PX, _BAR_PX = 4, 14
TOP_PX = 8  # above the map, and the bands beside it
_OPAQUE = np.uint32(0xFF << 24)


def colors(bands: Bands, palette: QPalette) -> list[int]:
    """Return a colour for each band, from paper to the accent, and one for places of no number."""
    paper, deep = rgb(palette.base().color()), rgb(curve_color(COOL, palette))
    shares = np.linspace(0, _DEEPEST, bands.count)[:, None]
    mixed = [*(paper + (deep - paper) * shares), rgb(palette.placeholderText().color())]
    return [_packed(color) for color in np.array(mixed)]


def picture(losses: Losses, bands: Bands, size: tuple[int, int], palette: QPalette) -> QImage:
    """Paint losses (n, n) as large as `size` (height, width) in pixels, with contour lines."""
    codes = bands.codes(losses, size)
    table = np.array(colors(bands, palette), np.uint32)
    pixels = table[codes]
    lines = edges_of(codes)
    ink = np.uint32(_packed(_line_color(palette)))
    pixels[lines] = ink
    height, width = size
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, width, height, width * 4, QImage.Format.Format_RGB32).copy()


def paint_axes(
    painter: QPainter, room: QRectF, box: Box, names: tuple[str, str], palette: QPalette
) -> None:
    """Paint the frame around the map, round numbers, and what leads right and up."""
    paint_frame(painter, room, palette)
    painter.setPen(palette.placeholderText().color())
    height = QFontMetricsF(painter.font()).height()
    left = QRectF(0, 0, room.left() - _TICK_PX - 2, height)
    for value in _round_numbers(box.left, box.right):
        x = room.left() + (value - box.left) / (box.right - box.left) * room.width()
        painter.drawLine(QPointF(x, room.bottom()), QPointF(x, room.bottom() + _TICK_PX))
        spot = QRectF(x - 40, room.bottom() + _TICK_PX + 1, 80, height)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, number(value))
    for value in _round_numbers(box.low, box.high):
        y = room.bottom() - (value - box.low) / (box.high - box.low) * room.height()
        painter.drawLine(QPointF(room.left() - _TICK_PX, y), QPointF(room.left(), y))
        left.moveTop(y - height / 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(left, middle | Qt.AlignmentFlag.AlignRight, number(value))
    below = QRectF(room.left(), room.bottom() + _TICK_PX + height, room.width(), height + 2)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, names[0])
    painter.save()
    painter.translate(0, room.bottom())
    painter.rotate(-90)
    upright = QRectF(0, 0, room.height(), height + 2)
    painter.drawText(upright, Qt.AlignmentFlag.AlignCenter, names[1])
    painter.restore()


class BandLegend(Painted):
    """Shows which colour is which loss: a column of the bands with the numbers between them."""

    def __init__(self) -> None:
        super().__init__()
        self.bands: Bands | None = None
        self.setFont(scaled_font(self, 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(_BAR_PX + 64, 120)

    def show_bands(self, bands: Bands | None) -> None:
        """Show other bands, or none."""
        self.bands = bands
        if bands:
            text = self.tr("Colours of the loss: lines at {0}")
            self.setAccessibleName(fill(text, "; ".join(map(number, bands.edges))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.bands is None:
            return
        painter, count = QPainter(self), self.bands.count
        step, top = min(26.0, (self.height() - TOP_PX - 2) / count), TOP_PX
        for at, color in enumerate(colors(self.bands, self.palette())[:count]):
            band = QRectF(1, top + step * (count - 1 - at), _BAR_PX, step)
            painter.fillRect(band, color)
        paint_frame(painter, QRectF(1, top, _BAR_PX, step * count), self.palette())
        painter.setPen(self.palette().placeholderText().color())
        height = QFontMetricsF(self.font()).height()
        apart = max(1, int(np.ceil(height / step)))
        for at in range(0, len(self.bands.edges), apart):
            y = top + step * (count - 1 - at)
            spot = QRectF(_BAR_PX + 7, y - height / 2, self.width(), height)
            painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, number(self.bands.edges[at]))


def _round_numbers(low: float, high: float) -> list[float]:
    step = round_step((high - low) / _TICKS)
    return [n * step for n in range(int(np.ceil(low / step)), int(high // step) + 1)]


def _line_color(palette: QPalette) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    paper, deep = rgb(palette.base().color()), rgb(curve_color(COOL, palette))
    return np.array(paper + (deep - paper) * min(1.0, _DEEPEST + _LINE))


def _packed(color: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> int:
    red, green, blue = (int(part) for part in color.round())
    return 0xFF << 24 | red << 16 | green << 8 | blue
