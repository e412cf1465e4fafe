"""A plot from the keyboard: Left and Right move, + and - zoom, 0 and Home show everything."""

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.plots.thinning import Range

_MOVES = {Qt.Key.Key_Left: -0.2, Qt.Key.Key_Right: 0.2}  # of what is seen
_ZOOMS = {
    Qt.Key.Key_Plus: 0.5,
    Qt.Key.Key_Equal: 0.5,  # + without Shift, where they share a key
    Qt.Key.Key_Minus: 2.0,
    Qt.Key.Key_Underscore: 2.0,
}
_WHOLE = (Qt.Key.Key_0, Qt.Key.Key_Home)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def handling() -> str:
    """Say how a plot is moved and zoomed."""
    return QCoreApplication.translate(
        "PlotKeys",
        "Drag, or press Left or Right, to move this plot; use the wheel, or + and -, to "
        "zoom; press 0 or Home to show everything again.",
    )


class PlotKeys(QObject):
    """Understands the keys that come to a plot; while `reach` is None, it leaves them alone.

    `reach` is from where to where its curves go. Signals: `everything_requested()`, and
    `part_requested(Range)` with the x that are to be seen.
    """

    everything_requested = Signal()
    part_requested = Signal(object)

    def __init__(self, plot: pg.PlotWidget) -> None:
        super().__init__(plot)
        self.reach: Range | None = None
        self._plot = plot
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.reach is not None and self._obey(event, self.reach)
        return super().eventFilter(watched, event)

    def _obey(self, event: QKeyEvent, reach: Range) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~_PLAIN:
            return False
        if key in _WHOLE:
            self.everything_requested.emit()
        elif key in _MOVES:
            self._look(reach, move=_MOVES[key])
        elif key in _ZOOMS:
            self._look(reach, zoom=_ZOOMS[key])
        else:
            return False
        return True

    def _look(self, reach: Range, *, move: float = 0.0, zoom: float = 1.0) -> None:
        """Ask for another part, never past the curves' ends."""
        first, last = reach
        low, high = self._plot.getViewBox().viewRange()[0]
        width = (high - low) * zoom
        if width >= last - first:
            self.everything_requested.emit()
            return
        middle = (low + high) / 2 + move * width
        left = min(max(first, middle - width / 2), last - width)
        self.part_requested.emit((left, left + width))
