"""Arrays as pictures in a row: crisp pixels, numbers in the cells where wanted, captions below."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop.i18n.numbers import fill, whole
from desktop.inspect.frame import paint_frame
from desktop.inspect.shades import number
from desktop.lessons.figures.cells import (
    as_image,
    cell_at,
    has_gaps,
    in_cell,
    others,
    paint_part,
    part_of,
    tile_lines,
)
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import as_tip, held_within
from desktop.widgets.theme import scaled_font
from engine.lessons.figures import Picture, Pictures

_BETWEEN_PX, _SIGN_PX, _ROW_PX = 14, 32, 12
_LARGEST_PX, _CELL_PX, _NUMBER_PX = 196, 30, 44  # of a picture; of a value; of one with a number
_SMALLEST_PX, _THIN_PX = 52, 14
_VEIL = 190  # of 255, over what isn't to be looked at
_CAPTION_PX = 78  # the narrowest column that a caption gets


@dataclass(frozen=True)
class Place:
    """Where one picture lies, and its caption."""

    picture: QRectF
    caption: QRectF


class PicturesView(Painted):
    """Paints Pictures, or one Picture; the mouse tells each value.

    Signals: `dragged(str, float)`, a slider and where to.
    """

    dragged = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self._held: tuple[str, str] | None = None  # the sliders of the picture that is pressed
        self.figure = Pictures(())
        self.setMouseTracking(True)
        self._images: list[QImage] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(scaled_font(self, 0.92))

    def show_figure(self, figure: Picture | Pictures) -> None:
        row = Pictures((figure,)) if isinstance(figure, Picture) else figure
        shapes = [(p.values.shape, p.caption, p.numbers) for p in self.figure.pictures]
        same = shapes == [(p.values.shape, p.caption, p.numbers) for p in row.pictures]
        self.figure = row
        self._images = []
        captions = "; ".join(p.caption for p in row.pictures if p.caption)
        self.setAccessibleName(row.name or captions)
        self.setAccessibleDescription("; ".join(map(self._describe, row.pictures)))
        if not same:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self.places(width)
        return round(max((place.caption.bottom() for place in places), default=0)) + 1

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 40)

    def places(self, width: float) -> list[Place]:
        """Return where the pictures lie in a widget of that width."""
        found: list[Place] = []
        top, left, in_row = 1.0, 1.0, self._in_row(width)
        row: list[Place] = []
        sizes = [self._size(picture, width) for picture in self.figure.pictures]
        line = max(down for _, down in sizes) if self.figure.between else 0.0  # of signs, halved
        for index, (picture, (across, down)) in enumerate(
            zip(self.figure.pictures, sizes, strict=True)
        ):
            column, text = self._caption_size(picture.caption, across)
            gap = self._gap(index) if row else 0.0
            if row and (left + gap + column > width or len(row) == in_row):
                top = max(place.caption.bottom() for place in row) + _ROW_PX
                left, gap, row = 1.0, 0.0, []
            left += gap
            box = QRectF(left, top + max(0.0, line - down) / 2, across, down)
            row.append(Place(box, QRectF(left, box.bottom() + 3, column, text)))
            found.append(row[-1])
            left += column
        return found

    def _in_row(self, width: float) -> int:
        """Return how many pictures stand side by side: rows are as long as each other."""
        metrics, pictures = QFontMetricsF(self.font()), self.figure.pictures
        widest = max((metrics.horizontalAdvance(p.caption) + 2 for p in pictures), default=0)
        column, count = max(_SMALLEST_PX, min(_CAPTION_PX, widest)), max(1, len(pictures))
        fitting = max(1, int((width + _BETWEEN_PX) / (column + _BETWEEN_PX)))
        return -(-count // -(-count // fitting))

    def _gap(self, index: int) -> float:
        return _SIGN_PX if self.figure.between[index - 1 : index] else _BETWEEN_PX

    def _size(self, picture: Picture, width: float) -> tuple[float, float]:
        """Return how large to draw: whole screen pixels for each value where that is possible."""
        rows, columns = picture.values.shape[:2]
        count = self._in_row(width)
        gap = _SIGN_PX if self.figure.between else _BETWEEN_PX
        room = max(_SMALLEST_PX, (width - 2 - gap * (count - 1)) / count)
        if picture.numbers:
            cell = min(_NUMBER_PX, (width - 2) / columns / count)
            return cell * columns, cell * rows
        largest = min(
            room, _LARGEST_PX if len(self.figure.pictures) > 1 or columns <= 3 * rows else width - 2
        )
        # a column beside an image is as tall as that is
        tallest = min(room, _LARGEST_PX) if count > 1 else 1.5 * _LARGEST_PX
        cell = min(largest / columns, _CELL_PX, tallest / rows)
        cell = float(int(cell)) if cell >= 1 else cell
        return max(cell * columns, _THIN_PX), max(cell * rows, _THIN_PX)

    def _caption_size(self, caption: str, across: float) -> tuple[float, float]:
        if not caption:
            return across, 0.0
        metrics = QFontMetricsF(self.font())
        column = max(across, min(_CAPTION_PX, metrics.horizontalAdvance(caption) + 2))
        caption = held_within(caption, metrics, column)
        box = metrics.boundingRect(QRectF(0, 0, column, 1000), Qt.TextFlag.TextWordWrap, caption)
        return column, box.height() + 2

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._images:
            self._images = [as_image(p, self.palette()) for p in self.figure.pictures]
        places, metrics = self.places(self.width()), QFontMetricsF(self.font())
        for index, (picture, place) in enumerate(zip(self.figure.pictures, places, strict=True)):
            painter.drawImage(place.picture, self._images[index])
            paint_frame(painter, place.picture, self.palette())
            for line in tile_lines(picture, place.picture):
                painter.drawLine(line)  # in the frame's colour
            if has_gaps(picture):
                veil = QColor(self.palette().mid().color())
                veil.setAlpha(_VEIL)
                painter.fillPath(others(picture, place.picture), veil)
            elif picture.part:
                paint_part(painter, part_of(picture, place.picture), self.palette())
            if picture.numbers:
                self._paint_numbers(painter, picture, place.picture, self._images[index])
            painter.setFont(self.font())
            painter.setPen(self.palette().placeholderText().color())
            words = held_within(picture.caption, metrics, place.caption.width())
            painter.drawText(place.caption, Qt.TextFlag.TextWordWrap, words)
            if index and self.figure.between[index - 1 : index]:
                self._paint_sign(painter, self.figure.between[index - 1], place.picture)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._images = []
        super().changeEvent(event)

    def _paint_sign(self, painter: QPainter, sign: str, after: QRectF) -> None:
        painter.setFont(scaled_font(self, 1.3))
        painter.setPen(self.palette().text().color())
        box = QRectF(after.left() - _SIGN_PX, after.top(), _SIGN_PX, after.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    def _paint_numbers(
        self, painter: QPainter, picture: Picture, box: QRectF, image: QImage
    ) -> None:
        rows, columns = picture.values.shape[:2]
        across, down = box.width() / columns, box.height() / rows
        font = scaled_font(self, 0.92)
        font.setPixelSize(max(7, round(min(across / 2.5, down / 1.4, 13))))
        painter.setFont(font)
        for row in range(rows):
            for column in range(columns):
                dark = image.pixelColor(column, row).lightness() < 128
                painter.setPen(Qt.GlobalColor.white if dark else Qt.GlobalColor.black)
                cell = QRectF(box.left() + column * across, box.top() + row * down, across, down)
                text = in_cell(picture.values[row, column])
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        places = zip(self.figure.pictures, self.places(self.width()), strict=True)
        hit = [each for each in places if each[1].picture.contains(event.position())]
        self._held = hit[0][0].pick if hit and event.button() == Qt.MouseButton.LeftButton else None
        self._pick(event.position())

    def _pick(self, position: QPointF) -> None:
        """Move the two sliders of the picture that is held to the cell at a place."""
        for picture, place in zip(self.figure.pictures, self.places(self.width()), strict=True):
            if picture.pick and picture.pick == self._held:
                cell = cell_at(picture.values.shape, place.picture, position)
                for slider, value in zip(picture.pick, cell, strict=True):
                    self.dragged.emit(slider, value)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._pick(event.position())
            return
        words = self.words_at(event.position())
        QToolTip.showText(event.globalPosition().toPoint(), as_tip(words), self)

    def words_at(self, position: QPointF) -> str:
        """Return what stands at a place: row, column and value; empty beside the pictures."""
        places = self.places(self.width())
        for picture, place in zip(self.figure.pictures, places, strict=True):
            if place.picture.contains(position):
                row, column = cell_at(picture.values.shape, place.picture, position)
                value = picture.values[row, column]
                told = ", ".join(in_cell(v) for v in np.atleast_1d(value))
                return fill(self.tr("row {0}, column {1}: {2}"), row, column, told)
        return ""

    def _describe(self, picture: Picture) -> str:
        shape = " × ".join(map(whole, picture.values.shape))
        if not picture.values.size:
            return shape
        ends = number(float(picture.values.min())), number(float(picture.values.max()))
        return fill(self.tr("{0} values from {1} to {2}"), shape, *ends)
