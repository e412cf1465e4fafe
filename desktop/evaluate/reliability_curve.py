"""The reliability curve: of the answers given at 90 %, how many were right?"""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import decimal, fill
from desktop.widgets.painted import Painted
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import WARM, curve_color, fade, scaled_font
from engine.analysis.calibration import Reliability


class CalibrationError(Label):
    """The number below the curve's heading: by its whole name, as an error is a share elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("calibrationError")
        self.setProperty("muted", True)
        self.setFont(scaled_font(self, 0.92))
        self.setToolTip(
            self.tr(
                "Expected calibration error: how far apart the model's confidence and its "
                "accuracy are, averaged over all answers. Along the dashed line it is 0 "
                "%."
            )
        )

    def show_error(self, error: float) -> None:
        """Show an error, 0 to 1."""
        self.setText(fill(self.tr("calibration error {0:.1f} %"), error * 100))


class ReliabilityCurve(Painted):
    """Paints accuracy over confidence; a model that means what it says lies on the diagonal."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reliabilityCurve")
        self.setAccessibleName(self.tr("Reliability"))
        self.setFont(scaled_font(self, 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shown: Reliability | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(130, 108)

    def show_curve(self, curve: Reliability) -> None:
        """Show another model's curve."""
        self.shown = curve
        lines = [
            fill(
                self.tr("{0:.0f} % sure: {1:.0f} % correct (of {2:,})"),
                confidence * 100,
                accuracy * 100,
                int(count),
            )
            for count, confidence, accuracy in zip(
                curve.counts, curve.confidence, curve.accuracy, strict=True
            )
            if count
        ]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip(as_tip("\n".join(lines)))
        self.update()

    def _area(self) -> QRectF:
        metrics = self.fontMetrics()
        left, bottom = metrics.horizontalAdvance("100 %") + 6, 2 * metrics.height() + 4
        right = metrics.horizontalAdvance("100") / 2 + 1  # below the corner
        return QRectF(left, 5, self.width() - left - right, self.height() - bottom - 5)

    def _at(self, x: float, y: float) -> QPointF:
        area = self._area()
        return QPointF(area.x() + x * area.width(), area.bottom() - y * area.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        if self.shown is None:
            return
        self._paint_steps(painter, self.shown)

    def _paint_steps(self, painter: QPainter, curve: Reliability) -> None:
        palette, bins = self.palette(), len(curve.counts)
        filled = np.flatnonzero(curve.counts)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fade(palette.highlight().color(), 0.22))
        for step in filled:
            top = self._at(step / bins, float(curve.accuracy[step]))
            base = self._at((step + 1) / bins, 0)
            painter.drawRect(QRectF(top, base).adjusted(1, 0, -1, 0))
        points = [
            self._at(float(curve.confidence[step]), float(curve.accuracy[step])) for step in filled
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(palette.highlight().color(), 1.5))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(palette.highlight())
        most = np.log1p(curve.counts.max())
        for step, point in zip(filled, points, strict=True):
            radius = 1.5 + 3 * float(np.log1p(curve.counts[step]) / most)
            painter.drawEllipse(point, radius, radius)

    def _paint_axes(self, painter: QPainter) -> None:
        palette, area, line = self.palette(), self._area(), self.fontMetrics().height()
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawRect(area)
        ideal = QPen(curve_color(WARM, palette), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(ideal)
        painter.drawLine(self._at(0, 0), self._at(1, 1))
        painter.setPen(palette.placeholderText().color())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for share in (0.0, 0.5, 1.0):
            y = self._at(0, share).y()
            room = QRectF(0, y - line / 2, area.x() - 5, line)
            painter.drawText(room, right, f"{decimal(share * 100, 0)} %")
            x = self._at(share, 0).x()
            below = QRectF(x - line, area.bottom() + 2, 2 * line, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, decimal(share * 100, 0))
        words = self.tr("how sure it was, %")
        width = self.fontMetrics().horizontalAdvance(words) + 2
        left = max(0.0, min(area.center().x() - width / 2, self.width() - width))
        name = QRectF(left, area.bottom() + line + 2, width, line)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, words)
