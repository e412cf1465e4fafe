"""One quiet plot card: a heading, a legend that shows dashes, a plot, and a sentence when empty."""

from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.controls import Card, caption, title
from desktop.theme import GAP_PX, curve_color, fade, scaled_font
from desktop.training.series import Series

SOLID, DASHED, DOTTED = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine


@dataclass(frozen=True)
class CurveStyle:
    """How one curve looks: colour and dashes, so that neither carries the meaning alone."""

    name: str
    colors: tuple[str, str]  # #RRGGBB on light and on dark
    dashes: Qt.PenStyle = SOLID
    opacity: float = 1.0
    dots: bool = False  # a dot on each point: few points, such as epochs

    def color_in(self, palette: QPalette) -> QColor:
        return curve_color(self.colors, palette)

    def pen(self, palette: QPalette) -> QPen:
        pen = QPen(fade(self.color_in(palette), self.opacity), 1, self.dashes)
        pen.setCosmetic(True)
        return pen


class LegendKey(QWidget):
    """A short piece of a curve, for the legend."""

    def __init__(self, style: CurveStyle) -> None:
        super().__init__()
        self._style = style
        self.setFixedSize(QSize(24, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._style.pen(self.palette())
        pen.setWidthF(1.6)
        painter.setPen(pen)
        painter.drawLine(QPointF(1, 6), QPointF(23, 6))
        if self._style.dots:
            painter.setBrush(self._style.color_in(self.palette()))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(12, 6), 2.5, 2.5)


class PlotCard(Card):
    """A card with one plot; `plot` is the pyqtgraph widget, `describe` its text twin."""

    def __init__(self, heading: str, x_name: str, styles: list[CurveStyle], empty: str) -> None:
        super().__init__()
        self.plot = pg.PlotWidget(enableMenu=False)
        self.plot.setAccessibleName(heading)
        self.plot.setLabel("bottom", x_name)
        self.plot.hideButtons()
        self.plot.setMinimumSize(120, 90)
        self._heading = heading
        self._styles = styles
        self._curves = [self._add_curve(style) for style in styles]
        self._empty = QLabel(empty, self.plot)
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._build(heading, styles)
        self._dress()
        self._show_emptiness(True)

    def draw(self, *series: Series) -> None:
        """Show the series, one for each style, in their order."""
        for curve, points in zip(self._curves, series, strict=True):
            curve.setData(points.x, points.y)
        self._show_emptiness(not any(len(points) for points in series))

    def describe(self, text: str) -> None:
        """Say in words what the plot shows, for people who can't see it."""
        self.plot.setAccessibleDescription(text)

    def _show_emptiness(self, empty: bool) -> None:
        self._empty.setVisible(empty)
        for side in ("left", "bottom"):
            self.plot.showAxis(side, not empty)

    def _add_curve(self, style: CurveStyle) -> pg.PlotDataItem:
        dots = {"symbol": "o", "symbolSize": 5, "symbolPen": None}
        curve = self.plot.plot(name=style.name, antialias=True, **(dots if style.dots else {}))
        curve.setDownsampling(auto=True, method="peak")
        curve.setClipToView(True)
        return curve

    def _build(self, heading: str, styles: list[CurveStyle]) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(title(heading))
        top.addStretch()
        for style in styles:
            top.addSpacing(6)
            top.addWidget(LegendKey(style))
            top.addWidget(caption(style.name))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 2, GAP_PX + 2, 6)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.plot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.plot.rect().adjusted(10, 0, -10, -10))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_empty"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        """Take the colours of the moment."""
        palette = self.palette()
        self.plot.setBackground(palette.base().color())
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(palette.mid().color(), width=1))
            axis.setTextPen(palette.placeholderText().color())
            axis.setStyle(tickFont=scaled_font(self, 0.85), tickLength=-4)
            axis.label.setFont(scaled_font(self, 0.85))
            axis.enableAutoSIPrefix(False)
        for curve, style in zip(self._curves, self._styles, strict=True):
            curve.setPen(style.pen(palette))
            if style.dots:
                curve.setSymbolBrush(style.color_in(palette))
        self.plot.showGrid(x=False, y=True, alpha=0.25)
