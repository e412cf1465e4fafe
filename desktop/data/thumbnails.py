"""A wall of digits that can be scrolled, thousands of them: only what can be seen is painted."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from desktop.data.wall_grid import PAD_PX, WallGrid
from desktop.i18n.numbers import fill
from desktop.i18n.wording import images_words
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import Scale, Shade
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font

Image = NDArray[np.uint8]
Images = Sequence[Image | None] | Image  # None is an image that isn't here yet
Caption = Callable[[int], tuple[str, ...]]

_IMAGE_PX = 56
_LINE_PX = 84  # of two columns, where the page is narrow
_ELIDE = Qt.TextElideMode.ElideRight
_INK = Scale(Shade.INK, 255.0)
_BLANK = np.zeros((28, 28), np.uint8)


class Thumbnails(QAbstractScrollArea):
    """Shows images uint8 (28, 28) in rows, each with up to a few lines below it.

    Signals: `current_changed(int)`, -1 for none; `activated(int)` by a double click or Enter;
    `view_changed(range)`, which of them can be seen.
    """

    current_changed = Signal(int)
    activated = Signal(int)
    view_changed = Signal(object)

    def __init__(self, name: str, *, lines: int = 0) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name = name
        self.setViewport(Painted())
        self.setFont(scaled_font(self, 0.85))
        self.current = -1
        self._images: Images = ()
        self._caption: Caption | None = None
        self._empty = ""
        self._lines, self._words_px = lines, 0  # how many, and how wide
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll the images"))
        self._tell()

    def __len__(self) -> int:
        return len(self._images)

    def minimumSizeHint(self) -> QSize:
        width = (_LINE_PX if self._lines else _IMAGE_PX) + 2 * PAD_PX
        return QSize(2 * width + 12, self._least_cell(self._lines).height())

    @property
    def grid(self) -> WallGrid:
        return WallGrid(len(self), self._least_cell(self._seen_lines), self.viewport().size())

    @property
    def _seen_lines(self) -> int:
        whole = WallGrid(len(self), self._least_cell(self._lines), self.viewport().size())
        return self._lines - (self._lines > 1 and whole.cuts_words(_IMAGE_PX))

    def _least_cell(self, lines: int) -> QSize:
        width = max(_IMAGE_PX, self._words_px) + 2 * PAD_PX
        text = lines * self.fontMetrics().height() + (2 if lines else 0)
        return QSize(width, _IMAGE_PX + text + 2 * PAD_PX)

    def leave_room(self, words_px: int) -> None:
        """Lay the images so far apart that words of that width fit below each."""
        if words_px != self._words_px:
            self._words_px = words_px
            self.updateGeometry()
            self._arrange()

    def show_images(self, images: Images, caption: Caption | None = None, empty: str = "") -> None:
        """Show other images, from the first; `caption(index)` gives the lines for one.

        `empty` is said where there is none.
        """
        self._images, self._caption, self._empty = images, caption, empty
        self.verticalScrollBar().setValue(0)
        self._arrange()
        self.current = -1
        self._tell()
        self.current_changed.emit(-1)

    def select(self, index: int) -> None:
        """Choose an image and scroll to it; -1 chooses none."""
        assert index < len(self)
        if index != self.current:
            self.current = index
            self._tell()
            self.current_changed.emit(index)
        if index >= 0:
            bar, height = self.verticalScrollBar(), self.grid.cell.height()
            top = index // self.grid.columns * height
            lowest = min(bar.value(), top)
            bar.setValue(max(lowest, top + height - self.viewport().height()))
        self.viewport().update()

    def image(self, index: int) -> Image | None:
        """Return an image by its place, if it is here."""
        return self._images[index]

    def _tell(self) -> None:
        """Say in words what is chosen, for people who can't see it."""
        if self.current >= 0:
            place = fill(self.tr("{0} of {1}"), self.current + 1, len(self))
            caption = self._caption(self.current) if self._caption else ()
            words = ": ".join(filter(None, (place, ", ".join(caption))))
        elif len(self):
            words = images_words(len(self))
        else:
            words = self._empty
        for part in (self, self.viewport()):
            part.setAccessibleName(self._name)
            part.setAccessibleDescription(words)

    def _arrange(self) -> None:
        bar, grid = self.verticalScrollBar(), self.grid
        bar.setPageStep(grid.view.height())
        bar.setSingleStep(grid.cell.height() // 2)
        bar.setRange(0, grid.hidden_px)
        self._on_scrolled()

    @Slot()
    def _on_scrolled(self) -> None:
        self.viewport().update()
        self.view_changed.emit(self.in_view)

    # Mouse and keys.

    def _at(self, place: QPointF) -> int:
        column = int(place.x()) // self.grid.cell.width()
        row = (int(place.y()) + self.verticalScrollBar().value()) // self.grid.cell.height()
        index = row * self.grid.columns + column
        return index if column < self.grid.columns and index < len(self) else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.select(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._at(event.position())
        if index >= 0:
            self.activated.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, page = Qt.Key(event.key()), self.viewport().height() // self.grid.cell.height()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.grid.columns,
            Qt.Key.Key_Down: self.grid.columns,
            Qt.Key.Key_PageUp: -self.grid.columns * max(1, page),
            Qt.Key.Key_PageDown: self.grid.columns * max(1, page),
            Qt.Key.Key_Home: -len(self),
            Qt.Key.Key_End: len(self),
        }
        if key in steps and len(self):
            start = self.current + steps[key] if self.current >= 0 else 0
            self.select(min(max(start, 0), len(self) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.activated.emit(self.current)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._caption:
            index = self._at(QPointF(event.pos()))
            words = ", ".join(self._caption(index)) if index >= 0 else ""
            QToolTip.showText(event.globalPos(), as_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def in_view(self) -> range:
        """The images that can be seen, at least in part."""
        top, height = self.verticalScrollBar().value(), self.grid.cell.height()
        below = (top + self.viewport().height()) // height + 1
        return range(len(self))[top // height * self.grid.columns : below * self.grid.columns]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, seen = QPainter(self.viewport()), self.in_view
        painter.setFont(self.font())
        if not seen:
            painter.setFont(scaled_font(self, 1.0))
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._empty)
            return
        images = [_BLANK if image is None else image for image in map(self.image, seen)]
        sheet = _INK.image(np.concatenate(images).astype(np.float32), self.palette())
        for place, index in enumerate(seen):
            frame = self._frame(index)
            painter.drawImage(frame, sheet, QRectF(0, place * 28, 28, 28))
            paint_frame(painter, frame, self.palette(), chosen=index == self.current)
            self._paint_lines(painter, index, frame)

    def _frame(self, index: int) -> QRectF:
        grid = self.grid
        row, column = divmod(index, grid.columns)
        left = column * grid.cell.width() + (grid.cell.width() - _IMAGE_PX) / 2
        top = row * grid.cell.height() + grid.spare_px // 2 + PAD_PX
        return QRectF(left, top - self.verticalScrollBar().value(), _IMAGE_PX, _IMAGE_PX)

    def _paint_lines(self, painter: QPainter, index: int, frame: QRectF) -> None:
        """Paint what is said of an image below it."""
        palette, metrics, width = self.palette(), self.fontMetrics(), self.grid.cell.width()
        line = QRectF(0, frame.bottom() + 2, width, metrics.height())
        line.moveCenter(QPointF(frame.center().x(), line.center().y()))
        painter.setFont(self.font())  # the viewport may have another
        caption = self._caption(index)[: self._seen_lines] if self._caption else ()
        for number, text in enumerate(caption):
            painter.setPen((palette.placeholderText() if number else palette.text()).color())
            short = metrics.elidedText(text, _ELIDE, width - 4)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, short)
            line.translate(0, metrics.height())
