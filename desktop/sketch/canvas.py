"""The pad: strokes are drawn, erased and shown here. They live in `document`."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.sketch import paper
from desktop.sketch.document import SketchDocument
from desktop.sketch.ink_layer import InkLayer, fresh_area, paint_picture
from desktop.sketch.mime import has_image_or_file
from desktop.sketch.pointers import Pointers
from desktop.sketch.tools import Tool, Tools
from desktop.widgets.painted import Painted


class Canvas(Painted):
    """Draws a `SketchDocument` and lets one pointer at a time add to it or erase.

    Signals: `dropped(QMimeData)`, to be read before the slot returns.
    """

    dropped = Signal(object)

    def __init__(
        self, document: SketchDocument, tools: Tools | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.setAccessibleName(self.tr("Drawing pad"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMinimumSize(200, 200)
        self.guide_shown = True
        self.invitation = self.tr("Draw a digit here")
        self._note = ""
        self._focused_by_key = False
        self._drop_near = False
        self._pointer: QPointF | None = None
        self._marked: tuple[paper.Box, ...] = ()  # digits of several
        self._chosen = 0  # of these
        self._erases_picture = False  # in vain: that is told
        self._document = document
        self._tools = tools or Tools(self)
        self._ink = InkLayer()
        self._pointers = Pointers(self)
        self._pointers.pressed.connect(self._on_pressed)
        self._pointers.moved.connect(self._on_moved)
        self._pointers.hovered.connect(self._point_at)
        self._pointers.lifted.connect(document.finish_stroke)
        self._pointers.taken_away.connect(document.drop_stroke)
        document.changed.connect(self._on_sketch_changed)
        self._tools.changed.connect(self._on_tool_changed)
        self._on_tool_changed()

    def sizeHint(self) -> QSize:
        return QSize(400, 400)

    @Slot(bool)
    def show_guide(self, shown: bool) -> None:
        """Show or hide the faint box that tells how large a digit should be."""
        self.guide_shown = shown
        self.update()

    def invite(self, *, digits: bool) -> None:
        """Say on the empty pad what to draw: digits, or whatever else the network reads."""
        self.invitation = self.tr("Draw a digit here") if digits else self.tr("Draw here")
        self.update()

    @Slot(str)
    def tell(self, note: str) -> None:
        """Show a line at the pad's bottom: something is on its way. "" takes it away."""
        self._note = note
        self._describe()

    def mark(self, boxes: Sequence[paper.Box], chosen: int) -> None:
        """Mark what is read as a digit of its own, by boxes in pad units; one of them is chosen."""
        before = self._brackets()
        self._marked, self._chosen = tuple(boxes), chosen
        for bracket in (*before, *self._brackets()):
            self.update(bracket.toAlignedRect().adjusted(-2, -2, 2, 2))

    def _brackets(self) -> list[QRectF]:
        return [paper.below(box, self.rect(), self._unit_square()) for box in self._marked]

    # Drawing and erasing.

    @Slot(QPointF, float, bool)
    def _on_pressed(self, position: QPointF, pressure: float, turned: bool) -> None:
        at = self._in_units(position)
        if turned or self._tools.tool is Tool.ERASER:
            self._document.begin_erasing(at.x(), at.y(), self._tools.width(Tool.ERASER) / 2)
            self._erases_picture = self._document.picture is not None
            self._describe()
        else:
            width = self._tools.width(Tool.BRUSH)
            edges = paper.edges(self.rect(), self._unit_square())
            self._document.begin_stroke(at.x(), at.y(), pressure, width, edges)

    @Slot(QPointF, float)
    def _on_moved(self, position: QPointF, pressure: float) -> None:
        at = self._in_units(position)
        self._document.extend_stroke(at.x(), at.y(), pressure)
        self._document.extend_erasing(at.x(), at.y(), self._tools.width(Tool.ERASER) / 2)

    def _in_units(self, position: QPointF) -> QPointF:
        square = self._unit_square()
        return (position - square.topLeft()) / square.width()

    def _unit_square(self) -> QRectF:
        """Where the unit square of the strokes is; it stays in place while one is drawn."""
        return paper.unit_square(self.rect(), self._document.content)

    @Slot(QPointF)
    def _point_at(self, position: QPointF | None) -> None:
        self._pointer = position
        if self._tools.tool is Tool.ERASER:
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    # Keys, and what is dragged here from other programs.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._tools.obey(event.text().lower()):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_image_or_file(event.mimeData()):
            event.acceptProposedAction()
            self._drop_near = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_near = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_near = False
        self.update()
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    # Painting.

    @Slot()
    def _on_sketch_changed(self) -> None:
        self._erases_picture = False
        live = self._document.live_stroke
        if live is None or len(live.points) == 1:
            self._ink.end_live()
            self._describe()
            return
        self.update(fresh_area(live, self._unit_square()))

    @Slot()
    def _on_tool_changed(self) -> None:
        self._erases_picture = False
        erases = self._tools.tool is Tool.ERASER
        self.setCursor(Qt.CursorShape.BlankCursor if erases else Qt.CursorShape.CrossCursor)
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ink.forget()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        tabs = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._focused_by_key = event.reason() in tabs
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focused_by_key = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._ink.forget()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        document, palette = self._document, self.palette()
        ink, square = palette.text().color(), self._unit_square()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper.frame(painter, self.rect(), palette, lit=self._focused_by_key or self._drop_near)
        if self.guide_shown and not paper.inside_guide(square).contains(QRectF(event.rect())):
            paper.guide(painter, square, palette)
        if document.is_empty:
            paper.invitation(painter, square, palette, self.invitation)
        if document.picture:
            paint_picture(painter, document.picture, square, ink)
        strokes, live = document.strokes, document.live_stroke
        self._ink.paint(painter, self.size(), square, strokes, live, ink)
        for place, bracket in enumerate(self._brackets()):
            paper.mark(painter, bracket, palette, is_chosen=place == self._chosen)
        if self._words():
            paper.note(painter, self.rect(), palette, self._words())
        if self._pointer and self._tools.tool is Tool.ERASER:
            radius_px = self._tools.width() / 2 * square.width()
            paper.eraser(painter, self._pointer, radius_px, palette)

    def _words(self) -> str:
        """Return the line at the pad's bottom."""
        picture = self._document.picture
        if self._note or picture is None:
            return self._note
        if self._erases_picture:
            return self.tr("The eraser only removes strokes: to remove the image, use Clear")
        return picture.caption

    def _describe(self) -> None:
        """Show the line at the bottom, and tell it to those who can't see it."""
        keys = self.tr(
            "Draw here. Press B for the brush, E for the eraser, [ and ] to change the size."
        )
        self.setAccessibleDescription(f"{self._words()} {keys}".strip())
        self.update()
