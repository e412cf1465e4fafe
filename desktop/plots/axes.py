"""The two axes of a plot: what they count, how they look. They are painted when they change."""

import pyqtgraph as pg
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneResizeEvent, QWidget

from desktop.i18n.numbers import style
from desktop.widgets.painted import Painted
from desktop.widgets.theme import scaled_font
from engine.words.numbers import ENGLISH

_SIDES = ("left", "bottom")
_TICKED_PX = 500  # of a longer axis has no more numbers than one of this length
_EDGE_PX = 14  # half a number stands beyond the last point
_LIFT_PX = 4  # pyqtgraph lays a label so low that a g loses its foot


class Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Has room for the whole of its label's letters, and few numbers however long it is."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacings: list[tuple[float, float]] = super().tickSpacing(low, high, min(size, _TICKED_PX))
        return spacings

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        texts: list[str] = super().tickStrings(values, scale, spacing)
        return [style().sign(text) for text in texts]

    def resizeEvent(self, event: QGraphicsSceneResizeEvent | None = None) -> None:
        super().resizeEvent(event)
        if self.orientation == "bottom" and self.label is not None:  # None once it is closed
            self.label.moveBy(0, -_LIFT_PX)


class _WholeAxis(Axis):
    """Batches and epochs are counted: there is nothing between two of them."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacings = super().tickSpacing(low, high, size)
        return [spacing for spacing in spacings if spacing[0] >= 1] or [(1.0, 0.0)]


class LogAxis(Axis):
    """Where it is logarithmic, writes 10 and 0.001, as the field beside it does."""

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [ENGLISH.write(10**value, ".6g") for value in values]  # `tickStrings` translates


class NamedPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot that screen readers know as a picture, by the name that it is given."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.setViewport(Painted())
        self.viewport().setMouseTracking(True)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.viewport().setAccessibleName(name)


def make_plot(x_name: str, *, log_x: bool) -> pg.PlotWidget:
    """Return an empty plot whose x is counted, or the logarithm (base 10) of what is meant."""
    axis = LogAxis("bottom") if log_x else _WholeAxis("bottom")
    axes = {"left": LogAxis("left"), "bottom": axis}
    plot = NamedPlot(enableMenu=False, axisItems=axes)
    plot.setLabel("bottom", x_name)
    axis.setLogMode(log_x)
    plot.hideButtons()
    plot.setMinimumSize(120, 70)
    plot.getViewBox().disableAutoRange()
    plot.getPlotItem().layout.setContentsMargins(0, 0, _EDGE_PX, 0)
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
        axis.enableAutoSIPrefix(False)
    plot.showGrid(x=False, y=True, alpha=0.25)


def show_axes(plot: pg.PlotWidget, *, shown: bool) -> None:
    """Show both axes, or none."""
    for side in _SIDES:
        if plot.getAxis(side).isVisible() != shown:
            plot.showAxis(side, shown)
