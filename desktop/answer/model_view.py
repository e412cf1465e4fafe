"""The 28x28 pixels that the model sees, enlarged, never smoothed, with numbers if wished."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.answer.heat import HeatMap, blend
from desktop.i18n.numbers import fill
from desktop.widgets.pixels import as_qimage
from desktop.widgets.pointed import Pointed
from desktop.widgets.theme import fade, rgb, scaled_font

SIDE = 28
CELL_PX = 5

Cell = tuple[int, int]
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ModelView(Pointed):
    """Shows one uint8 (28, 28) image, or empty paper; `image` is what it shows.

    Signals: `cell_changed((row, column) | None)` under the mouse or the arrow keys' cursor;
    `opened()` by a click or the return key.
    """

    cell_changed = Signal(object)
    opened = Signal()

    def __init__(self, cell_px: int = CELL_PX, *, numbers: bool = False) -> None:
        super().__init__()
        self.setObjectName("modelView")
        self.setAccessibleName(self.tr("What the model sees"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.image: NDArray[np.uint8] | None = None
        self.heat: HeatMap | None = None
        self.cell: Cell | None = None
        self._cell_px = cell_px
        self._numbers = numbers
        self._grids: dict[bool, QPixmap] = {}  # enabled, or not
        self._mixed: dict[bool, NDArray[np.uint8]] = {}

    def sizeHint(self) -> QSize:
        side = SIDE * self._cell_px + 2
        return QSize(side, side)

    def set_cell_px(self, cell_px: int) -> None:
        """Change how large a pixel is shown."""
        if cell_px != self._cell_px:
            self._cell_px = cell_px
            self._grids = {}
            self.updateGeometry()

    @Slot(object)
    def show_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show uint8 (28, 28), 0 paper and 255 ink; None is an empty pad."""
        self.image = image
        self._tell()

    @Slot(object)
    def show_heat(self, heat: HeatMap | None) -> None:
        """Lay a map of what mattered over the pixels; None takes it away."""
        self.heat = heat
        self._tell()

    def value(self) -> int:
        """Return what the pixel under the cursor holds, 0 to 255."""
        return 0 if self.image is None or self.cell is None else int(self.image[self.cell])

    # The cursor.

    def _point_at(self, place: QPointF | None) -> None:
        self._move_to(self._cell_at(place.toPoint()) if place is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            row, column = self.cell or (SIDE // 2 - step[0], SIDE // 2 - step[1])
            clamped = np.clip((row + step[0], column + step[1]), 0, SIDE - 1)
            self._move_to((int(clamped[0]), int(clamped[1])))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _cell_at(self, place: QPoint) -> Cell | None:
        row, column = (place.y() - 1) // self._cell_px, (place.x() - 1) // self._cell_px
        inside = 0 <= row < SIDE and 0 <= column < SIDE
        return (row, column) if inside else None

    def _move_to(self, cell: Cell | None) -> None:
        if cell != self.cell:
            self.cell = cell
            self._tell()

    def _tell(self) -> None:
        """What is under the cursor may have changed: say so, in words too."""
        inked = 0 if self.image is None else int(np.count_nonzero(self.image))
        words = self.tr("%Ln of 784 pixels (has|have) ink", "", inked)
        if self.cell:
            words = fill(self.tr("Row {0}, column {1}: {2}"), *self.cell, self.value())
        self.setAccessibleDescription(words)
        self.cell_changed.emit(self.cell)
        self.update()

    # Painting.

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._grids, self._mixed = {}, {}
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cell, palette = self._cell_px, self.palette()
        area = QRectF(1, 1, cell * SIDE, cell * SIDE)
        pixels = self._pixels()
        painter.drawImage(area, as_qimage(pixels))
        painter.drawPixmap(0, 0, self._grid_lines())
        if self._numbers:
            self._paint_numbers(painter, pixels)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = palette.highlight() if self.hasFocus() else palette.mid()
        painter.setPen(QPen(edge.color(), 1))
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.cell:
            row, column = self.cell
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawRect(QRectF(1 + column * cell, 1 + row * cell, cell, cell))

    def _grid_lines(self) -> QPixmap:
        """Return the lines between the pixels, painted once: there are 54 of them."""
        ratio = self.devicePixelRatioF()
        grid = self._grids.get(self.isEnabled())
        if grid is None or grid.devicePixelRatio() != ratio:
            grid = self._grids[self.isEnabled()] = QPixmap(self.sizeHint() * ratio)
            grid.setDevicePixelRatio(ratio)
            grid.fill(Qt.GlobalColor.transparent)
            painter = QPainter(grid)
            painter.setPen(QPen(fade(self.palette().mid().color(), 0.45), 1))
            end = self._cell_px * SIDE
            for place in range(1 + self._cell_px, end, self._cell_px):
                painter.drawLine(place, 1, place, end)
                painter.drawLine(1, place, end, place)
            painter.end()
        return grid

    def _pixels(self) -> NDArray[np.uint8]:
        """Return the image in the colours of the moment: paper to ink, (28, 28, 3)."""
        image = np.zeros((SIDE, SIDE), np.uint8) if self.image is None else self.image
        pixels: NDArray[np.uint8] = self._shades()[image]
        if self.heat is None or self.image is None:
            return pixels
        return blend(pixels, self.heat, dark=self.palette().base().color().lightness() < 128)

    def _shades(self) -> NDArray[np.uint8]:
        """Return the colour of each of the 256 values, (256, 3), mixed once for each palette."""
        mixed = self._mixed.get(self.isEnabled())
        if mixed is None:
            paper, ink = (rgb(c.color()) for c in (self.palette().base(), self.palette().text()))
            shares = np.arange(256)[:, None] / 255.0
            mixed = np.rint(paper + (ink - paper) * shares).astype(np.uint8)
            self._mixed[self.isEnabled()] = mixed
        return mixed

    def _paint_numbers(self, painter: QPainter, pixels: NDArray[np.uint8]) -> None:
        font = QFont(scaled_font(self, 1.0))
        font.setPixelSize(max(6, round(self._cell_px * 0.42)))
        painter.setFont(font)
        image = np.zeros((SIDE, SIDE), np.uint8) if self.image is None else self.image
        light, dark, faint = QColor("#ffffff"), QColor("#16181b"), self.palette().placeholderText()
        bright = pixels.astype(int) @ [299, 587, 114] > 140_000
        for row, column in np.ndindex(SIDE, SIDE):
            value = int(image[row, column])
            pen = dark if bright[row, column] else light
            painter.setPen(pen if value else fade(faint.color(), 0.55))
            x, y = 1 + column * self._cell_px, 1 + row * self._cell_px
            place = QRectF(x, y, self._cell_px, self._cell_px)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(value))
