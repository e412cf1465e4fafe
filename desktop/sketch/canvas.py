"""The pad: pen, mouse and finger in, smooth strokes out. The strokes live in `document`."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QEventPoint,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.sketch import paper
from desktop.sketch.document import SketchDocument
from desktop.sketch.ink_layer import InkLayer, fresh_area, paint_picture
from desktop.sketch.mime import holds_picture
from desktop.sketch.tools import Tool, Tools


class Canvas(QWidget):
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
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumSize(200, 200)
        self.guide_shown = True
        self._note = ""
        self._focused_by_key = False
        self._drop_near = False
        self._pointer: QPointF | None = None
        self._finger: int | None = None  # the one that draws
        self._erases_picture = False  # in vain: that is told
        self._document = document
        self._tools = tools or Tools(self)
        self._ink = InkLayer()
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

    @Slot(str)
    def tell(self, note: str) -> None:
        """Show a line at the pad's bottom: something is on its way. "" takes it away."""
        self._note = note
        self._describe()

    # Pointers. A pen's events come first and, once accepted, never again as a mouse's.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._extend(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._extend(event.position())
            self._document.finish_stroke()

    def tabletEvent(self, event: QTabletEvent) -> None:
        self._point_at(event.position())
        if event.type() == QEvent.Type.TabletPress:
            turned = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._begin(event.position(), event.pressure(), Tool.ERASER if turned else None)
        elif event.type() == QEvent.Type.TabletMove and event.pressure() > 0:
            self._extend(event.position(), event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._document.finish_stroke()
        event.accept()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QTouchEvent)
            and event.pointingDevice().type() == QPointingDevice.DeviceType.TouchScreen
        ):
            return self._on_touch(event)
        return super().event(event)

    def _on_touch(self, event: QTouchEvent) -> bool:
        """Let the first finger draw until it is lifted; others, and a palm, rest."""
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._finger = None
            self._document.drop_stroke()
            return True
        if event.type() == QEvent.Type.TouchBegin:
            self._finger = event.points()[0].id()
            self._begin(event.points()[0].position())
        for point in event.points():
            if point.id() == self._finger:
                self._extend(point.position())
                if point.state() == QEventPoint.State.Released:
                    self._finger = None
                    self._document.finish_stroke()
        return True

    def _begin(self, position: QPointF, pressure: float = 1.0, tool: Tool | None = None) -> None:
        at = self._in_units(position)
        if (tool or self._tools.tool) is Tool.ERASER:
            self._document.begin_erasing(at.x(), at.y(), self._tools.width(Tool.ERASER) / 2)
            self._erases_picture = self._document.picture is not None
            self._describe()
        else:
            width = self._tools.width(Tool.BRUSH)
            self._document.begin_stroke(at.x(), at.y(), pressure, width)

    def _extend(self, position: QPointF, pressure: float = 1.0) -> None:
        at = self._in_units(position)
        self._document.extend_stroke(at.x(), at.y(), pressure)
        self._document.extend_erasing(at.x(), at.y(), self._tools.width(Tool.ERASER) / 2)

    def _in_units(self, position: QPointF) -> QPointF:
        square = paper.unit_square(self.rect())
        return (position - square.topLeft()) / square.width()

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
        if holds_picture(event.mimeData()):
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
        self.update(fresh_area(live, paper.unit_square(self.rect())))

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
        ink, square = palette.text().color(), paper.unit_square(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paper.frame(painter, self.rect(), palette, lit=self._focused_by_key or self._drop_near)
        if self.guide_shown and not paper.inside_guide(square).contains(QRectF(event.rect())):
            paper.guide(painter, square, palette)
        if document.is_empty:
            paper.invitation(painter, square, palette, self.tr("Draw a digit here"))
        if document.picture:
            paint_picture(painter, document.picture, square, ink)
        strokes, live = document.strokes, document.live_stroke
        self._ink.paint(painter, self.size(), square, strokes, live, ink)
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
            return self.tr("The eraser wipes strokes only: Clear takes the picture away")
        return picture.caption

    def _describe(self) -> None:
        """Show the line at the bottom, and tell it to those who can't see it."""
        keys = self.tr("Draw a digit. B takes the brush, E the eraser, [ and ] change their size.")
        self.setAccessibleDescription(f"{self._words()} {keys}".strip())
        self.update()
