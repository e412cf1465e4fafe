"""The line under the mouse and the values that it meets."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Slot

from desktop.i18n.numbers import significant
from desktop.plots.curve_styles import CurveStyle
from desktop.plots.series import Points
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import scaled_font

_EDGE_PX = 8

Curves = list[tuple[CurveStyle, Points]]


def values_at(curves: Curves, x: float) -> tuple[float, list[tuple[CurveStyle, float]]] | None:
    """Return the x nearest to `x` that any curve has, and each curve's value next to it.

    None where there are no points. A curve that doesn't reach so far is left out.
    """
    filled = [(style, points) for style, points in curves if len(points)]
    if not filled:
        return None
    found = [float(points.x[_nearest(points, x)]) for _, points in filled]
    here = min(found, key=lambda place: abs(place - x))
    values = [(style, points, _nearest(points, here)) for style, points in filled]
    return here, [
        (style, float(points.y[index]))
        for style, points, index in values
        if points.x[0] <= here <= points.x[-1]
    ]


def _nearest(points: Points, x: float) -> int:
    after = int(np.clip(np.searchsorted(points.x, x), 1, max(1, len(points) - 1)))
    if after >= len(points):
        return 0
    return after if points.x[after] - x < x - points.x[after - 1] else after - 1


def _written(value: float) -> str:
    return "∞" if np.isposinf(value) else significant(value, 4)


class Crosshair(QObject):
    """Follows the mouse over a plot; `curves()` says what there is to read."""

    def __init__(
        self, plot: pg.PlotWidget, name_x: Callable[[float], str], curves: Callable[[], Curves]
    ) -> None:
        super().__init__(plot)
        self._plot, self._name_x, self._curves = plot, name_x, curves
        self._line = pg.InfiniteLine(angle=90)
        self._line.setVisible(False)
        plot.addItem(self._line, ignoreBounds=True)
        self.readout = Label("", plot)
        self.readout.setObjectName("readout")
        self.readout.setFont(scaled_font(self.readout, 0.85))
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        plot.getViewBox().sigRangeChanged.connect(self._on_range_changed)
        plot.installEventFilter(self)

    def dress(self) -> None:
        """Take the colours of the moment."""
        self._line.setPen(pg.mkPen(self._plot.palette().placeholderText().color(), width=1))

    def hide(self) -> None:
        """Show no line and no values."""
        self._line.setVisible(False)
        self.readout.hide()

    def point_at(self, x: float) -> None:
        """Show the values nearest to `x`, in the data's own unit."""
        found = values_at(self._curves(), x)
        if found is None:
            self.hide()
            return
        here, values = found
        rows = [self._name_x(here)]
        rows += [f"{style.name}  {_written(value)}" for style, value in values]
        self._line.setValue(here)
        self._line.setVisible(True)
        self.readout.setText("\n".join(rows))
        self.readout.adjustSize()
        self.readout.move(self._place(here))
        self.readout.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.hide()
        return super().eventFilter(watched, event)

    def _place(self, x: float) -> QPoint:
        """Return the readout's corner: on the side of the line that has more room."""
        box = self._plot.getViewBox()
        line = self._plot.mapFromScene(box.mapViewToScene(QPointF(x, 0))).x()
        left = line - self.readout.width() - _EDGE_PX
        fits = line + _EDGE_PX + self.readout.width() < self._plot.width()
        return QPoint(round(line + _EDGE_PX if fits else left), _EDGE_PX)

    @Slot()
    def _on_range_changed(self) -> None:
        if self._line.isVisible():
            self.point_at(self._line.value())

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        box = self._plot.getViewBox()
        if box.sceneBoundingRect().contains(position):
            self.point_at(box.mapSceneToView(position).x())
        else:
            self.hide()
