"""A map of validation images as the last hidden layer sees them, with the sketch as a star."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.evaluate.markers import MARK_PX, mark, paint_ring, star
from desktop.i18n.numbers import fill
from desktop.i18n.wording import images_words
from desktop.widgets.pointed import Pointed

_EDGE_PX, _NEAR_PX = 14, 12
Points = NDArray[np.float32]


class PointsMap(Pointed):
    """Paints points (n, 2), each with its class's mark; those that were misread are ringed.

    Signals: `hovered(int)`, the point under the mouse or the keys' cursor, -1 for none;
    `chosen(int)` by a click or Enter.
    """

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("validationMap")
        self.setAccessibleName(self.tr("Map of the validation images"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.points = np.zeros((0, 2), np.float32)
        self.star: Points | None = None
        self.current = -1
        self._marks = np.zeros(0, np.int64)
        self._misread = np.zeros(0, np.bool_)
        self._order = np.zeros(0, np.int64)  # from left to right
        self._picture: QPixmap | None = None

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 130)

    def show_points(
        self, points: Points, marks: NDArray[np.int64], misread: NDArray[np.bool_], of: str = ""
    ) -> None:
        """Show other points (n, 2) with their marks' numbers and whether they were misread (n,).

        `of` says how many of how many they are, where they aren't all.
        """
        self.points, self._marks, self._misread = points, marks, misread
        self._order = np.argsort(points[:, 0], kind="stable")
        self.star = self._picture = None
        words = self.tr("{0}, %Ln of them misread", "", int(misread.sum()))
        self.setAccessibleDescription(fill(words, of or images_words(len(points))))
        self._hover(-1)
        self.update()

    def show_star(self, place: Points | None) -> None:
        """Move the sketch's star to a place (2,), or take it away."""
        self.star = place
        self.update()

    def places(self, points: Points) -> Points:
        """Return where points (n, 2) are on the screen; what lies outside is put on the edge."""
        low, high = self.points.min(axis=0), self.points.max(axis=0)
        share = np.clip((points - low) / np.maximum(high - low, 1e-9), -0.02, 1.02)
        room = np.array([self.width() - 2 * _EDGE_PX, self.height() - 2 * _EDGE_PX])
        share = np.stack([share[:, 0], 1 - share[:, 1]], axis=1)
        places: Points = (_EDGE_PX + share * room).astype(np.float32)
        return places

    # Mouse and keys.

    def _point_at(self, place: QPointF | None) -> None:
        self._hover(self._nearest(place) if place is not None else -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._nearest(event.position())
        if index >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and len(self.points):
            at = int(np.flatnonzero(self._order == self.current)[0]) if self.current >= 0 else -1
            self._hover(int(self._order[np.clip(at + step, 0, len(self._order) - 1)]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _nearest(self, place: QPointF) -> int:
        if not len(self.points):
            return -1
        away = np.hypot(*(self.places(self.points) - [place.x(), place.y()]).T)
        nearest = int(away.argmin())
        return nearest if away[nearest] <= _NEAR_PX else -1

    def _hover(self, index: int) -> None:
        if index != self.current:
            self.current = index
            self.hovered.emit(index)
            self.update()

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._picture = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self.points):
            return
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._paint_points()
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.current >= 0:
            x, y = self.places(self.points[self.current : self.current + 1])[0].tolist()
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawEllipse(QPointF(x, y), 7, 7)
        if self.star is not None:
            painter.translate(*self.places(self.star[None])[0].tolist())
            painter.setBrush(self.palette().text())
            painter.setPen(QPen(self.palette().base().color(), 2))
            painter.drawPath(star(13))

    def _paint_points(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers = self._marks.tolist()
        pictures = {number: mark(number, self.palette(), ratio) for number in set(numbers)}
        corners = [QPointF(x, y) for x, y in (self.places(self.points) - MARK_PX / 2).tolist()]
        misread = np.flatnonzero(self._misread).tolist()
        for index in np.flatnonzero(~self._misread).tolist():
            painter.drawPixmap(corners[index], pictures[numbers[index]])
        for index in misread:
            paint_ring(painter, corners[index], self.palette(), gap=True)
        for index in misread:  # above what the gaps take away of others
            painter.drawPixmap(corners[index], pictures[numbers[index]])
            paint_ring(painter, corners[index], self.palette())
        painter.end()
        return picture
