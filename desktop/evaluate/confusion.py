"""The confusion matrix: what images are, and what they were read as. A cell opens its images."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill, whole
from desktop.i18n.wording import images_words, mistakes_words
from desktop.widgets.plain_text import as_tip
from desktop.widgets.pointed import Pointed
from desktop.widgets.theme import COOL, WARM, curve_color, rgb, scaled_font

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FONT = 0.92  # times the usual letter
_LEGIBLE_PX = 20, 13  # cells narrower or lower than that show no numbers
_SMALLEST = 0.85  # of it, where cells are narrow
_BESIDE_PX = 4  # a number and the edges of its cell
_FAINTEST = 0.06  # of a colour: hardly any of a class's images
_BRIGHT = 0.18  # a luminance from which on black stands out more than white
Cell = tuple[int, int]


def _on(ground: QColor) -> QColor:
    """Return the colour of letters on a ground: black or white, what stands out more."""
    linear = (rgb(ground) / 255) ** 2.2
    return QColor("#000000" if linear @ [0.2126, 0.7152, 0.0722] >= _BRIGHT else "#ffffff")


class ConfusionMatrix(Pointed):
    """A row for each class that occurs, a column for each that was answered or occurs.

    Signals: `chosen(int, int)`, what the images of a cell are and were read as.
    """

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("confusionMatrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFont(scaled_font(self, _FONT))
        self._classes: tuple[str, ...] = ()
        self._counts = np.zeros((0, 0), np.int64)
        self._rows = self._columns = np.zeros(0, np.int64)
        self._hovered: Cell | None = None
        self.current: Cell | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 190)  # in which ten classes have their numbers

    def show_counts(self, counts: NDArray[np.int64], classes: tuple[str, ...]) -> None:
        """Show counts (C, C): row = what it is, column = what it was read as."""
        self._classes, self._counts = classes, counts
        occurs = counts.sum(axis=1) > 0
        self._rows = np.flatnonzero(occurs)
        self._columns = np.flatnonzero(occurs | (counts.sum(axis=0) > 0))
        self.current = self._hovered = None
        self._tell()

    def choose(self, cell: Cell) -> None:
        """Choose a cell by its row and column on the screen."""
        self.current = cell
        self._tell()
        self.chosen.emit(int(self._rows[cell[0]]), int(self._columns[cell[1]]))

    def forget(self) -> None:
        """Have no cell chosen."""
        self.current = None
        self._tell()

    def words(self, cell: Cell) -> str:
        """Say what a cell counts."""
        actual, answered = self._rows[cell[0]], self._columns[cell[1]]
        count = int(self._counts[actual, answered])
        images = images_words(count)
        text = self.tr("{0} of {1} read as {2}")
        return fill(text, images, self._classes[actual], self._classes[answered])

    def _tell(self) -> None:
        cell = self.current or self._hovered
        wrong = int(self._counts.sum() - np.trace(self._counts))
        words = mistakes_words(wrong)
        self.setAccessibleDescription(self.words(cell) if cell else words)
        self.setToolTip(as_tip(self.words(self._hovered) if self._hovered else ""))
        self.update()

    # Mouse and keys.

    def _point_at(self, place: QPointF | None) -> None:
        self._hover(self._at(place) if place is not None else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._at(event.position())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self.choose(cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step and len(self._rows):
            row, column = self._hovered or self.current or (-step[0], -step[1])
            self._hover(
                (
                    int(np.clip(row + step[0], 0, len(self._rows) - 1)),
                    int(np.clip(column + step[1], 0, len(self._columns) - 1)),
                )
            )
            self.setAccessibleDescription(self.words(self._hovered or (0, 0)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hovered:
            self.choose(self._hovered)
        else:
            super().keyPressEvent(event)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self._tell()

    # Painting.

    def _area(self) -> QRectF:
        """Return where the cells are: below and right of the names."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=0)
        left = metrics.height() + 6 + min(widest, 90) + 8
        top = 2 * metrics.height() + 8
        return QRectF(left, top, self.width() - left - 2, self.height() - top - 2)

    def _frame(self, cell: Cell) -> QRectF:
        area = self._area()
        width, height = area.width() / len(self._columns), area.height() / len(self._rows)
        x, y = area.x() + cell[1] * width, area.y() + cell[0] * height
        return QRectF(x, y, width, height).adjusted(1, 1, -1, -1)

    def _at(self, place: QPointF) -> Cell | None:
        area = self._area()
        if not len(self._rows) or not area.contains(place):
            return None
        row = int((place.y() - area.y()) / area.height() * len(self._rows))
        column = int((place.x() - area.x()) / area.width() * len(self._columns))
        return min(row, len(self._rows) - 1), min(column, len(self._columns) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._rows):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        for cell in np.ndindex(len(self._rows), len(self._columns)):
            self._paint_cell(painter, (cell[0], cell[1]))
        for marked, role in ((self._hovered, "text"), (self.current, "highlight")):
            if marked:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(getattr(self.palette(), role)().color(), 2))
                painter.drawRoundedRect(self._frame(marked), 3, 3)

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        actual, answered = self._rows[cell[0]], self._columns[cell[1]]
        count = int(self._counts[actual, answered])
        share = count / self._counts[actual].sum()
        frame, color = self._frame(cell), self._color(share, right=actual == answered)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(frame, 3, 3)
        if count and frame.width() >= _LEGIBLE_PX[0] and frame.height() >= _LEGIBLE_PX[1]:
            room_px = frame.width() - _BESIDE_PX
            text = self._written(count, room_px)
            painter.setPen(_on(color))
            painter.setFont(self._number_font(room_px))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)

    def _written(self, count: int, room_px: float) -> str:
        """Return a count as all are written: without separators where the largest has no room."""
        widest = self.fontMetrics().horizontalAdvance(whole(int(self._counts.max())))
        return whole(count) if widest * _SMALLEST <= room_px else str(count)

    def _number_font(self, room_px: float) -> QFont:
        """Return the numbers' font: smaller, and narrower, where the largest fills its cell."""
        metrics = self.fontMetrics()
        widest = metrics.horizontalAdvance(self._written(int(self._counts.max()), room_px))
        factor = max(_SMALLEST, min(1.0, room_px / max(widest, 1)))
        font = scaled_font(self, _FONT * factor)
        if widest * factor > room_px:
            font.setStretch(int(100 * room_px / (widest * factor)))
        return font

    def _color(self, share: float, *, right: bool) -> QColor:
        """Return a cell's colour: cool if right, warm if not, the stronger the more there are."""
        empty = self.palette().alternateBase().color()
        if not share:
            return empty
        full = curve_color(COOL if right else WARM, self.palette())
        strength = _FAINTEST + (1 - _FAINTEST) * share ** (1 / 3)  # few mistakes differ, too
        mixed = rgb(empty) + (rgb(full) - rgb(empty)) * strength
        return QColor(*np.rint(mixed).astype(int).tolist())

    def _paint_names(self, painter: QPainter) -> None:
        palette, area, line = self.palette(), self._area(), self.fontMetrics().height()
        center = Qt.AlignmentFlag.AlignCenter
        painter.setPen(palette.placeholderText().color())
        painter.drawText(QRectF(area.x(), 0, area.width(), line), center, self.tr("read as"))
        painter.save()
        painter.translate(0, area.bottom())
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, area.height(), line), center, self.tr("is"))
        painter.restore()
        painter.setPen(palette.text().color())
        for place, row in enumerate(self._rows):
            frame = self._frame((place, 0))
            room = QRectF(line + 4, frame.y(), area.x() - line - 10, frame.height())
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, side, self._classes[row])
        for place, column in enumerate(self._columns):
            frame = self._frame((0, place))
            room = QRectF(frame.x(), line + 2, frame.width(), line + 4)
            painter.drawText(room, center, self._classes[column])
