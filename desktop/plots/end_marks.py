"""Marks where curves rise out of a plot for good: their next value is infinite."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Slot
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from desktop.plots.series import Points

End = tuple[float, QPen]  # the x of the first infinite value, and how its line looks

_SIZE_PX = 10


def end_of(points: Points) -> float | None:
    """Return the x of a curve's first infinite value; None where it has none."""
    rows = np.flatnonzero(np.isposinf(points.y))
    return float(points.x[rows[0]]) if len(rows) else None


class EndMarks:
    """A line at each end, with a tip at the plot's upper edge, whatever part is in view."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self.ends: list[End] = []
        self._plot = plot
        self._lines: list[pg.InfiniteLine] = []
        self._tips = pg.ScatterPlotItem(size=_SIZE_PX, symbol=_tip(), pen=None)
        box = plot.getViewBox()
        box.addItem(self._tips, ignoreBounds=True)  # the plot would count it among its curves
        box.sigYRangeChanged.connect(self._place_tips)

    def show(self, ends: list[End]) -> None:
        """Mark these ends, and no others."""
        if ends == self.ends:
            return
        self.ends = ends
        while self._lines:
            self._plot.removeItem(self._lines.pop())
        for x, pen in ends:
            self._lines.append(pg.InfiniteLine(x, angle=90, pen=pen))
            self._plot.addItem(self._lines[-1], ignoreBounds=True)
        self._place_tips()

    def places_px(self) -> list[float]:
        """Return how far from the plot's left they stand."""
        box = self._plot.getViewBox()
        return [box.mapViewToScene(QPointF(x, 0)).x() for x, _ in self.ends]

    @Slot()
    def _place_tips(self, *_: object) -> None:
        top = self._plot.getViewBox().viewRange()[1][1]
        brushes = [pg.mkBrush(pen.color()) for _, pen in self.ends]
        self._tips.setData([x for x, _ in self.ends], [top] * len(self.ends), brush=brushes)


def _tip() -> QPainterPath:
    """Return a triangle that points up at its place, as high as the size tells."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(0, 0), QPointF(0.6, 1), QPointF(-0.6, 1)]))
    path.closeSubpath()
    return path
