"""The legend in a plot card's heading: a piece of each curve and its name, as many as fit."""

import math
from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.plots.curve_styles import TRIANGLE, CurveStyle
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font

_SHORTEST_PX = 60  # a name is cut no further: the last ones go instead
_LEGIBLE_PX = 90  # of a name that may be cut


@dataclass(frozen=True)
class _Spacing:
    """What a curve takes besides its name."""

    key_px: int
    gap_px: int  # between the key and its name
    between_px: int  # before the key

    @property
    def all_px(self) -> int:
        return self.key_px + self.gap_px + self.between_px


_ROOMY, _TIGHT = _Spacing(16, 4, 9), _Spacing(10, 3, 5)


class Legend(QWidget):
    """Names the curves at the right, in one row; or in the middle, in as many as it may have.

    Where there isn't room for whole names they move closer, then the longest are cut; where that
    isn't enough, it says how many more there are.
    """

    def __init__(self, parent: QWidget | None = None, *, most_rows: int = 1) -> None:
        super().__init__(parent)
        self._styles: list[CurveStyle] = []
        self._most_rows = most_rows
        self._longest_px = 0  # that a name may be
        self._spacing = _ROOMY
        self.setFont(scaled_font(self, 0.92))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if most_rows > 1:
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_styles(self, styles: list[CurveStyle]) -> None:
        """Show these curves' names."""
        if styles == self._styles:
            return
        self._styles = styles
        self.setToolTip(as_tip("\n".join(style.name for style in styles)))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._most_rows > 1

    def heightForWidth(self, width: int) -> int:
        return len(self._whole_rows(width) or [[]]) * self._height()

    def sizeHint(self) -> QSize:
        return QSize(0, self._height())  # it takes what the heading and the tools leave

    @property
    def count(self) -> int:
        return len(self._styles)

    def whole_width(self) -> int:
        """Return the width in which every name can be read whole."""
        return math.ceil(sum(map(self._whole, self._styles)))

    def least_width(self) -> int:
        """Return the width in which they are named, close together and the long ones cut."""
        widths = [math.ceil(min(self._text_width(s.name), _LEGIBLE_PX)) for s in self._styles]
        return sum(widths) + _TIGHT.all_px * len(widths) - _TIGHT.between_px * bool(widths)

    def rows(self) -> list[list[CurveStyle]]:
        """Return the curves that there is room to name, row by row."""
        self._spacing, self._longest_px = _ROOMY, self.width()
        if rows := self._whole_rows(self.width()):
            return rows
        named, self._spacing, self._longest_px = self._fit(self.width())
        return [named]

    def _whole_rows(self, width: int) -> list[list[CurveStyle]]:
        """Fill rows of about one length with whole names; none where these would be too many."""
        count = len(self._filled(width))
        if not 1 < count <= self._most_rows:
            return self._filled(width) if count == 1 else []

        def is_enough(room: int) -> bool:
            return 0 < len(self._filled(room)) <= count

        return self._filled(bisect_left(range(width), True, key=is_enough))

    def _filled(self, width: int) -> list[list[CurveStyle]]:
        """Put as many whole names into each row as there is room for."""
        rows: list[list[CurveStyle]] = []
        left = 0.0
        for style in self._styles:
            left -= self._whole(style)
            if left < 0:
                left = width - self._whole(style)
                rows.append([])
            if left < 0:
                return []
            rows[-1].append(style)
        return rows

    def fitting(self, width: int) -> list[CurveStyle]:
        """Return the curves that there is room to name in one row."""
        return self._fit(width)[0]

    def _fit(self, width: int) -> tuple[list[CurveStyle], _Spacing, int]:
        """Return them, how close together they stand, and how long a name may be."""
        names = [self._text_width(style.name) for style in self._styles]
        for spacing in (_ROOMY, _TIGHT):
            room = width - spacing.all_px * len(names)
            room += spacing.between_px  # there is nothing before the first
            longest_px = _longest(names, room)
            if sum(names) <= room or (spacing is _TIGHT and longest_px >= _SHORTEST_PX):
                return self._styles, spacing, longest_px
        cut = [self._cut(style.name, _SHORTEST_PX) for style in self._styles]
        widths = [_TIGHT.all_px + self._text_width(name) for name in cut]
        left = width - _TIGHT.gap_px - self._text_width("+99")
        named = [s for i, s in enumerate(self._styles) if sum(widths[: i + 1]) <= left]
        return named, _TIGHT, _SHORTEST_PX

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        rows = self.rows()
        hidden = len(self._styles) - sum(map(len, rows))
        more = f"+{hidden}" if hidden else ""
        if self._text_width(more) > self.width():
            return
        for named in rows:
            self._paint_row(painter, named, more, top)
            top += self._height()

    def _paint_row(self, painter: QPainter, named: list[CurveStyle], more: str, top: int) -> None:
        spacing, height = self._spacing, self._height()
        x = self.width() - sum(map(self._width, named))
        x -= spacing.gap_px + self._text_width(more) if more else 0
        x /= 2 if self._most_rows > 1 else 1
        for style in named:
            key = QRectF(x + spacing.between_px, top, spacing.key_px, height)
            paint_key(painter, style, key, self.palette())
            self._paint_text(painter, self._short(style), key.right() + spacing.gap_px, top)
            x += self._width(style)
        self._paint_text(painter, more, x + spacing.gap_px, top)

    def _paint_text(self, painter: QPainter, text: str, x: float, top: int) -> None:
        painter.setPen(self.palette().placeholderText().color())
        rect = QRectF(x, top, self._text_width(text) + 2, self._height())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def _whole(self, style: CurveStyle) -> float:
        return _ROOMY.all_px + self._text_width(style.name)

    def _width(self, style: CurveStyle) -> float:
        return self._spacing.all_px + self._text_width(self._short(style))

    def _short(self, style: CurveStyle) -> str:
        """Return a name that leaves room for the others."""
        return self._cut(style.name, self._longest_px)

    def _cut(self, name: str, width: int) -> str:
        return self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)

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
    pen.setCosmetic(False)  # as broad on a dense screen
    middle = rect.center()
    painter.setBrush(style.color_in(palette))
    if style.sign == TRIANGLE:  # across a line it would be a blot
        painter.setPen(Qt.PenStyle.NoPen)
        corners = ((-4.0, 3.5), (4.0, 3.5), (0.0, -4.5))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        return
    painter.setPen(pen)
    painter.drawLine(QPointF(rect.left() + 1, middle.y()), QPointF(rect.right() - 1, middle.y()))
    if style.dots:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(middle, 2.5, 2.5)
