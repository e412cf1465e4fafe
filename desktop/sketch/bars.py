"""A row for each class: the network's probability as a bar, and both distances to the mean digit.

What the answer means lives in `answer`, how the distances are measured in `baseline`.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.sketch.baseline import Distances
from desktop.theme import fade, scaled_font
from engine.prediction import Prediction

ROW_PX = 17
HEADER_PX = 17
MOST_ROWS = 12  # a folder may have more classes: then the likeliest are shown
_GAP_PX = 8
_THICK_PX = 7
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassBars(QWidget):
    """Paints the classes' rows; the likeliest, and the nearest mean in each column, stand out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("classBars")
        self.setAccessibleName(self.tr("Probability of each class"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._classes: tuple[str, ...] = ()
        self._probabilities = np.zeros(0, np.float32)
        self._known = True  # without it no bar stands out: the model takes it for no class
        self._distances: Distances | None = None
        self._has_columns = False
        self._fonts = scaled_font(self, 0.92), scaled_font(self, 0.92, bold=True)
        self._describe()

    def minimumSizeHint(self) -> QSize:
        return QSize(190, ROW_PX * 10 + HEADER_PX)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def show_classes(self, classes: tuple[str, ...]) -> None:
        """Show the classes with empty bars: nothing has been read yet."""
        self._show(classes, np.zeros(len(classes), np.float32))

    def show_prediction(self, prediction: Prediction) -> None:
        """Show one answer."""
        self._show(prediction.classes, prediction.probabilities, known=prediction.known)

    def show_distances(self, distances: Distances | None, *, has_columns: bool = True) -> None:
        """Show how far each mean digit is, in two columns; None empties them."""
        self._distances, self._has_columns = distances, has_columns
        self._describe()

    def rows(self) -> list[tuple[str, float]]:
        """Return what the rows show: the class and its probability, in the classes' order."""
        shown = np.sort(np.argsort(-self._probabilities, kind="stable")[:MOST_ROWS])
        return [(self._classes[index], float(self._probabilities[index])) for index in shown]

    def distances_of(self, name: str) -> tuple[float, float] | None:
        """Return L1 and RMSE to the mean of a class, where they are known."""
        known = self._distances
        if known is None or name not in known.classes:
            return None
        place = known.classes.index(name)
        return float(known.l1[place]), float(known.rmse[place])

    def _show(
        self,
        classes: tuple[str, ...],
        probabilities: NDArray[np.float32],
        *,
        known: bool = True,
    ) -> None:
        self._classes, self._probabilities = classes, probabilities
        self._known = known
        self._describe()

    def _describe(self) -> None:
        """Say the same in words, for those who can't see it."""
        lines = []
        for name, p in self.rows():
            far = self.distances_of(name)
            distances = self.tr(" (L1 {0:.3f}, RMSE {1:.3f})").format(*far) if far else ""
            lines.append(f"{name}: {percent(p)}{distances}")
        empty = self.tr("Nothing is drawn")
        read = bool(self._probabilities.any())
        self.setAccessibleDescription(", ".join(lines) if read else empty)
        self.update()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.rows()
        if not rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fonts = scaled_font(self, 0.92), scaled_font(self, 0.92, bold=True)
        painter.setFont(self._fonts[0])
        columns = _Columns(QFontMetricsF(painter.font()), self.width(), rows, self._has_columns)
        top = HEADER_PX if self._has_columns else 0
        height = min((self.height() - top) / len(rows), ROW_PX * 2)
        if self._has_columns:
            self._paint_header(painter, columns)
        best = int(np.argmax([p for _, p in rows]))
        for index, (name, p) in enumerate(rows):
            row = QRectF(0, top + index * height, self.width(), height)
            self._paint_row(
                painter, row, columns, (name, p, self._known and index == best and p > 0)
            )
            self._paint_distances(painter, row, columns, name)

    def _paint_header(self, painter: QPainter, columns: "_Columns") -> None:
        painter.setPen(self.palette().placeholderText().color())
        row = QRectF(0, 0, self.width(), HEADER_PX)
        for place, words in ((columns.l1, "L1"), (columns.rmse, "RMSE")):
            painter.drawText(columns.of(row, place), _RIGHT, words)
        number = columns.of(row, columns.number)
        painter.drawText(number.adjusted(-40, 0, 0, 0), _RIGHT, self.tr("network"))

    def _paint_row(
        self,
        painter: QPainter,
        row: QRectF,
        columns: "_Columns",
        content: tuple[str, float, bool],
    ) -> None:
        name, p, is_best = content
        palette = self.palette()
        painter.setFont(self._fonts[is_best])
        painter.setPen(palette.text().color() if is_best else palette.placeholderText().color())
        painter.drawText(columns.of(row, columns.name), _RIGHT, name)
        if any(self._probabilities):
            painter.drawText(columns.of(row, columns.number), _RIGHT, percent(p))
        track = columns.of(row, columns.bar)
        track = QRectF(
            track.left(), row.center().y() - _THICK_PX / 2, track.width(), float(_THICK_PX)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.alternateBase())
        painter.drawRoundedRect(track, _THICK_PX / 2, _THICK_PX / 2)
        if p * track.width() >= 1:
            track.setWidth(max(p * track.width(), _THICK_PX))
            painter.setBrush(palette.highlight() if is_best else palette.placeholderText())
            painter.drawRoundedRect(track, _THICK_PX / 2, _THICK_PX / 2)

    def _paint_distances(
        self, painter: QPainter, row: QRectF, columns: "_Columns", name: str
    ) -> None:
        far, known = self.distances_of(name), self._distances
        if not self._has_columns or far is None or known is None:
            return
        palette = self.palette()
        places = (columns.l1, columns.rmse)
        for place, value, nearest in zip(places, far, known.nearest, strict=True):
            area = columns.of(row, place)
            if name == nearest:
                pill = area.adjusted(-5, 0, 4, 0)
                pill.setHeight(min(pill.height(), ROW_PX) - 2)
                pill.moveCenter(QRectF(area.adjusted(-5, 0, 4, 0)).center())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(fade(palette.highlight().color(), 0.18))
                painter.drawRoundedRect(pill, 5, 5)
            painter.setFont(self._fonts[name == nearest])
            painter.setPen(
                palette.text().color() if name == nearest else palette.placeholderText().color()
            )
            painter.drawText(area, _RIGHT, f"{value:.3f}".removeprefix("0"))


class _Columns:
    """Where each column begins and ends, in pixels from the left."""

    def __init__(
        self,
        metrics: QFontMetricsF,
        width: float,
        rows: list[tuple[str, float]],
        has_distances: bool,
    ) -> None:
        name_px = min(max(metrics.horizontalAdvance(name) for name, _ in rows) + 2, width / 3)
        number_px = metrics.horizontalAdvance("99.9 %") + 3
        l1_px, rmse_px = (metrics.horizontalAdvance(words) + 3 for words in (".000", "RMSE"))
        right = width - 5.0
        self.rmse = (right - rmse_px, right)
        right = right - rmse_px - _GAP_PX
        self.l1 = (right - l1_px, right)
        right = right - l1_px - _GAP_PX if has_distances else width
        self.number = (right - number_px, right)
        self.name = (0.0, name_px)
        self.bar = (name_px + _GAP_PX, right - number_px - _GAP_PX)

    def of(self, row: QRectF, column: tuple[float, float]) -> QRectF:
        """Return a column's place in a row."""
        return QRectF(column[0], row.top(), column[1] - column[0], row.height())


def percent(p: float) -> str:
    """Return 0.9834 as "98.3 %"."""
    return "100 %" if p >= 0.9995 else f"{p * 100:.1f} %"
