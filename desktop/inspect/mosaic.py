"""A grid of small arrays as pictures, never smoothed: weights, gradients, feature maps, means.

What the arrays are is the page's business; how numbers become colours lives in `shades`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import Scale, number
from desktop.inspect.tiling import Tiling, tile
from desktop.widgets.plain_text import as_tip
from desktop.widgets.pointed import Pointed
from desktop.widgets.theme import scaled_font

_STEPS = {
    Qt.Key.Key_Left: (0, 0, -1),
    Qt.Key.Key_Right: (0, 0, 1),
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_PageUp: (-1, 0, 0),
    Qt.Key.Key_PageDown: (1, 0, 0),
}
_EDGE_PX = 1


@dataclass(frozen=True)
class Spot:
    """One value under the mouse or the keys' cursor."""

    tile: int
    row: int
    column: int
    value: float


class Mosaic(Pointed):
    """Paints float32 (n, h, w) in one scale; `values`, `scale` and `names` are what it shows.

    Signals: `spotted(Spot | None)`; `chosen(int)`, a tile that was clicked or entered; `changed()`,
    it shows others now.
    """

    spotted = Signal(object)
    chosen = Signal(int)
    changed = Signal()

    def __init__(self, name: str, *, largest: float = 24.0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.values = np.zeros((0, 1, 1), np.float32)
        self.names: tuple[str, ...] = ()
        self.scale: Scale | None = None
        self.current: int | None = None  # a tile that is marked as chosen
        self._largest = largest
        self._cursor: tuple[int, int, int] | None = None
        self._image: QImage | None = None
        self._tiling: Tiling | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(48, 48)

    def sizeHint(self) -> QSize:
        return QSize(240, 200)

    def show_values(
        self, values: NDArray[np.float32], scale: Scale, names: tuple[str, ...] = ()
    ) -> None:
        """Show other arrays, or the same a moment later; `names` stand above them."""
        if values.shape != self.values.shape or names != self.names:
            self._tiling = self._cursor = None
        self.values, self.scale, self.names = values, scale, names
        self._image = None
        self.setAccessibleDescription(self._describe())
        self._tell()
        self.changed.emit()

    def offer(self, words: str) -> None:
        """Say what a click on a tile does."""
        self.setToolTip(as_tip(words))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mark(self, index: int | None) -> None:
        """Mark one tile as the chosen one."""
        self.current = index
        self.update()

    @property
    def spot(self) -> Spot | None:
        """The value under the cursor."""
        if self._cursor is None:
            return None
        return Spot(*self._cursor, float(self.values[self._cursor]))

    @property
    def place(self) -> int | None:
        """Which of all values is under the cursor, counted row by row."""
        if self._cursor is None:
            return None
        return int(np.ravel_multi_index(self._cursor, self.values.shape))

    def tiling(self) -> Tiling:
        """Return where the tiles lie now."""
        if self._tiling is None:
            name_px = self.fontMetrics().height() if self.names else 0
            widths = [self.fontMetrics().horizontalAdvance(name) + 4 for name in self.names]
            room = (self.width() - 2 * _EDGE_PX, self.height() - 2 * _EDGE_PX)
            shape = self.values.shape
            self._tiling = tile(
                (shape[0], shape[1], shape[2]),
                room,
                name_px=name_px,
                widest_px=max(widths, default=0),
                largest=self._largest,
            )
        return self._tiling

    def _describe(self) -> str:
        count, height, width = self.values.shape
        if not self.values.size:
            return ""
        text = self.tr("%Ln picture(s) of {0} × {1}, values from {2} to {3}", "", count)
        ends = number(float(self.values.min())), number(float(self.values.max()))
        return fill(text, height, width, *ends)

    # The cursor.

    def _point_at(self, place: QPointF | None) -> None:
        self._move_to(self._cell_at(place) if place is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(cell)  # a finger moves to nowhere before
            self.chosen.emit(cell[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and self.values.size:
            start = self._cursor or (0, 0, 0)
            last = np.array(self.values.shape) - 1
            moved = np.clip(np.add(start, step if self._cursor else (0, 0, 0)), 0, last)
            self._move_to((int(moved[0]), int(moved[1]), int(moved[2])))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.values.size:
            self.chosen.emit(self._cursor[0] if self._cursor else 0)
        else:
            super().keyPressEvent(event)

    def _cell_at(self, place: QPointF) -> tuple[int, int, int] | None:
        if not self.values.size:
            return None
        return self.tiling().at(place.x() - _EDGE_PX, place.y() - _EDGE_PX)

    def _move_to(self, cell: tuple[int, int, int] | None) -> None:
        if cell != self._cursor:
            self._cursor = cell
            self._tell()

    def _tell(self) -> None:
        self.spotted.emit(self.spot)
        self.update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tiling = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._image = self._tiling = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.values.size or self.scale is None:
            return
        painter = QPainter(self)
        painter.translate(_EDGE_PX, _EDGE_PX)
        tiling, (count, height, width) = self.tiling(), self.values.shape
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, tiling.scale < 1)
        if self._image is None:  # all tiles below each other
            flat = self.values.reshape(count * height, width)
            self._image = self.scale.image(flat, self.palette())
        for index in range(count):
            source = QRectF(0, index * height, width, height)
            painter.drawImage(self._frame(index), self._image, source)
        self._paint_edges(painter)

    def _frame(self, index: int) -> QRectF:
        tiling = self.tiling()
        return QRectF(*tiling.corner(index), *tiling.tile)

    def _paint_edges(self, painter: QPainter) -> None:
        tiling, palette = self.tiling(), self.palette()
        painter.setFont(scaled_font(self, 0.9))
        for index in range(tiling.count if tiling.gap > 1 else 0):
            frame = self._frame(index)
            paint_frame(painter, frame, palette, chosen=index == self.current)
            if index < len(self.names):
                painter.setPen(palette.placeholderText().color())
                line = QRectF(0, 0, max(frame.width(), tiling.step), tiling.name_px)
                line.moveCenter(QPointF(frame.center().x(), frame.y() - tiling.name_px / 2))
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.names[index])
        if self._cursor:
            index, row, column = self._cursor
            x, y = tiling.corner(index)
            side = max(tiling.scale, 3.0)
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawRect(QRectF(x + column * tiling.scale, y + row * tiling.scale, side, side))
