"""A bar for each class, as long as its probability. What the answer means lives in `answer`."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import scaled_font
from engine.prediction import Prediction

ROW_PX = 17
_GAP_PX = 10
_THICK_PX = 7
MOST_ROWS = 12  # a folder may have more classes: then the likeliest are shown


class ClassBars(QWidget):
    """Paints the probabilities of the classes; the likeliest in the accent colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Probability of each class"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._classes: tuple[str, ...] = ()
        self._probabilities = np.zeros(0, np.float32)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, ROW_PX * 10)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def show_classes(self, classes: tuple[str, ...]) -> None:
        """Show the classes with empty bars: nothing has been read yet."""
        self._show(classes, np.zeros(len(classes), np.float32))
        self.setAccessibleDescription(self.tr("Nothing is drawn"))

    def show_prediction(self, prediction: Prediction) -> None:
        """Show one answer."""
        self._show(prediction.classes, prediction.probabilities)
        self.setAccessibleDescription(", ".join(f"{name}: {percent(p)}" for name, p in self.rows()))

    def rows(self) -> list[tuple[str, float]]:
        """Return what the rows show: the class and its probability, in the classes' order."""
        shown = np.sort(np.argsort(-self._probabilities, kind="stable")[:MOST_ROWS])
        return [(self._classes[index], float(self._probabilities[index])) for index in shown]

    def _show(self, classes: tuple[str, ...], probabilities: NDArray[np.float32]) -> None:
        self._classes, self._probabilities = classes, probabilities
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        rows = self.rows()
        if not rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = scaled_font(self, 0.95)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        name_px = min(max(metrics.horizontalAdvance(name) for name, _ in rows), self.width() / 3)
        number_px = metrics.horizontalAdvance("100.0 %")
        height = min(self.height() / len(rows), ROW_PX * 2)
        best = int(np.argmax([p for _, p in rows]))
        for index, (name, p) in enumerate(rows):
            row = QRectF(0, index * height, self.width(), height)
            self._paint_row(painter, row, name_px, number_px, (name, p, index == best and p > 0))

    def _paint_row(
        self,
        painter: QPainter,
        row: QRectF,
        name_px: float,
        number_px: float,
        content: tuple[str, float, bool],
    ) -> None:
        name, p, is_best = content
        palette = self.palette()
        painter.setPen(palette.text().color() if is_best else palette.placeholderText().color())
        names = QRectF(row.left(), row.top(), name_px + 1, row.height())
        painter.drawText(names, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        if any(self._probabilities):
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, right, percent(p))
        track = row.adjusted(name_px + _GAP_PX, 0, -number_px - _GAP_PX, 0)
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


def percent(p: float) -> str:
    """Return 0.9834 as "98.3 %"."""
    return "100 %" if p >= 0.9995 else f"{p * 100:.1f} %"
