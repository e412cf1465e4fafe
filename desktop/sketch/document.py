"""The sketch and its history: what is on the pad, and how to undo it. How it looks: `canvas`."""

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.sketch.content import EMPTY, Content, Image, Picture
from desktop.sketch.drag import UNIT, Drag, Edges
from desktop.sketch.erasing import erase
from desktop.sketch.history import MOST_STEPS, History, Step
from desktop.sketch.strokes import BRUSH, Stroke, Strokes


class SketchDocument(QObject):
    """A `Content` with undo; one drag is one step, and so are clearing and a picture.

    Signals: `changed` after every point, stroke, undo, redo and clear.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self._content = EMPTY
        self._drag: Drag | None = None
        self._drawn: Strokes = ()  # all but the stroke under the pen, while there is a drag
        self._wiping: tuple[float, float] | None = None  # where the eraser is
        self._wiped: Strokes = ()  # what it has left so far

    @property
    def content(self) -> Content:
        """What is done, and can be undone."""
        return self._content

    @property
    def history(self) -> History:
        """What is done, and all that can be undone or done again."""
        stack = self.undo_stack
        commands = [stack.command(at) for at in range(stack.count())]
        done = [command for command in commands if isinstance(command, _Replace)]
        if not done:
            return History((self._content,))
        states = (done[0].before, *(command.after for command in done))
        return History(states, tuple(command.step for command in done), stack.index())

    @property
    def strokes(self) -> Strokes:
        """The strokes to be shown, oldest first, without the one that is being drawn."""
        if self._drag:
            return self._drawn
        return self._wiped if self._wiping else self._content.strokes

    @property
    def picture(self) -> Picture | None:
        """The picture on the pad; a stroke that is being drawn has already taken its place."""
        return None if self._drag else self._content.picture

    @property
    def live_stroke(self) -> Stroke | None:
        """The stroke that is being drawn at this moment; None while the pen is off the pad."""
        return self._drag.stroke if self._drag else None

    @property
    def is_empty(self) -> bool:
        return not self.strokes and self.picture is None and self._drag is None

    @property
    def shown(self) -> Content:
        """What is on the pad at this moment, with what is being drawn or erased."""
        live = self.live_stroke
        return Content((*self.strokes, live) if live else self.strokes, self.picture)

    def image(self) -> Image | None:
        """Return what the model sees of it all, uint8 (28, 28)."""
        return self.shown.image()

    def begin_stroke(
        self,
        x: float,
        y: float,
        pressure: float = 1.0,
        width: float = BRUSH,
        edges: Edges = UNIT,
    ) -> None:
        """Start a drag at a point in pad units; one that was still under way is finished.

        What it draws beyond the edges leaves no ink.
        """
        self.finish_stroke()
        self._drag, self._drawn = Drag(x, y, pressure, width, edges), self._content.strokes
        self.changed.emit()

    def extend_stroke(self, x: float, y: float, pressure: float = 1.0) -> None:
        if self._drag is None:
            return
        done = self._drag.done
        if self._drag.extend(x, y, pressure):
            if self._drag.done is not done:
                self._drawn = (*self._content.strokes, *self._drag.done)
            self.changed.emit()

    def begin_erasing(self, x: float, y: float, radius: float) -> None:
        """Put the eraser down at a point; it leaves a picture alone."""
        self.finish_stroke()
        self._wiping, self._wiped = (x, y), self._content.strokes
        self.extend_erasing(x, y, radius)

    def extend_erasing(self, x: float, y: float, radius: float) -> None:
        """Draw the eraser on to a point in pad units."""
        if self._wiping is None:
            return
        left = erase(self._wiped, np.array(self._wiping), np.array([x, y]), radius)
        self._wiping = (x, y)
        if left is not self._wiped:
            self._wiped = left
            self.changed.emit()

    def finish_stroke(self) -> None:
        """Make what the pen or the eraser did one undoable step; without either, do nothing."""
        if self._drag:
            drawn, self._drag = self._drag.strokes, None
            self._push(Step.STROKE, Content((*self._content.strokes, *drawn)))
        elif self._wiping:
            self._wiping = None
            if self._wiped is not self._content.strokes:
                self._push(Step.ERASING, Content(self._wiped))

    def drop_stroke(self) -> None:
        """Take back what the pen or the eraser is doing, as if it had never touched the pad."""
        if self._drag or self._wiping:
            self._drag = self._wiping = None
            self.changed.emit()

    def clear(self) -> None:
        """Wipe the pad, undoably; an empty pad stays as it is."""
        self.finish_stroke()
        if not self._content.is_empty:
            self._push(Step.CLEAR, EMPTY)

    def take_off(self, strokes: Strokes) -> None:
        """Take these strokes off the pad, undoably; without any, all that is on it."""
        left = tuple(stroke for stroke in self._content.strokes if stroke not in strokes)
        if strokes and left:
            self.finish_stroke()
            self._push(Step.ERASING, Content(left))
        else:
            self.clear()

    def put(self, content: Content) -> None:
        """Put a picture or another sketch on the pad, undoably, in place of what is there."""
        self.finish_stroke()
        self._push(Step.PICTURE if content.picture else Step.SKETCH, content)

    def restore(self, history: History) -> None:
        """Begin where another history has come to, as at the program's start."""
        self._drag = self._wiping = None
        self.undo_stack.clear()
        with QSignalBlocker(self):  # the states on the way there are on nobody's pad
            self._content = history.states[0]
            for step, after in zip(history.steps, history.states[1:], strict=True):
                self._push(step, after)
            self.undo_stack.setIndex(history.now)
        self.changed.emit()

    def undo(self) -> None:
        self.finish_stroke()
        self.undo_stack.undo()

    def redo(self) -> None:
        self.finish_stroke()
        self.undo_stack.redo()

    def _push(self, step: Step, after: Content) -> None:
        self.undo_stack.push(_Replace(self, step, self._words(step), self._content, after))

    def _words(self, step: Step) -> str:
        return {
            Step.STROKE: self.tr("Stroke"),
            Step.ERASING: self.tr("Erasing"),
            Step.CLEAR: self.tr("Clear"),
            Step.PICTURE: self.tr("Picture"),
            Step.SKETCH: self.tr("Sketch"),
        }[step]

    def _show(self, content: Content) -> None:
        self._content = content
        self.changed.emit()


class _Replace(QUndoCommand):
    """From one content to another; the strokes themselves are shared, never copied."""

    def __init__(
        self, document: SketchDocument, step: Step, words: str, before: Content, after: Content
    ) -> None:
        super().__init__(words)
        self.step, self.before, self.after = step, before, after
        self._document = document

    def undo(self) -> None:
        self._document._show(self.before)

    def redo(self) -> None:
        self._document._show(self.after)
