"""Saving what the training page shows: asks where to, and makes the bytes."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFileDialog, QGraphicsItem, QWidget

from desktop.plots.axes import keep_axes
from desktop.plots.curve_styles import DASHED, DOTTED, SOLID, CurveStyle
from desktop.plots.heading import Heading
from desktop.plots.legend import Legend
from desktop.plots.plot_card import PlotCard
from desktop.plots.series import Points
from desktop.plots.svg_plot import Line, plot_svg
from desktop.widgets.save_file import file_name, whole_name

_PIXEL_RATIO = 2  # sharp on paper and on dense screens
_SVG_DASHES = {SOLID: "", DASHED: "6 4", DOTTED: "2 3", Qt.PenStyle.DashDotLine: "8 3 2 3"}


def ask_where(parent: QWidget, caption: str, name: str, kind: str, *others: str) -> Path | None:
    """Ask for a file's place; `name` with its ending is proposed. None where people change mind.

    The file may have one of the `others`, endings such as ".json", too.
    """
    proposed = file_name(name)
    endings = (Path(proposed).suffix, *others)
    kinds = f"{kind} ({' '.join(f'*{ending}' for ending in endings)})"
    chosen, _ = QFileDialog.getSaveFileName(parent, caption, proposed, kinds)
    return whole_name(parent, chosen, *endings) if chosen else None


def png_of(card: PlotCard) -> bytes:
    """Return the card, with heading and legend, as it looks now."""
    has_focus = card.window().focusWidget()
    focused = has_focus if card.isAncestorOf(has_focus) else None  # elsewhere it may stay
    if focused:
        focused.clearFocus()  # and the frame around it
    tools = _hide_tools(card)
    keep_axes(card.plot, QGraphicsItem.CacheMode.NoCache)
    card.items.dress(card.palette(), _PIXEL_RATIO)
    picture = png_of_widget(card)
    card.items.dress(card.palette())
    for tool in tools:
        tool.show()
    if focused:
        focused.setFocus()
    keep_axes(card.plot, QGraphicsItem.CacheMode.DeviceCoordinateCache)
    return picture


def png_of_widget(widget: QWidget) -> bytes:
    """Return a widget with all that is in it, as it looks now."""
    pixmap = QPixmap(widget.size() * _PIXEL_RATIO)
    pixmap.setDevicePixelRatio(_PIXEL_RATIO)
    pixmap.fill(widget.palette().color(QPalette.ColorRole.Base))
    painter = QPainter(pixmap)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(data.data())


def _hide_tools(card: PlotCard) -> list[QWidget]:
    """Hide what has no meaning on paper: sliders and buttons. Return them."""
    tools = [
        widget
        for widget in card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if card.tools.indexOf(widget) >= 0 and not isinstance(widget, Heading | Legend)
    ]
    tools = [tool for tool in (*tools, card.foot) if tool and tool.isVisible()]
    for tool in tools:
        tool.hide()
    layout = card.layout()
    if layout:
        layout.activate()
    return tools


def svg_of(card: PlotCard) -> bytes:
    """Return the card's curves as a drawing for light paper."""
    lines = [line_of(style, points, log_x=card.log_x) for style, points in card.curves]
    drawing = plot_svg(
        card.heading,
        card.x_name,
        lines,
        log_x=card.log_x,
        log_y=card.log.isChecked(),
        shades=card.shaded,
    )
    return drawing.encode()


def line_of(style: CurveStyle, points: Points, *, log_x: bool = False) -> Line:
    """Return a curve as it is drawn on light paper; with `log_x` its x is a logarithm."""
    x = 10**points.x if log_x else points.x
    return Line(style.name, x, points.y, style.colors[0], _SVG_DASHES[style.dashes], style.opacity)
