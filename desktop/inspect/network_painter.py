"""Paints a network: edges by weight times activation, neurons and maps by their activations."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.i18n.numbers import decimal, whole
from desktop.inspect.layer_words import kind_words
from desktop.inspect.network_edges import Edges, Numbers, into, out_of, strongest
from desktop.inspect.network_plan import Bank
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.theme import COOL, WARM, curve_color, rgb, scaled_font
from engine.analysis.passage import Passage

_LEVELS = 6  # of strength, a pen each
_FRAMED_PX = 5.0  # smaller cells have no frame of their own
_NAME_PX, _VALUE_PX = 96, 46  # of an output, at most
_GAP_PX = 6


def names_width(names: tuple[str, ...], widget: QWidget) -> float:
    """Return the room that the outputs' names and numbers take."""
    return _name_width(names, widget) + _VALUE_PX + 2 * _GAP_PX


def _name_width(names: tuple[str, ...], widget: QWidget) -> int:
    bold = QFontMetrics(scaled_font(widget, 1.0, bold=True))
    return min(max(map(bold.horizontalAdvance, names), default=0), _NAME_PX) + 2


class NetworkPainter:
    """Paints one passage at one moment."""

    def __init__(
        self,
        widget: QWidget,
        passage: Passage,
        names: tuple[str, ...],
        banks: list[Bank],
        slots: list[Numbers],
    ) -> None:
        self._widget, self._palette, self._banks = widget, widget.palette(), banks
        self._passage, self._columns, self._names = passage, passage.columns, names
        self._places = [_places(b, s) for b, s in zip(banks[1:], slots, strict=True)]

    def paint_in_parts(self, painter: QPainter) -> Iterator[None]:
        """Paint everything but the cursor, a part at each step."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sketch(painter)
        yield
        for place, column in enumerate(self._columns):
            self._paint_edges(painter, place, strongest(column))
            yield
        for place in range(len(self._columns)):
            self._paint_bank(painter, place)
            yield
        self._paint_names(painter)
        self._paint_captions(painter)

    def paint_cursor(self, painter: QPainter, column: int, neuron: int) -> None:
        """Paint one neuron with all that is known of what it hears, and of who hears it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column >= 0:
            self._paint_edges(painter, column, into(self._columns[column], neuron), 1.5)
        if column + 1 < len(self._columns):
            self._paint_edges(painter, column + 1, out_of(self._columns[column + 1], neuron), 1.5)
        painter.setPen(QPen(self._palette.highlight().color(), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if column < 0:
            bank, scale = self._banks[0], self._banks[0].side[0] / 28
            x, y = bank.left + neuron % 28 * scale, bank.top + neuron // 28 * scale
            painter.drawRect(QRectF(x, y, scale, scale))
            return
        bank = self._banks[column + 1]
        cell = _boxes(bank, self._places[column][neuron : neuron + 1])[0]
        if bank.is_round:
            painter.drawEllipse(cell)
        else:
            painter.drawRect(cell.adjusted(-1, -1, 1, 1))

    def _paint_sketch(self, painter: QPainter) -> None:
        bank = self._banks[0]
        values = (self._passage.image / 255).astype(np.float32)
        box = QRectF(bank.left, bank.top, *bank.side)
        painter.drawImage(box, Scale(Shade.INK, 1.0).image(values, self._palette))
        painter.setPen(self._palette.mid().color())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    # Edges.

    def _paint_edges(
        self, painter: QPainter, place: int, edges: Edges, breadth: float = 1.0
    ) -> None:
        """Paint the faint edges first, each level of strength with one pen.

        The colours are mixed with the paper's: to paint see-through ones takes three times as long.
        """
        paper = rgb(self._palette.base().color())
        levels = np.ceil(np.abs(edges.shares) * _LEVELS).astype(int) * np.sign(edges.shares)
        starts = self._starts(place, edges.sources)
        bank = self._banks[place + 1]
        inwards = bank.side[0] / 2 if bank.across > 1 else 0.0
        ends = self._places[place][edges.targets] + np.array([inwards, bank.side[1] / 2])
        for level in range(1, _LEVELS + 1):
            for sign, pair in ((-1, COOL), (1, WARM)):
                chosen = levels == sign * level
                if not chosen.any():
                    continue
                share = 0.15 + 0.85 * level / _LEVELS
                mixed = paper + (rgb(curve_color(pair, self._palette)) - paper) * share
                width = breadth if level <= _LEVELS // 2 else 2 * breadth
                painter.setPen(QPen(QColor(*mixed.astype(int).tolist()), width))
                rows = np.hstack([starts[chosen], ends[chosen]]).tolist()
                painter.drawLines([QLineF(*row) for row in rows])

    def _starts(self, place: int, sources: Numbers) -> NDArray[np.float64]:
        """Return where the edges of inputs begin: at pixels, or at the right of neurons."""
        bank = self._banks[place]
        if place > 0:
            offset = np.array([bank.side[0], bank.side[1] / 2])
            if bank.across > 1:
                offset[0] /= 2
            found: NDArray[np.float64] = self._places[place - 1][sources] + offset
            return found
        width, height = bank.side
        if len(self._columns[0].shape) == 4:  # filters that slide over all of the sketch
            return np.tile([bank.left + width, bank.top + height / 2], (len(sources), 1))
        scale = width / 28
        rows, columns = np.divmod(sources, 28)
        return np.stack(
            [bank.left + (columns + 0.5) * scale, bank.top + (rows + 0.5) * scale], axis=1
        )

    # Neurons.

    def _paint_bank(self, painter: QPainter, place: int) -> None:
        bank, values = self._banks[place + 1], self._columns[place].values
        scale, boxes = Scale.of(values), _boxes(bank, self._places[place])
        is_framed = min(bank.side) >= _FRAMED_PX
        painter.setPen(self._palette.dark().color() if is_framed else Qt.PenStyle.NoPen)
        if values.ndim == 3:
            count, rows, columns = values.shape
            image = scale.image(values.reshape(count * rows, columns), self._palette)
            self._paint_maps(painter, bank, image, boxes)
            return
        table = scale.table(self._palette)
        colors = [QColor.fromRgb(table[code]) for code in scale.codes(values).tolist()]
        if bank.is_round:
            for color, box in zip(colors, boxes, strict=True):
                painter.setBrush(color)
                painter.drawEllipse(box)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_framed)
        for color, box in zip(colors, boxes, strict=True):
            painter.setBrush(color)
            painter.drawRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_maps(
        self, painter: QPainter, bank: Bank, image: QImage, boxes: list[QRectF]
    ) -> None:
        _, rows, columns = bank.shape
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for index, box in enumerate(boxes):
            painter.drawImage(box, image, QRectF(0, index * rows, columns, rows))
            painter.drawRect(box)

    # Words.

    def _paint_names(self, painter: QPainter) -> None:
        """Paint the outputs' names and numbers, the answer's in bold; where it is alone if need be.

        One output stands for both classes.
        """
        bank, values = self._banks[-1], self._columns[-1].values
        metrics, text = self._widget.fontMetrics(), self._palette.text().color()
        answer = self._passage.answer if len(values) > 1 else 0
        is_roomy = bank.is_round and bank.pitch >= metrics.height() * 0.9
        name_px = _name_width(self._names, self._widget)
        for index in range(len(values)) if is_roomy else [answer]:
            x, y = self._places[-1][index]
            left = max(x + bank.side[0], bank.left + bank.width) + _GAP_PX
            row = QRectF(left, y, name_px, bank.side[1])
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            painter.setFont(scaled_font(self._widget, 1.0, bold=index == answer))
            painter.setPen(text)
            metrics = painter.fontMetrics()
            name = metrics.elidedText(self._names[index], Qt.TextElideMode.ElideRight, name_px)
            painter.drawText(row, flags, name)
            row = QRectF(row.right() + _GAP_PX, y, _VALUE_PX, bank.side[1])
            painter.setFont(scaled_font(self._widget, 0.92))
            painter.setPen(text if index == answer else self._palette.placeholderText().color())
            flags |= Qt.AlignmentFlag.AlignRight
            painter.drawText(row, flags, _short(float(values[index])))
            if index == answer:
                painter.setPen(QPen(self._palette.highlight().color(), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                ring = QRectF(x, y, *bank.side).adjusted(-2, -2, 2, 2)
                (painter.drawEllipse if bank.is_round else painter.drawRect)(ring)

    def _paint_captions(self, painter: QPainter) -> None:
        painter.setFont(scaled_font(self._widget, 0.92))
        painter.setPen(self._palette.placeholderText().color())
        metrics, height = painter.fontMetrics(), self._widget.height() - 4
        bounds = [0.0]
        for before, after in zip(self._banks[:-1], self._banks[1:], strict=True):
            bounds.append((before.left + before.width + after.left) / 2)
        bounds.append(float(self._widget.width()))
        for index, lines in enumerate(self._captions()):
            middle = self._banks[index].left + self._banks[index].width / 2
            half = min(middle - bounds[index], bounds[index + 1] - middle)
            room = QRectF(middle - half, height - 2 * metrics.height(), 2 * half, metrics.height())
            if index == 0:
                room.setLeft(0)
                room.setWidth(self._banks[0].width)
            for line in lines:
                cut = metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(room.width()))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cut)
                room.translate(0, metrics.height())

    def _captions(self) -> list[tuple[str, str]]:
        """Return two lines for each column: what it is, and how large."""
        found = [(kind_words("sketch"), "28×28")]
        for column in self._columns:
            kind = kind_words("convolution" if len(column.shape) == 4 else "linear")
            size = "×".join(map(whole, column.values.shape))
            passed = [kind_words(name) for name in column.follows if name not in ("pool", "none")]
            found.append((kind, ", ".join([size, *passed])))
        return found


def _boxes(bank: Bank, corners: NDArray[np.float64]) -> list[QRectF]:
    width, height = bank.side
    return [QRectF(x, y, width, height) for x, y in corners.tolist()]


def _short(value: float) -> str:
    return decimal(value, 2).replace("-", "−") if abs(value) < 100 else number(value)


def _places(bank: Bank, order: Numbers) -> NDArray[np.float64]:
    """Return the corner of each neuron (n, 2)."""
    corners = np.empty_like(bank.slots)
    corners[order] = bank.slots
    return corners
