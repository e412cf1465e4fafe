"""Where the columns of the answer's rows are, and their short texts, each laid out once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText

from desktop.widgets.theme import scaled_font

_GAP_PX = 8
_NUMBERS_GAP_PX = 12  # the nearest distance stands out on a pill, wider than its digits
_MOST_TEXTS = 3000  # all percentages and distances of three digits
_SIZE = 0.92


class Texts:
    """Paints short texts in two weights; laying them out anew is what costs at each stroke."""

    def __init__(self) -> None:
        self._fonts = scaled_font(None, _SIZE), scaled_font(None, _SIZE, bold=True)
        self._known: dict[tuple[str, bool], QStaticText] = {}
        self._metrics = QFontMetricsF(self._fonts[1])

    def width(self, text: str) -> float:
        """Return how wide a text is in the heavier weight."""
        return self._metrics.horizontalAdvance(text)

    def fit(self, text: str, width: float) -> str:
        """Return as much of a text as there is room for."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)

    def paint(self, painter: QPainter, area: QRectF, text: str, *, bold: bool = False) -> None:
        """Paint a text at the right of an area, in its middle."""
        laid = self._known.get((text, bold)) or self._lay_out(text, bold)
        size = laid.size()
        painter.setFont(self._fonts[bold])
        x, y = area.right() - size.width(), area.center().y() - size.height() / 2
        painter.drawStaticText(QPointF(x, y), laid)

    def _lay_out(self, text: str, bold: bool) -> QStaticText:
        if len(self._known) >= _MOST_TEXTS:
            self._known.clear()
        laid = self._known[text, bold] = QStaticText(text)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(font=self._fonts[bold])
        return laid


class Columns:
    """Where each column begins and ends, in pixels from the left."""

    def __init__(
        self, texts: Texts, width: float, names: tuple[str, ...], *, has_distances: bool
    ) -> None:
        name_px = min(max(map(texts.width, names)) + 2, width / 4)
        number_px = texts.width("99.9 %") + 2
        distance_px = texts.width("0.000") + 2  # a heading may reach into the gap before it
        right = width - 5.0
        self.rmse = (right - distance_px, right)
        right = right - distance_px - _NUMBERS_GAP_PX
        self.l1 = (right - distance_px, right)
        right = right - distance_px - _NUMBERS_GAP_PX if has_distances else width
        self.number = (right - number_px, right)
        self.name = (0.0, name_px)
        self.bar = (name_px + _GAP_PX, right - number_px - _GAP_PX)

    @staticmethod
    def of(row: QRectF, column: tuple[float, float]) -> QRectF:
        """Return a column's place in a row."""
        return QRectF(column[0], row.top(), column[1] - column[0], row.height())
