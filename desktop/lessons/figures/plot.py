"""A plot in the reading column: curves, named points, and a drag that moves a slider.

The wheel scrolls the page, and nothing zooms: what is to be seen is in sight.
"""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.lessons.figures.curve_looks import Turn, pen_of, styles_of, turns_of
from desktop.lessons.figures.handles import Handles
from desktop.lessons.figures.plot_head import PlotHead
from desktop.lessons.figures.plot_words import describe
from desktop.plots.axes import OVER_PX, LogAxis, NamedPlot
from desktop.plots.curve_styles import CurveStyle
from desktop.plots.mark_names import Box, box_at, free_anchor
from desktop.widgets.theme import scaled_font
from engine.lessons.figures import Plot

_HEIGHT_PX, _AXIS_PX = 230 + OVER_PX, 38
_WIDE = "12,000"  # half of it stands beyond the end of its axis
_SMALLEST = 1e-12  # what a zero counts as on a logarithmic axis


class _Canvas(NamedPlot):
    """A plot that leaves the wheel to the page."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class PlotView(QWidget):
    """Draws a Plot; the same curves again are only moved. Signals: `dragged(str, float)`;
    `fitted()`, the left axis is as wide as its numbers, or as `text_px` of another one.
    """

    dragged = Signal(str, float)
    fitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.figure: Plot | None = None
        self.head = PlotHead()
        self.heading, self.legend = self.head.heading, self.head.legend
        axes = {"left": LogAxis("left"), "bottom": LogAxis("bottom")}
        self.plot: pg.PlotWidget = _Canvas(enableMenu=False, axisItems=axes)
        self._items: list[pg.PlotDataItem] = []
        self._styles: list[CurveStyle] = []
        self._turns: list[Turn] = []
        self._marks = pg.ScatterPlotItem(size=10)
        self._names: list[pg.TextItem] = []
        self._is_log, self._ratio = False, 1.0  # the pixels to one that the lines are broad for
        self.handles = Handles(self.plot)
        self._build()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(self.plot)
        self.plot.setFixedHeight(_HEIGHT_PX)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.addItem(self._marks)
        self._marks.setZValue(10)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setStyle(hideOverlappingLabels=False)
        box = self.plot.getViewBox()
        box.sigRangeChanged.connect(self._on_scale_changed)
        box.sigResized.connect(self._on_scale_changed)
        self.plot.viewport().installEventFilter(self)
        self.plot.viewport().installEventFilter(self.handles)  # is asked before this widget
        self.handles.dragged.connect(self.dragged)
        self._dress()

    def show_figure(self, figure: Plot) -> None:
        self.figure = figure
        self.heading.setText(figure.title)
        self.heading.setVisible(bool(figure.title))
        self._set_log(figure)
        styles = styles_of(figure.curves)
        heights = [self._height_of(curve.y) for curve in figure.curves]
        turns = turns_of(figure.curves, heights)
        if styles != self._styles or turns != self._turns:
            self._take_styles(styles, turns)
        elif self._ratio != self.devicePixelRatioF():  # it is on another screen now
            self.dress_curves()
        self.head.fit()
        for item, curve, y, style in zip(self._items, figure.curves, heights, styles, strict=True):
            item.setData(_along(figure, curve.x), y)
            item.setSymbol(style.sign if style.dots else None)
        self._show_marks(figure)
        self.handles.show_handles(figure.handles)
        self.handles.dress(self.palette(), self._styles)
        whole = [np.array_equal(curve.x, np.rint(curve.x)) for curve in figure.curves]
        self.plot.getAxis("bottom").counts = all(whole) and not figure.log_x
        self.plot.setLabel("bottom", figure.x_label)
        self.plot.setLabel("left", figure.y_label)
        self._set_range(figure)
        self.plot.getViewBox().updateAutoRange()  # now, so that the axis fits at the first paint
        shape = Qt.CursorShape.SizeHorCursor if figure.drag_x else Qt.CursorShape.ArrowCursor
        self.plot.viewport().setCursor(shape)
        self.plot.setAccessibleName(figure.title or figure.y_label)
        self.plot.setAccessibleDescription(describe(figure))

    @property
    def text_px(self) -> float:
        """How wide the numbers of the left axis are."""
        width: float = self.plot.getAxis("left").text_px
        return width

    def be_flush(self, text_px: float) -> None:
        """Leave the left axis's numbers as much room as another plot's take."""
        axis = self.plot.getAxis("left")
        if axis.least_text_px != text_px:
            axis.least_text_px = text_px
            axis.fit()

    def drag_to(self, x: float) -> None:
        """Move the slider that this plot drags, as the mouse does at `x`."""
        if self.figure and self.figure.drag_x:
            self.dragged.emit(self.figure.drag_x, x)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.figure and self.figure.drag_x and isinstance(event, QMouseEvent):
            pressed = event.buttons() & Qt.MouseButton.LeftButton
            if pressed and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove):
                self.drag_to(self._x_at(event.position()))
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_is_log"):
            self._dress()
        super().changeEvent(event)

    def _x_at(self, position: QPointF) -> float:
        scene = self.plot.mapToScene(position.toPoint())
        x: float = self.plot.getViewBox().mapSceneToView(scene).x()
        return x

    def _height_of(self, y: object) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        values = np.array(y, float)
        values[~np.isfinite(values)] = np.nan
        return np.log10(np.maximum(values, _SMALLEST)) if self._is_log else values

    def _set_log(self, figure: Plot) -> None:
        self._is_log = figure.log_y
        for side, log in (("bottom", figure.log_x), ("left", figure.log_y)):
            if self.plot.getAxis(side).logMode != log:
                self.plot.getAxis(side).setLogMode(log)

    def _set_range(self, figure: Plot) -> None:
        box = self.plot.getViewBox()
        if figure.y_range is None:
            box.enableAutoRange()
            return
        low, high = self._height_of(figure.y_range)
        box.enableAutoRange(x=True)
        box.setYRange(low, high, padding=0.02)

    def _take_styles(self, styles: list[CurveStyle], turns: list[Turn]) -> None:
        for item in self._items:
            self.plot.removeItem(item)
        self._items = [self.plot.plot(antialias=True, connect="finite") for _ in styles]
        self._styles, self._turns = styles, turns
        named = [style for style in styles if style.name]
        self.legend.show_styles(named)
        self.dress_curves()

    def _show_marks(self, figure: Plot) -> None:
        heights = self._height_of([mark.y for mark in figure.marks])
        self._marks.setData(_along(figure, [mark.x for mark in figure.marks]), heights)
        while len(self._names) > len(figure.marks):
            self.plot.removeItem(self._names.pop())
        while len(self._names) < len(figure.marks):
            self._names.append(pg.TextItem(anchor=(0, 1)))
            self.plot.addItem(self._names[-1], ignoreBounds=True)
        for name, mark, y in zip(self._names, figure.marks, heights, strict=True):
            name.setText(mark.name, self.palette().text().color())
            name.setPos(float(_along(figure, [mark.x])[0]), y)
        self._place_names()

    def _on_scale_changed(self, *_: object) -> None:
        """Let the axis be as wide as its numbers: it would stay as wide as longer ones were."""
        self.plot.getAxis("left").fit()
        self._place_names()
        self.fitted.emit()

    def _place_names(self, *_: object) -> None:
        """Put each mark's name beside its point, where no curve runs: it depends on the size."""
        box = self.plot.getViewBox()
        (left, right), (low, high) = box.viewRange()
        if not self.figure or right <= left or high <= low:
            return
        across, down = box.width() / (right - left), box.height() / (high - low)
        lines = [
            (
                (_along(self.figure, curve.x) - left) * across,
                (high - self._height_of(curve.y)) * down,
            )
            for curve in self.figure.curves
        ]
        room, taken = Box(0, 0, box.width(), box.height()), list[Box]()
        for name, mark in zip(self._names, self.figure.marks, strict=False):
            point = (name.pos().x() - left) * across, (high - name.pos().y()) * down
            size = name.boundingRect().width(), name.boundingRect().height()
            anchor = free_anchor(point, size, room, lines, taken, below=mark.below)
            name.setAnchor(anchor)
            taken.append(box_at(point, size, anchor))

    def _dress(self) -> None:
        """Take the colours of the moment."""
        palette = self.palette()
        self.plot.setBackground(palette.base().color())
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(palette.mid().color(), width=1))
            axis.setTextPen(palette.placeholderText().color())
            axis.setStyle(tickFont=scaled_font(self, 0.85), tickLength=-4, tickTextHeight=13)
            axis.label.setFont(scaled_font(self, 0.85))
        self.plot.getAxis("bottom").setHeight(_AXIS_PX)
        right = QFontMetrics(scaled_font(self, 0.85)).horizontalAdvance(_WIDE) // 2
        self.plot.getPlotItem().layout.setContentsMargins(0, OVER_PX, right, 0)
        self.plot.showGrid(x=False, y=True, alpha=0.25)
        self._marks.setBrush(palette.text().color())  # that of no curve
        self._marks.setPen(pg.mkPen(palette.base().color(), width=1.5))
        for name in self._names:
            name.setColor(palette.text().color())
        self.handles.dress(palette, self._styles)
        self.dress_curves()

    def dress_curves(self, ratio: float | None = None) -> None:
        """Draw lines for so many pixels to one; None: the screen's."""
        palette, self._ratio = self.palette(), ratio or self.devicePixelRatioF()
        for item, style, turn in zip(self._items, self._styles, self._turns, strict=True):
            item.setPen(None if style.dots else pen_of(style, turn, palette, self._ratio))
            item.scatter.opts["useCache"] = ratio is None
            item.setSymbolSize(5)
            item.setSymbolPen(None)
            item.setSymbolBrush(style.color_in(palette))


def _along(figure: Plot, x: object) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    values = np.asarray(x, float)
    return np.log10(np.maximum(values, _SMALLEST)) if figure.log_x else values
