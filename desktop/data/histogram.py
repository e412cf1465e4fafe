"""How often each shade of ink occurs, as bars: faint on the left, full ink on the right."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font

BARS = 32


class Histogram(Painted):
    """Paints 255 counts as 32 bars; paper is left out, as most of an image is nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pixelHistogram")
        self.setAccessibleName(self.tr("Pixel values"))
        self.setFont(scaled_font(self, 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.counts = np.zeros(BARS, np.int64)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 70)

    def sizeHint(self) -> QSize:
        return QSize(200, 110)

    def show_counts(self, counts: NDArray[np.int64]) -> None:
        """Show how many pixels have each value, (256,)."""
        total = max(int(counts.sum()), 1)
        inked = counts.copy()
        inked[0] = 0
        self.counts = inked.reshape(BARS, -1).sum(axis=1)
        text = self.tr("{0:.1f} % of the pixels are paper (0), {1:.1f} % are full ink (over 247)")
        words = fill(text, counts[0] / total * 100, self.counts[-1] / total * 100)
        self.setAccessibleDescription(words)
        self.setToolTip(as_tip(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        line_px = self.fontMetrics().height()
        bottom = self.height() - line_px - 2
        heights = self.counts * ((bottom - 2) / max(float(self.counts.max()), 1.0))
        step = self.width() / BARS
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.highlight())
        for index, height in enumerate(heights):
            painter.drawRect(QRectF(index * step + 0.5, bottom - height, step - 1, height))
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        painter.setPen(palette.placeholderText().color())
        line = QRectF(0, bottom + 2, self.width(), line_px)
        for text, side in (
            (self.tr("1 faint"), Qt.AlignmentFlag.AlignLeft),
            (self.tr("255 ink"), Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, text)
