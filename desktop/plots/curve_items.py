"""The lines of a plot: handed to pyqtgraph where they are new, or seen otherwise than before."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QPalette

from desktop.plots.crosshair import Curves
from desktop.plots.curve_styles import CurveStyle
from desktop.plots.end_marks import EndMarks, end_of
from desktop.plots.thinning import Points, Range, thin

_SMALLEST = 1e-12  # what a loss of zero counts as on a logarithmic axis
_LEAST_COLUMNS = 100
_DOT_PX = 10  # dots that stand closer would hide the curve
_FEW = 20  # points of any curve have dots: a lone one would be no line at all


class CurveItems:
    """Draws curves in a plot; `heights` are the y of what is drawn of each, as the axis has it.

    Where a curve's first infinite value would stand, `marks` has a line and a tip.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.styles: list[CurveStyle] = []
        self.heights: list[NDArray[np.float64]] = []
        self._plot = plot
        self._items: list[pg.PlotDataItem] = []
        self._drawn: list[object] = []  # what each item shows
        self._ratio = plot.devicePixelRatioF()  # that the lines are broad for
        self.marks = EndMarks(plot)
        self._ends: list[float | None] = []  # where each curve rises out of the plot for good

    def take(self, styles: list[CurveStyle], palette: QPalette) -> None:
        """Have one line for each style, with nothing drawn yet."""
        while len(self._items) > len(styles):
            self._plot.removeItem(self._items.pop())
        while len(self._items) < len(styles):
            self._items.append(self._plot.plot(antialias=True))
        self._drawn = [None] * len(styles)
        self.heights = [np.empty(0)] * len(styles)
        self._ends = [None] * len(styles)
        self.styles = styles
        self.dress(palette)

    def draw(self, curves: Curves, log: bool) -> None:
        """Draw the part of each curve that is in view; the styles are those taken."""
        if self._ratio != self._plot.devicePixelRatioF():  # it is on another screen now
            self.dress(self._plot.palette())
        within: Range = tuple(self._plot.getViewBox().viewRange()[0])
        columns = max(_LEAST_COLUMNS, self._plot.width())
        for index, (style, points) in enumerate(curves):
            state = (points, points.changes, log, within, columns)
            if state != self._drawn[index]:
                self._drawn[index] = state
                x, y = thin((points.x, points.y), within, columns)
                x, y = _measurable(x, y)
                y = np.log10(np.maximum(y, _SMALLEST)) if log else y
                self.heights[index] = y
                dotted = len(x) <= _FEW or (style.dots and len(x) * _DOT_PX <= columns)
                self._items[index].setSymbol("o" if dotted else None)
                self._items[index].setData(x, y)
                self._ends[index] = end_of(points)
        self._mark_ends(self._plot.palette())

    def dress(self, palette: QPalette, ratio: float | None = None) -> None:
        """Take the colours of the moment, and lines for so many pixels to one; None: the screen's.

        Dots are kept as pixels of the screen: for another ratio they are drawn anew.
        """
        self._ratio = ratio or self._plot.devicePixelRatioF()
        for item, style in zip(self._items, self.styles, strict=True):
            item.setPen(style.pen(palette, self._ratio))
            item.scatter.opts["useCache"] = ratio is None
            item.setSymbolSize(5)
            item.setSymbolPen(None)
            item.setSymbolBrush(style.pen(palette).color())
        self._mark_ends(palette)

    def _mark_ends(self, palette: QPalette) -> None:
        ends = zip(self._ends, self.styles, strict=True)
        pens = [(x, style.pen(palette, self._ratio)) for x, style in ends if x is not None]
        self.marks.show(pens)


def _measurable(x: NDArray[np.float64], y: NDArray[np.float64]) -> Points:
    """Return those points that pyqtgraph can measure: none where all are infinite or no numbers."""
    known = ~np.isinf(y) if np.isfinite(y).any() else np.zeros(len(y), bool)
    return x[known], y[known]
