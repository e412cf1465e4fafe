"""The few icons, painted from paths on a 24x24 grid: sharp in any size, right in any colour."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

GRID = 24
_LINE = 1.8

Name = Literal[
    "train",
    "pause",
    "step",
    "stop",
    "undo",
    "redo",
    "clear",
    "close",
    "brush",
    "eraser",
    "open",
    "more",
    "epoch",
    "keep",
]


def icon(name: Name, palette: QPalette, role: QPalette.ColorRole) -> QIcon:
    """Return the icon in the palette's colour for `role`, with its disabled form."""
    result = QIcon()
    for group, mode in (
        (QPalette.ColorGroup.Active, QIcon.Mode.Normal),
        (QPalette.ColorGroup.Disabled, QIcon.Mode.Disabled),
    ):
        for ratio in (1, 2, 3):
            result.addPixmap(_pixmap(name, palette.color(group, role), ratio), mode)
    return result


def dot(share: float, palette: QPalette, role: QPalette.ColorRole) -> QIcon:
    """Return a disc that fills `share` (0 to 1) of the icon: how broad a brush is."""
    result = QIcon()
    for ratio in (1, 2, 3):
        pixmap = _blank(ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(role))
        painter.drawEllipse(QPointF(GRID / 2, GRID / 2), share * GRID / 2, share * GRID / 2)
        painter.end()
        result.addPixmap(pixmap)
    return result


def chevron(painter: QPainter, center: QPointF, *, up: bool, color: QColor) -> None:
    """Paint the small arrow of combo and spin boxes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(color, 1.5))
    tip = -1.7 if up else 1.7
    painter.drawPolyline(
        QPolygonF(
            [
                center + QPointF(-3.4, -tip),
                center + QPointF(0, tip),
                center + QPointF(3.4, -tip),
            ]
        )
    )


def _pixmap(name: Name, color: QColor, ratio: int) -> QPixmap:
    """Return a drawing from Qt's cache: each new style asks for all of them again."""
    key = f"{name} {color.name(QColor.NameFormat.HexArgb)} {ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    pixmap = _drawn(name, color, ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _drawn(name: Name, color: QColor, ratio: int) -> QPixmap:
    pixmap = _blank(ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(color, _LINE))
    _DRAWINGS[name](painter, color)
    painter.end()
    return pixmap


def _blank(ratio: int) -> QPixmap:
    pixmap = QPixmap(QSize(GRID, GRID) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _pen(color: QColor, width: float) -> QPen:
    return QPen(
        color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _triangle(painter: QPainter, color: QColor, left: float) -> None:
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(left, 6), QPointF(left + 10, 12), QPointF(left, 18)]))


def _train(painter: QPainter, color: QColor) -> None:
    _triangle(painter, color, 8)


def _pause(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawRect(QRectF(7.5, 6.5, 2, 11))
    painter.drawRect(QRectF(14.5, 6.5, 2, 11))


def _step(painter: QPainter, color: QColor) -> None:
    _triangle(painter, color, 5)
    painter.drawLine(QPointF(19, 6), QPointF(19, 18))


def _epoch(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    for left in (4, 11):
        tips = [QPointF(left, 7), QPointF(left + 6, 12), QPointF(left, 17)]
        painter.drawPolygon(QPolygonF(tips))
    painter.drawLine(QPointF(20, 6), QPointF(20, 18))


def _stop(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(7, 7, 10, 10), 1, 1)


def _undo(painter: QPainter, _: QColor) -> None:
    path = QPainterPath(QPointF(5.5, 9))
    path.lineTo(14, 9)
    path.cubicTo(20.5, 9, 20.5, 18.5, 14, 18.5)
    path.lineTo(10, 18.5)
    painter.drawPath(path)
    painter.drawPolyline(QPolygonF([QPointF(9, 5.2), QPointF(5.2, 9), QPointF(9, 12.8)]))


def _redo(painter: QPainter, color: QColor) -> None:
    painter.translate(GRID, 0)
    painter.scale(-1, 1)
    _undo(painter, color)


def _clear(painter: QPainter, _: QColor) -> None:
    painter.drawLine(QPointF(5, 7.5), QPointF(19, 7.5))
    painter.drawPolyline(
        QPolygonF([QPointF(9.5, 7), QPointF(10, 5), QPointF(14, 5), QPointF(14.5, 7)])
    )
    painter.drawPolyline(
        QPolygonF([QPointF(7, 8), QPointF(8, 19), QPointF(16, 19), QPointF(17, 8)])
    )


def _more(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (6, 12, 18):
        painter.drawEllipse(QPointF(x, 12), 1.7, 1.7)


def _close(painter: QPainter, _: QColor) -> None:
    painter.drawLine(QPointF(7, 7), QPointF(17, 17))
    painter.drawLine(QPointF(17, 7), QPointF(7, 17))


def _brush(painter: QPainter, color: QColor) -> None:
    body = [(14.5, 5), (19, 9.5), (9.5, 19), (4.8, 19.2), (5, 14.5)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in body]))
    painter.drawLine(QPointF(12, 7.5), QPointF(16.5, 12))


def _eraser(painter: QPainter, color: QColor) -> None:
    body = [(13.5, 5), (19.5, 11), (12, 18.5), (8.5, 18.5), (4.5, 14)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in body]))
    painter.drawLine(QPointF(8.5, 10), QPointF(14.5, 16))
    painter.drawLine(QPointF(12, 18.5), QPointF(19.5, 18.5))


def _open(painter: QPainter, color: QColor) -> None:
    painter.drawRoundedRect(QRectF(4.5, 5.5, 15, 13), 1.5, 1.5)
    hill = [(5, 16), (9.5, 11), (13, 14.5), (15.5, 12.5), (19, 15.5)]
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in hill]))
    painter.setBrush(color)
    painter.drawEllipse(QPointF(15, 9.2), 0.7, 0.7)


def _keep(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    ribbon = [(7.5, 5), (16.5, 5), (16.5, 19), (12, 15.5), (7.5, 19)]
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in ribbon]))


_DRAWINGS: dict[Name, Callable[[QPainter, QColor], None]] = {
    "train": _train,
    "pause": _pause,
    "step": _step,
    "stop": _stop,
    "undo": _undo,
    "redo": _redo,
    "clear": _clear,
    "close": _close,
    "more": _more,
    "epoch": _epoch,
    "brush": _brush,
    "eraser": _eraser,
    "open": _open,
    "keep": _keep,
}


def arrow_color(widget: QWidget) -> QColor:
    """Return the colour of a control's arrow, as it is offered or not."""
    group = QPalette.ColorGroup.Active if widget.isEnabled() else QPalette.ColorGroup.Disabled
    role = QPalette.ColorRole.PlaceholderText if widget.isEnabled() else QPalette.ColorRole.Text
    return widget.palette().color(group, role)
