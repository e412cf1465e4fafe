"""The map: the loss in bands, the runs' paths over it, and what is under the pointer."""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from desktop.plots.curve_styles import CurveStyle
from desktop.plots.mark_names import Box as NameBox
from desktop.plots.mark_names import Line, box_at, free_anchor
from desktop.runs.landscape.ground import TOP_PX, paint_axes, picture
from desktop.runs.landscape.messages import Found, Measured
from desktop.runs.landscape.relief import Bands, value_at
from desktop.widgets.pointed import Pointed
from desktop.widgets.theme import fade, scaled_font
from engine.analysis.plane import Path, Places

_LEFT_PX, _BOTTOM_PX, _RIGHT_PX = 62, 38, 10
_NEAR_PX = 9
_HALO_PX, _PATH_PX, _DOT_PX, _MARK_PX = 5.0, 2.0, 2.2, 5.5
_FAR_PX = 1e5  # beyond all screens, and within what Qt can paint
At = tuple[int, int]  # a run by its number, and one of its moments


class LossMap(Pointed):
    """Signals: `pointed(float, At | None)` the loss under the pointer (NaN: none is known), and
    the moment that is near it, or that the keys have come to.
    """

    pointed = Signal(float, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lossMap")
        self.setAccessibleName(self.tr("Map of the loss"))
        self.setToolTip(
            self.tr(
                "Lines join places of equal loss. Distances are those between weights: the root "
                "of the sum of all squared differences. Left and Right go along the paths."
            )
        )
        self.setFont(scaled_font(self, 0.85))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.found: Found | None = None
        self.measured: Measured | None = None
        self.bands: Bands | None = None
        self.is_pointed = False  # whether the pointer was moved over the map last
        self.current: At | None = None  # under the pointer or the keys' cursor
        self.cursor_at: At | None = None  # that is played back
        self._looks: Mapping[int, CurveStyle] = {}
        self._names: tuple[str, str] = ("", "")
        self._marks: tuple[str, ...] = ()
        self._picture: QImage | None = None

    def sizeHint(self) -> QSize:
        return QSize(460, 440)

    def minimumSizeHint(self) -> QSize:
        return QSize(260, 240)

    def clear(self) -> None:
        """Show nothing."""
        self.found = self.measured = self.bands = self._picture = self.current = None
        self.update()

    def show_paths(
        self,
        found: Found,
        looks: Mapping[int, CurveStyle],
        axes: tuple[str, str],
        marks: tuple[str, ...],
    ) -> None:
        """Show paths in their looks; `axes` name what leads right and up, `marks` the marks."""
        self.clear()
        self.found, self._looks, self._names, self._marks = found, looks, axes, marks

    def show_losses(self, measured: Measured) -> None:
        """Show the loss, in the bands that suit it."""
        self.measured, self.bands = measured, Bands.of(measured.losses)
        self._picture = None
        self.update()

    def show_cursor(self, at: At | None) -> None:
        """Ring the moment that is played back, or none."""
        if at != self.cursor_at:
            self.cursor_at = at
            self.update()

    def room(self) -> QRectF:
        """Return where the map itself is: a square."""
        across, down = self.width() - _LEFT_PX - _RIGHT_PX, self.height() - TOP_PX - _BOTTOM_PX
        side = max(10, min(across, down))
        return QRectF(_LEFT_PX, TOP_PX, side, side)

    def spots(self, places: Places) -> Places:
        """Return where places (n, 2) of the plane are on the screen."""
        assert self.found
        box, room = self.found.box, self.room()
        x = room.left() + (places[:, 0] - box.left) / (box.right - box.left) * room.width()
        y = room.bottom() - (places[:, 1] - box.low) / (box.high - box.low) * room.height()
        return np.clip(np.stack([x, y], axis=1), -_FAR_PX, _FAR_PX)

    # Mouse and keys.

    def _point_at(self, place: QPointF | None) -> None:
        if self.found is None or place is None:
            self.is_pointed = False
            self._point(math.nan, None)
            return
        x, y = place.x(), place.y()
        loss, room = math.nan, self.room()
        self.is_pointed = room.contains(place)
        if self.measured and self.is_pointed:
            across, up = (x - room.left()) / room.width(), (room.bottom() - y) / room.height()
            loss = value_at(self.measured.losses, across, up)
        self._point(loss, self._nearest(x, y) if self.is_pointed else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not step or self.found is None:
            super().keyPressEvent(event)
            return
        moments = [
            (run, i) for run, path in self.found.paths.items() for i in range(len(path.steps))
        ]
        at = moments.index(self.current) + step if self.current else 0
        self.is_pointed = False
        self._point(math.nan, moments[min(max(at, 0), len(moments) - 1)])

    def _nearest(self, x: float, y: float) -> At | None:
        assert self.found
        best, nearest = float(_NEAR_PX), None
        for run, path in self.found.paths.items():
            away = np.hypot(*(self.spots(path.places) - [x, y]).T)
            if away.min() <= best:
                best, nearest = float(away.min()), (run, int(away.argmin()))
        return nearest

    def _point(self, loss: float, at: At | None) -> None:
        if at != self.current:
            self.current = at
            self.update()
        self.pointed.emit(loss, at)

    # Painting.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None
        # no wider than the map: what is beside it has the rest
        self.setMaximumWidth(max(self.height() - TOP_PX - _BOTTOM_PX, 10) + _LEFT_PX + _RIGHT_PX)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._picture = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.found is None:
            return
        painter, room, palette = QPainter(self), self.room(), self.palette()
        if self.measured and self.bands:
            if self._picture is None:
                side = round(room.width() * self.devicePixelRatioF())
                losses = self.measured.losses
                self._picture = picture(losses, self.bands, (side, side), palette)
            painter.drawImage(room, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_axes(painter, room, self.found.box, self._names, palette)
        painter.setClipRect(room)
        spots = {run: self._spots(path) for run, path in self.found.paths.items()}
        painter.setPen(QPen(fade(palette.base().color(), 0.85), _HALO_PX))
        for places in spots.values():  # first, or one path would hide another beside it
            painter.drawPolyline(QPolygonF(places))
        for run in reversed(spots):  # the own one on top
            self._paint_path(painter, self._looks[run], spots[run])
        self._paint_marks(painter, room)
        for at, width in ((self.cursor_at, 2.5), (self.current, 1.5)):
            if at:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(palette.text().color(), width))
                painter.drawEllipse(self._spot(at), 8, 8)

    def _spot(self, at: At) -> QPointF:
        assert self.found
        return self._spots(self.found.paths[at[0]])[at[1]]

    def _spots(self, path: Path) -> list[QPointF]:
        return [QPointF(x, y) for x, y in self.spots(path.places).tolist()]

    def _paint_path(self, painter: QPainter, look: CurveStyle, spots: list[QPointF]) -> None:
        pen = look.pen(self.palette())
        pen.setWidthF(_PATH_PX)
        pen.setCosmetic(False)  # as broad on a dense screen
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(spots))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color_in(self.palette()))
        for spot in spots:
            painter.drawEllipse(spot, _DOT_PX, _DOT_PX)

    def _paint_marks(self, painter: QPainter, room: QRectF) -> None:
        assert self.found
        palette, metrics = self.palette(), QFontMetricsF(self.font())
        whole = NameBox(room.left(), room.top(), room.right(), room.bottom())
        paths = [self.spots(path.places).T for path in self.found.paths.values()]
        lines: list[Line] = [(x, y) for x, y in paths]
        taken: list[NameBox] = []
        for mark, name in zip(self.found.marks, self._marks, strict=True):
            x, y = self.spots(np.array([mark.place]))[0].tolist()
            painter.setPen(QPen(palette.base().color(), 1.5))
            painter.setBrush(palette.text())
            painter.drawEllipse(QPointF(x, y), _MARK_PX, _MARK_PX)
            size = metrics.horizontalAdvance(name) + 12, metrics.height() + 4
            anchor = free_anchor((x, y), size, whole, lines, taken)
            taken.append(box_at((x, y), size, anchor))
            left = min(x - anchor[0] * size[0], room.right() - size[0])  # a long one in a small map
            label = QRectF(max(left, room.left()), y - anchor[1] * size[1], *size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fade(QColor(palette.base().color()), 0.8))
            painter.drawRoundedRect(label, 4, 4)
            painter.setPen(palette.text().color())
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, name)
