"""Points in a plot that are dragged, each of which moves a slider."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette

from desktop.plots.curve_styles import CurveStyle
from desktop.widgets.plain_text import as_tip
from engine.lessons.figures import Handle

_SIZE_PX, _REACH_PX = 14, 18
_ACROSS, _UPRIGHT = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor


class Handles(QObject):
    """Discs that go across and squares that go up and down. Signals: `dragged(str, float)`."""

    dragged = Signal(str, float)

    def __init__(self, plot: pg.PlotWidget) -> None:
        super().__init__(plot)
        self._plot = plot
        self._points = pg.ScatterPlotItem(size=_SIZE_PX)
        self._points.setZValue(11)
        self._held = ""  # the slider that is being moved
        self.shown: tuple[Handle, ...] = ()
        plot.addItem(self._points)

    def show_handles(self, handles: tuple[Handle, ...]) -> None:
        """Show these."""
        self.shown = handles
        signs = ["s" if handle.upright else "o" for handle in handles]
        across, heights = [handle.x for handle in handles], [handle.y for handle in handles]
        self._points.setData(across, heights, symbol=signs)

    def dress(self, palette: QPalette, styles: Sequence[CurveStyle]) -> None:
        """Take the colours of the moment, each handle that of its curve."""
        self._points.setBrush(palette.base().color())
        colors = [styles[handle.curve].color_in(palette) for handle in self.shown]
        if colors:
            self._points.setPen([pg.mkPen(color, width=2.5) for color in colors])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.shown or not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._held = ""
        elif event.type() == QEvent.Type.MouseButtonPress:
            handle = self._near(event.position())
            self._held = handle.slider if handle else ""
        elif event.type() == QEvent.Type.MouseMove:
            self._point_at(event)
            self._drag(event.position())
        return bool(self._held)

    def place(self, handle: Handle) -> QPointF:
        """Return where a handle lies in the viewport."""
        scene = self._plot.getViewBox().mapViewToScene(QPointF(handle.x, handle.y))
        return QPointF(self._plot.mapFromScene(scene))

    def _near(self, position: QPointF) -> Handle | None:
        apart = {(self.place(each) - position).manhattanLength(): each for each in self.shown}
        nearest = min(apart, default=_REACH_PX)
        return apart[nearest] if nearest < _REACH_PX else None

    def _drag(self, position: QPointF) -> None:
        for handle in self.shown:
            if handle.slider == self._held:
                scene = self._plot.mapToScene(position.toPoint())
                point = self._plot.getViewBox().mapSceneToView(scene)
                along = point.y() if handle.upright else point.x()
                self.dragged.emit(handle.slider, along * handle.per)

    def _point_at(self, event: QMouseEvent) -> None:
        """Say what the handle under the mouse does, and show where it goes."""
        if event.buttons():
            return
        near = self._near(event.position())
        viewport = self._plot.viewport()
        viewport.setToolTip(as_tip(near.name if near else ""))
        if near is None:
            viewport.unsetCursor()
        else:
            viewport.setCursor(_UPRIGHT if near.upright else _ACROSS)
