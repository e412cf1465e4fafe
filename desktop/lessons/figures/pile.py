"""A pile of pictures, seen from the side: one card is pulled out, a skewer goes through all."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from desktop.i18n.numbers import fill
from desktop.inspect.frame import paint_frame
from desktop.lessons.figures.cells import as_image, cell_at
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import WARM, curve_color, scaled_font
from engine.lessons.figures import Picture, Pile

_BACK, _UP = 0.36, 0.13  # of a card, how far the next one lies to the right and above
_FURTHER, _BEYOND = 0.6, 0.7  # to the right where there is room; the skewer's end, in such steps
_SMALLEST_PX, _LARGEST_PX = 3, 5  # screen pixels for each of a card's
_PAD_PX, _DOT_PX = 6, 3.5


class PileView(Painted):
    """Paints a Pile. Signals: `dragged(str, float)`, a slider and where to."""

    dragged = Signal(str, float)

    def __init__(self) -> None:
        super().__init__()
        self.figure: Pile | None = None
        self._images: list[QImage] = []
        self._holds_cell = False
        self.setMouseTracking(True)
        self.setFont(scaled_font(self, 0.92))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_figure(self, figure: Pile) -> None:
        self.figure, self._images = figure, []
        self.setAccessibleName(figure.skewer)
        row, column = figure.cell
        pairs = zip(figure.names, figure.cards[:, row, column], strict=True)
        self.setAccessibleDescription("; ".join(f"{name}: {value}" for name, value in pairs))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self.places(width)
        return round(max((box.bottom() for box in places), default=0) + self._line() + _PAD_PX)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 40)

    def _line(self) -> float:
        return QFontMetricsF(self.font()).height() + 3

    def places(self, width: float) -> list[QRectF]:
        """Return where the cards lie in a widget of that width, the one in front first."""
        if self.figure is None:
            return []
        count, rows, columns = self.figure.cards.shape
        room = (width - 2 * _PAD_PX) / (1 + _BACK * (count - 1)) / columns
        cell = max(_SMALLEST_PX, min(_LARGEST_PX, int(room)))
        across, down = cell * columns, cell * rows
        spare = (width - 2 * _PAD_PX - across) / (count - 1 + _BEYOND)
        back = round(max(_BACK * across, min(_FURTHER * across, spare)))
        top = _PAD_PX + self._line() + round(_UP * down) * (count - 1)
        places = []
        for n in range(count):
            left, above = _PAD_PX + n * back, top - n * round(_UP * down)
            pulled = down + self._line() if n == self.figure.out else 0
            places.append(QRectF(left, above + pulled, across, down))
        return places

    def _front_first(self) -> list[int]:
        """Return the cards' order: the one that is pulled out lies before all others."""
        figure = self.figure
        return sorted(range(len(figure.cards)), key=lambda n: n != figure.out) if figure else []

    def _at(self, place: QRectF) -> QPointF:
        """Return where the skewer meets a card."""
        assert self.figure is not None
        _, rows, columns = self.figure.cards.shape
        row, column = self.figure.cell
        return QPointF(
            place.left() + (column + 0.5) * place.width() / columns,
            place.top() + (row + 0.5) * place.height() / rows,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        figure = self.figure
        if figure is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._images:
            cards = (Picture(card, low=0, high=255) for card in figure.cards)
            self._images = [as_image(card, self.palette()) for card in cards]
        places = self.places(self.width())
        for n in reversed(self._front_first()):
            painter.drawImage(places[n], self._images[n])
            paint_frame(painter, places[n], _edges(self.palette()), chosen=n == figure.out)
        self._paint_skewer(painter, places)
        self._paint_names(painter, places)
        painter.end()

    def _paint_skewer(self, painter: QPainter, places: list[QRectF]) -> None:
        """Paint the line through all that are in the pile, and a dot where it meets each card."""
        assert self.figure is not None
        color = curve_color(WARM, self.palette())
        met = [self._at(place) for place in places]
        there = [point for n, point in enumerate(met) if n != self.figure.out]
        if there:
            step = (there[-1] - there[0]) / max(len(met) - 1, 1)
            painter.setPen(QPen(color, 2))
            painter.drawLine(there[0] - step * _BEYOND, there[-1] + step * _BEYOND)
        painter.setPen(QPen(self.palette().base().color(), 1))
        painter.setBrush(color)
        for point in met:
            painter.drawEllipse(point, _DOT_PX, _DOT_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_names(self, painter: QPainter, places: list[QRectF]) -> None:
        """Write the skewer's name at the top, and the name of the card that is pulled out below."""
        assert self.figure is not None
        painter.setFont(self.font())
        painter.setPen(curve_color(WARM, self.palette()))
        across, height = self.width() - 2 * _PAD_PX, self._line()
        painter.drawText(QRectF(_PAD_PX, 0, across, height), 0, self.figure.skewer)
        painter.setPen(self.palette().highlight().color())
        out = places[self.figure.out]
        metrics = QFontMetricsF(self.font())
        name = self.figure.names[self.figure.out]
        left = min(out.left(), self.width() - metrics.horizontalAdvance(name) - _PAD_PX)
        painter.drawText(QRectF(left, out.bottom() + 3, across, height), 0, name)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._images = []
        super().changeEvent(event)

    def card_at(self, position: QPointF) -> int | None:
        """Return the place of the foremost card there."""
        places = self.places(self.width())
        return next((n for n in self._front_first() if places[n].contains(position)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if self.figure is None or card is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._holds_cell = card == self.figure.out
        if self._holds_cell:
            self._choose_cell(event.position())
        else:
            self.dragged.emit(self.figure.pick[0], self.figure.first + card)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            if self._holds_cell:
                self._choose_cell(event.position())
            return
        QToolTip.showText(
            event.globalPosition().toPoint(), as_tip(self.words_at(event.position())), self
        )

    def _choose_cell(self, position: QPointF) -> None:
        assert self.figure is not None
        out = self.places(self.width())[self.figure.out]
        cell = cell_at(self.figure.cards.shape[1:], out, position)
        for slider, value in zip(self.figure.pick[1:], cell, strict=True):
            self.dragged.emit(slider, value)

    def words_at(self, position: QPointF) -> str:
        """Return what a click there does; empty beside the cards."""
        card = self.card_at(position)
        if self.figure is None or card is None:
            return ""
        if card == self.figure.out:
            return self.tr("Click or drag: the skewer goes through this pixel")
        return fill(self.tr("Click to pull out {0}"), self.figure.names[card])


def _edges(palette: QPalette) -> QPalette:
    """Return the colours of cards that lie on each other: a border is too faint to part them."""
    edges = QPalette(palette)
    edges.setColor(QPalette.ColorRole.Mid, palette.placeholderText().color())
    return edges
