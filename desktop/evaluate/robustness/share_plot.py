"""A plot of shares, 0 to 100 %, along a distortion, with what training varied shaded."""

from collections.abc import Sequence

import pyqtgraph as pg

from desktop.plots.plot_card import PlotCard
from desktop.plots.thinning import Range
from desktop.widgets.theme import fade

_WHOLE: Range = (0.0, 100.0)
_SHADE = 0.14


class SharePlot(PlotCard):
    """Its heights are the same for every curve, so that plots can be compared."""

    def __init__(self, heading: str, empty: str) -> None:
        self._shades: list[pg.LinearRegionItem] = []
        super().__init__(heading, "", empty)
        self.menu.log.setVisible(False)  # of a share it would tell nothing

    def run_from(self, x_name: str, low: float, high: float) -> None:
        """Count something else from left to right, between these ends."""
        self._x_range = (low, high)
        self.run_along(x_name, counted=False)

    def shade(self, ranges: Sequence[Range]) -> None:
        """Shade these parts, from left to right."""
        if self.shaded == list(ranges):
            return
        self.shaded = list(ranges)
        for shade in self._shades:
            self.plot.removeItem(shade)
        self._shades = [pg.LinearRegionItem(ends, movable=False) for ends in ranges]
        for shade in self._shades:
            shade.setZValue(-10)  # under the curves
            self.plot.addItem(shade, ignoreBounds=True)
        self._dress()

    def _fit_heights(self) -> None:
        self._fit("yRange", _WHOLE)

    def _dress(self) -> None:
        super()._dress()
        color = fade(self.palette().highlight().color(), _SHADE)
        edge = pg.mkPen(fade(self.palette().highlight().color(), 3 * _SHADE), width=1)
        for shade in self._shades:
            shade.setBrush(pg.mkBrush(color))
            for line in shade.lines:
                line.setPen(edge)
