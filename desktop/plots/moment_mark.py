"""The line in a plot at the moment that is looked back on."""

import pyqtgraph as pg
from PySide6.QtGui import QPalette

_WIDTH_PX = 2


class MomentMark:
    """Stands where it is put, until it is hidden; it changes nothing of what the plot shows."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._line = pg.InfiniteLine(angle=90)
        self._line.setVisible(False)
        plot.addItem(self._line, ignoreBounds=True)

    @property
    def x(self) -> float | None:
        """Where it stands; None where it is hidden."""
        return float(self._line.value()) if self._line.isVisible() else None

    def put(self, x: float | None) -> None:
        """Stand at `x`, in the data's own unit; None hides it."""
        if x is not None:
            self._line.setValue(x)
        self._line.setVisible(x is not None)

    def dress(self, palette: QPalette) -> None:
        """Take the colours of the moment."""
        self._line.setPen(pg.mkPen(palette.highlight().color(), width=_WIDTH_PX))
