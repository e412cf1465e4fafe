"""The two axes of a plot: what they count, how they look. They are painted when they change."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneResizeEvent, QWidget

from desktop.i18n.numbers import style
from desktop.plots.thinning import round_step
from desktop.widgets.painted import Painted
from desktop.widgets.theme import scaled_font
from engine.words.numbers import ENGLISH

_SIDES = ("left", "bottom")
_APART_PX = {"left": 32, "bottom": 80}  # from a number to the next, unless there would be too few
_LEAST_PX, _GOOD_PX = (120, 50), 78  # of a plot
_LEAST = 3  # numbers on a logarithmic axis
_FEWEST, _MOST, _FEW = 4, 10, 8  # steps; epochs that all have their number
_WIDE_NUMBER, _WIDE_PX = 1000, 50  # four of these would overlap in a narrow plot
_TICKED_PX = 500  # of a longer axis with powers has no more numbers than one of this length
_NUMBER_PX = 14  # from a number to the next at least, of those one above the other
_EDGE_PX = 14  # half a number stands beyond the last point
OVER_PX = 4  # that a plot leaves on top, for the upper half of a number at the axis' end
_HALF_PX = 5
_BELOW = -200  # a ViewBox has -100
_LIFT_PX = 4  # pyqtgraph lays a label so low that a g loses its foot


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Has room for the whole of its label's letters, and round numbers that don't crowd.

    With `counts` it is of batches or epochs: there is nothing between two of them.
    """

    counts = False
    text_px = 0.0  # that its numbers are wide
    least_text_px = 0.0  # that it is wide for numbers: as another one, with which it is flush
    _laid_out = ""  # the label's HTML

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        if self.logMode or high <= low:
            powers: list[tuple[float, float]] = super().tickSpacing(
                low, high, min(size, _TICKED_PX)
            )
            return powers
        is_wide = self.orientation == "bottom" and high >= _WIDE_NUMBER
        fewest = 1 if is_wide else _FEWEST
        if self.orientation == "left":  # of a low plot the numbers would touch
            fewest = min(fewest, max(1, int(size / _NUMBER_PX)))
        most = min(max(fewest, size / _APART_PX[self.orientation]), _MOST)
        step = 1.0 if self.counts and high - low <= _FEW else round_step((high - low) / most)
        if math.floor(high / step) <= math.ceil(low / step):  # one number tells of no scale
            finer = round_step(step / 2.5)
            if not is_wide or finer / (high - low) * size >= _WIDE_PX:
                step = finer
        return [(max(step, 1.0) if self.counts else step, 0.0)]

    def logTickValues(
        self, low: float, high: float, size: float, ticks: list[tuple[float, list[float]]]
    ) -> list[tuple[float | None, list[float]]]:
        """Leave 2 and 5 between two powers, where these will do: 0.09 would lie on 0.1."""
        levels = super().logTickValues(low, high, size, ticks)
        powers = [x for step, values in levels if step for x in values]
        between = [x for step, values in levels if not step for x in values]
        between = [x for x in between if not np.isclose(x, powers).any()]  # or each is there twice
        few = [x for x in between if _is_round(x)]
        chosen = few if len(powers) + len(few) >= _LEAST else between
        return [(step, values if step else chosen) for step, values in levels]

    def boundingRect(self) -> QRectF:
        """Return where it paints: pyqtgraph leaves out the numbers at both ends of a grid."""
        area: QRectF = super().boundingRect()
        return area.adjusted(0, -_HALF_PX, 0, _HALF_PX) if self.orientation == "left" else area

    def fit(self) -> None:
        """Be as wide as its numbers, before they are painted: they would lie on the label."""
        self.textWidth = 0
        picture = QPicture()
        painter = QPainter(picture)
        painter.setFont(self.style["tickFont"] or painter.font())
        self.generateDrawSpecs(painter)
        painter.end()

    def _updateMaxTextSize(self, x: float) -> None:
        self.text_px = x
        super()._updateMaxTextSize(max(x, self.least_text_px))

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        texts: list[str] = super().tickStrings(values, scale, spacing)
        if not self.logMode and spacing >= 1:
            texts = [ENGLISH.write(value * scale, ",.0f") for value in values]
        return [style().sign(text).replace("-", "−") for text in texts]

    def updateAutoSIPrefix(self) -> None:
        """Write numbers as they are: pyqtgraph would make 500 of 0.5, even where that is off."""
        self._updateLabel()

    def _updateLabel(self) -> None:
        """Lay the label out where it is another one: pyqtgraph does whenever a range changes."""
        if self.labelString() != self._laid_out:
            self._laid_out = self.labelString()
            super()._updateLabel()
        self.picture = None
        self.update()

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        super().resizeEvent(event)
        if self.orientation == "bottom" and self.label is not None:  # None once it is closed
            self.label.moveBy(0, -_LIFT_PX)


def _is_round(power: float) -> bool:
    return round(10 ** (power % 1), 3) in (1, 2, 5, 10)


class LogAxis(Axis):
    """Where it is logarithmic, writes 1,000 and 0.001, as the field beside it does."""

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [ENGLISH.write(10**value, ",.6g") for value in values]  # `tickStrings` translates


class NamedPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot that screen readers know as a picture, by the name that it is given.

    What it shows lies on its grid: pyqtgraph draws that through curves and points.
    """

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.setViewport(Painted())
        self.viewport().setMouseTracking(True)
        for side in _SIDES:
            self.getAxis(side).setZValue(_BELOW)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX[0], _GOOD_PX)  # where there is less, others give way as much

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.viewport().setAccessibleName(name)


def make_plot(x_name: str, *, log_x: bool) -> pg.PlotWidget:
    """Return an empty plot whose x is counted, or the logarithm (base 10) of what is meant."""
    axis = LogAxis("bottom") if log_x else Axis("bottom")
    axis.counts = not log_x
    axes = {"left": LogAxis("left"), "bottom": axis}
    plot = NamedPlot(enableMenu=False, axisItems=axes)
    plot.setLabel("bottom", x_name)
    axis.setLogMode(log_x)
    plot.hideButtons()
    plot.setMinimumSize(*_LEAST_PX)
    plot.getViewBox().disableAutoRange()
    plot.getPlotItem().layout.setContentsMargins(0, OVER_PX, _EDGE_PX, 0)
    axis.setStyle(hideOverlappingLabels=False, maxTextLevel=0)
    keep_axes(plot, QGraphicsItem.CacheMode.DeviceCoordinateCache)
    return plot


def keep_axes(plot: pg.PlotWidget, mode: QGraphicsItem.CacheMode) -> None:
    """Keep the painted axes as pictures, or not: they cost more than a curve, and seldom change.

    A picture that is made for the screen would be blurred in any other resolution.
    """
    for side in _SIDES:
        for item in (plot.getAxis(side), plot.getAxis(side).label):
            item.setCacheMode(mode)


def dress_plot(plot: pg.PlotWidget, widget: QWidget) -> None:
    """Give the plot the colours and the fonts that `widget` has at the moment."""
    palette, font = widget.palette(), scaled_font(widget, 0.85)
    plot.setBackground(palette.base().color())
    for side in _SIDES:
        axis = plot.getAxis(side)
        axis.setPen(pg.mkPen(palette.mid().color(), width=1))
        axis.setTextPen(palette.placeholderText().color())
        axis.setStyle(tickFont=font, tickLength=-4, tickTextHeight=13)
        axis.label.setFont(font)
    plot.showGrid(x=False, y=True, alpha=0.25)


def show_axes(plot: pg.PlotWidget, *, shown: bool) -> None:
    """Show both axes, or none."""
    sides = [side for side in _SIDES if plot.getAxis(side).isVisible() != shown]
    for side in sides:
        plot.showAxis(side, shown)
    if sides:  # lie there now, or all is painted before that, and again after it
        plot.getPlotItem().layout.activate()
