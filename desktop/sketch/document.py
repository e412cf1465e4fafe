"""The sketch and its history: what is drawn, and how to undo it. How it looks lives in `canvas`."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.sketch.strokes import Stroke, StrokeBuilder, Strokes


class SketchDocument(QObject):
    """Strokes with undo; one drag is one step, and so is clearing.

    Signals: `changed` after every point, stroke, undo, redo and clear.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._strokes: Strokes = ()
        self._live: StrokeBuilder | None = None

    @property
    def strokes(self) -> Strokes:
        """The strokes that are done, oldest first."""
        return self._strokes

    @property
    def live_stroke(self) -> Stroke | None:
        """The stroke that is being drawn at this moment."""
        return self._live.stroke() if self._live else None

    @property
    def is_empty(self) -> bool:
        return not self._strokes and self._live is None

    def points(self) -> list[NDArray[np.float64]]:
        """Return all strokes as (N, 2) arrays in pad units, the live one too."""
        live = self.live_stroke
        strokes = (*self._strokes, live) if live else self._strokes
        return [stroke.points for stroke in strokes]

    def begin_stroke(self, x: float, y: float, pressure: float = 1.0) -> None:
        """Start a stroke at a point in pad units; one that was still being drawn is finished."""
        self.finish_stroke()
        self._live = StrokeBuilder(x, y, pressure)
        self.changed.emit()

    def extend_stroke(self, x: float, y: float, pressure: float = 1.0) -> None:
        if self._live and self._live.extend(x, y, pressure):
            self.changed.emit()

    def finish_stroke(self) -> None:
        """Make the live stroke one undoable step; without one, do nothing."""
        stroke = self.live_stroke
        if stroke:
            self._live = None
            self._push(self.tr("Stroke"), (*self._strokes, stroke))

    def clear(self) -> None:
        """Wipe the pad, undoably; an empty pad stays as it is."""
        self.finish_stroke()
        if self._strokes:
            self._push(self.tr("Clear"), ())

    def undo(self) -> None:
        self.finish_stroke()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.finish_stroke()
        self.undo_stack.redo()

    def _push(self, text: str, after: Strokes) -> None:
        self.undo_stack.push(_Replace(self, text, self._strokes, after))

    def _show(self, strokes: Strokes) -> None:
        self._strokes = strokes
        self.changed.emit()


class _Replace(QUndoCommand):
    """From one tuple of strokes to another; the strokes themselves are shared, never copied."""

    def __init__(
        self, document: SketchDocument, text: str, before: Strokes, after: Strokes
    ) -> None:
        super().__init__(text)
        self._document, self._before, self._after = document, before, after

    def undo(self) -> None:
        self._document._show(self._before)

    def redo(self) -> None:
        self._document._show(self._after)
