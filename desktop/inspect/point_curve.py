"""A curve with one point on it: an activation function and a neuron, accuracy and a slider."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from desktop.i18n.numbers import fill
from desktop.inspect.shades import number
from desktop.widgets.painted import Painted
from desktop.widgets.theme import WARM, curve_color
from engine.analysis.passage import Array

Room = tuple[float, float, float, float]  # from left and bottom to right and top
_EDGE_PX, _POINT_PX = 8, 4


class PointCurve(Painted):
    """Paints a curve, its axes, and one point."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.curve: Array = np.zeros((2, 0), np.float32)
        self.point = (0.0, 0.0)
        self.room: Room | None = None

    def sizeHint(self) -> QSize:
        return QSize(150, 84)

    def show_point(
        self, curve: Array, point: tuple[float, float], room: Room | None = None
    ) -> None:
        """Show a curve (2, n) and a point of it, as large as it is or in the same `room` always."""
        self.curve, self.point, self.room = curve, point, room
        text = self.tr("at {0}: {1}")
        self.setAccessibleDescription(fill(text, *map(number, point)))
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self.curve = np.zeros((2, 0), np.float32)
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.curve.size or not np.isfinite(self.point).all():
            return
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
        (left, right), ends = self.curve[0, [0, -1]], self.curve[1]
        low, high = min(0.0, float(ends.min())), max(0.0, float(ends.max()))
        left, low, right, high = self.room or (left, low, right, high)

        def place(x: float, y: float) -> QPointF:
            across = (x - left) / (right - left)
            return QPointF(
                room.left() + across * room.width(),
                room.bottom() - (y - low) / ((high - low) or 1.0) * room.height(),
            )

        painter.setPen(palette.mid().color())
        painter.drawLine(place(left, 0), place(right, 0))
        painter.drawLine(place(0, low), place(0, high))
        painter.setPen(QPen(palette.text().color(), 1.5))
        painter.drawPolyline(QPolygonF([place(x, y) for x, y in self.curve.T.tolist()]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(curve_color(WARM, palette))
        painter.drawEllipse(place(*self.point), _POINT_PX, _POINT_PX)
