"""The legend in a plot card's heading: a piece of each curve and its name, as many as fit."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.plots.curve_styles import CurveStyle
from desktop.widgets.theme import scaled_font

_KEY_PX, _GAP_PX, _BETWEEN_PX = 16, 4, 9
_KEYS_PX = _KEY_PX + _GAP_PX + _BETWEEN_PX  # what a curve takes besides its name
_SHORTEST_PX = 60  # a name is cut no further: the last ones go instead


class Legend(QWidget):
    """Names the curves from the right.

    Where there isn't room for whole names the longest are cut; where that isn't enough, it says how
    many more there are.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: list[CurveStyle] = []
        self._longest_px = 0  # that a name may be
        self.setFont(scaled_font(self, 0.92))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_styles(self, styles: list[CurveStyle]) -> None:
        """Show these curves' names."""
        if styles == self._styles:
            return
        self._styles = styles
        self.setToolTip("\n".join(style.name for style in styles))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._height())  # it takes what the heading and the tools leave

    def whole_width(self) -> int:
        """Return the width in which every name can be read whole."""
        names = sum(self._text_width(style.name) for style in self._styles)
        return math.ceil(names + _KEYS_PX * len(self._styles))

    def fitting(self) -> list[CurveStyle]:
        """Return the curves that there is room to name."""
        names = [self._text_width(style.name) for style in self._styles]
        room = self.width() - _KEYS_PX * len(names)
        self._longest_px = _longest(names, room)
        if self._longest_px >= _SHORTEST_PX or sum(names) <= room:
            return self._styles
        self._longest_px = _SHORTEST_PX
        widths = [self._width(style) for style in self._styles]
        left = self.width() - _GAP_PX - self._text_width("+99")
        return [s for i, s in enumerate(self._styles) if sum(widths[: i + 1]) <= left]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        named = self.fitting()
        hidden = len(self._styles) - len(named)
        more = f"+{hidden}" if hidden else ""
        if self._text_width(more) > self.width():
            return
        x = self.width() - sum(map(self._width, named))
        x -= _GAP_PX + self._text_width(more) if more else 0
        for style in named:
            key = QRectF(x + _BETWEEN_PX, 0, _KEY_PX, self.height())
            paint_key(painter, style, key, self.palette())
            self._paint_text(painter, self._short(style), x + _BETWEEN_PX + _KEY_PX + _GAP_PX)
            x += self._width(style)
        self._paint_text(painter, more, x + _GAP_PX)

    def _paint_text(self, painter: QPainter, text: str, x: float) -> None:
        painter.setPen(self.palette().placeholderText().color())
        rect = QRectF(x, 0, self._text_width(text) + 2, self.height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _width(self, style: CurveStyle) -> float:
        return _KEYS_PX + self._text_width(self._short(style))

    def _short(self, style: CurveStyle) -> str:
        """Return a name that leaves room for the others."""
        metrics = self.fontMetrics()
        return metrics.elidedText(style.name, Qt.TextElideMode.ElideRight, self._longest_px)

    def _text_width(self, text: str) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(text) + 1

    def _height(self) -> int:
        return self.fontMetrics().height() + 2


def _longest(names: list[float], room: float) -> int:
    """Return how long a name may be, so that all fit: only those that are longer are cut."""
    left = sorted(names)
    while left and sum(left) > room:
        share = room / len(left)
        if left[0] >= share:
            return max(0, int(share))
        room -= left.pop(0)
    return math.ceil(max(names, default=0))


def paint_key(painter: QPainter, style: CurveStyle, rect: QRectF, palette: QPalette) -> None:
    """Paint a piece of a curve, as wide as `rect` and in its middle."""
    pen = style.pen(palette)
    pen.setWidthF(1.6)
    middle = rect.center()
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left() + 1, middle.y()), QPointF(rect.right() - 1, middle.y()))
    if style.dots:
        painter.setBrush(style.color_in(palette))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(middle, 2.5, 2.5)
