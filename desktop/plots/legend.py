"""The legend in a plot card's heading: a piece of each curve and its name, as many as fit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.plots.curve_styles import CurveStyle
from desktop.widgets.theme import scaled_font

_KEY_PX, _GAP_PX, _BETWEEN_PX = 20, 5, 12
_NAME_PX = 100


class Legend(QWidget):
    """Names the curves from the right; where there are too many, it says how many more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: list[CurveStyle] = []
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

    def fitting(self) -> list[CurveStyle]:
        """Return the curves that there is room to name."""
        room = float(self.width())
        widths = [self._width(style) for style in self._styles]
        if sum(widths) <= room:
            return self._styles
        room -= _GAP_PX + self._text_width("+99")
        return [s for i, s in enumerate(self._styles) if sum(widths[: i + 1]) <= room]

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
        return _BETWEEN_PX + _KEY_PX + _GAP_PX + self._text_width(self._short(style))

    def _short(self, style: CurveStyle) -> str:
        """Return a name that leaves room for others."""
        metrics = self.fontMetrics()
        return metrics.elidedText(style.name, Qt.TextElideMode.ElideRight, _NAME_PX)

    def _text_width(self, text: str) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(text) + 1

    def _height(self) -> int:
        return self.fontMetrics().height() + 2


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
