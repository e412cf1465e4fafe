"""One quiet plot card: heading, legend, plot, crosshair, a menu, and a sentence when empty."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout

from desktop.controls import Card, IconButton, title
from desktop.theme import GAP_PX, scaled_font
from desktop.training.crosshair import Crosshair, Curves
from desktop.training.legend import Legend
from desktop.training.looks import CurveStyle
from desktop.training.series import Series

_SMALLEST = 1e-12  # what a loss of zero counts as on a logarithmic axis


class _WholeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Batches and epochs are counted: there is nothing between two of them."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        spacings = super().tickSpacing(low, high, size)
        return [spacing for spacing in spacings if spacing[0] >= 1] or [(1.0, 0.0)]


class _LogAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Writes 10 and 0.001, as the field beside it does."""

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [f"{10**value:g}" for value in values]


class PlotCard(Card):
    """A card with one plot; `plot` is the pyqtgraph widget, `describe` its text twin.

    Signals: `picture_requested()`, `drawing_requested()` and `numbers_requested()`: as PNG, SVG
    and CSV.
    """

    picture_requested = Signal()
    drawing_requested = Signal()
    numbers_requested = Signal()

    def __init__(self, heading: str, x_name: str, empty: str, *, log_x: bool = False) -> None:
        """Make the card; with `log_x` the points' x is the logarithm (base 10) of what is meant."""
        super().__init__()
        self.heading, self.x_name, self.log_x = heading, x_name, log_x
        self.curves: Curves = []
        axis = _LogAxis("bottom") if log_x else _WholeAxis("bottom")
        self.plot = pg.PlotWidget(enableMenu=False, axisItems={"bottom": axis})
        self.plot.setAccessibleName(heading)
        self.plot.setLabel("bottom", x_name)
        self.plot.getAxis("bottom").setLogMode(log_x)
        self.plot.hideButtons()
        self.plot.setMinimumSize(120, 70)
        self._items: list[pg.PlotDataItem] = []
        self._drawn: list[tuple[Series | None, int, bool]] = []
        self._styles: list[CurveStyle] = []
        self._crosshair = Crosshair(self.plot, self._name_x, lambda: self.curves)
        self.legend = Legend()
        self._empty = QLabel(empty, self.plot)
        self.log = QAction(self.tr("&Logarithmic"), self)
        self.log.setCheckable(True)
        self.whole = QAction(self.tr("Show &everything"), self)
        self.tools = QHBoxLayout()
        self._build()
        self._fill_menu()
        self._dress()
        self._show_emptiness(True)

    @property
    def readout(self) -> QLabel:
        """The values under the mouse."""
        return self._crosshair.readout

    def draw(self, curves: Curves) -> None:
        """Show these curves; only what changed since is drawn."""
        self.curves = curves
        styles = [style for style, _ in curves]
        if styles != self._styles:
            self._take_styles(styles)
        for index, (item, (_, points)) in enumerate(zip(self._items, curves, strict=True)):
            state = (points, points.changes, self.log.isChecked())
            if state != self._drawn[index]:
                self._drawn[index] = state
                logarithmic = self.log.isChecked()
                y = np.log10(np.maximum(points.y, _SMALLEST)) if logarithmic else points.y
                item.setData(points.x, y)
        self._show_emptiness(not any(len(points) for _, points in curves))

    def point_at(self, x: float) -> None:
        """Read the curves at `x`, as the mouse does."""
        self._crosshair.point_at(x)

    def describe(self, text: str) -> None:
        """Say in words what the plot shows, for people who can't see it."""
        self.plot.setAccessibleDescription(text)

    def show_empty(self, sentence: str) -> None:
        """Say this as long as there is nothing to draw."""
        self._empty.setText(sentence)

    @Slot()
    def show_everything(self) -> None:
        """Zoom out to all points, and follow new ones."""
        self.plot.getViewBox().enableAutoRange()
        self.whole.setEnabled(False)

    @property
    def is_zoomed(self) -> bool:
        """Whether somebody chose a part of the plot."""
        return not all(self.plot.getViewBox().autoRangeEnabled())

    def _name_x(self, x: float) -> str:
        value = f"{10**x:.3g}" if self.log_x else f"{x:.0f}"
        return f"{self.x_name} {value}"

    def _take_styles(self, styles: list[CurveStyle]) -> None:
        while len(self._items) > len(styles):
            self.plot.removeItem(self._items.pop())
        while len(self._items) < len(styles):
            self._items.append(self._new_item())
        self._drawn = [(None, 0, False)] * len(styles)
        self._styles = styles
        self.legend.show_styles(styles)
        self._dress_curves()

    def _new_item(self) -> pg.PlotDataItem:
        item = self.plot.plot(antialias=True, autoDownsampleFactor=1)
        item.setDownsampling(auto=True, method="peak")
        item.setClipToView(True)
        return item

    def _build(self) -> None:
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.menu_button = IconButton("more", "", flat=True)
        self.menu_button.setProperty("compact", True)
        self.menu_button.setAccessibleName(self.tr("What to do with this plot"))
        self.menu_button.setToolTip(self.tr("Scale, zoom and saving of this plot"))
        self.tools.setSpacing(6)
        self.tools.addWidget(title(self.heading))
        self.tools.addWidget(self.legend, 1)
        self.tools.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 5, 6, 4)
        layout.setSpacing(2)
        layout.addLayout(self.tools)
        layout.addWidget(self.plot)
        self.log.toggled.connect(self._on_log_toggled)
        self.whole.triggered.connect(self.show_everything)
        self.plot.getViewBox().sigRangeChangedManually.connect(self._on_zoomed)
        self.whole.setEnabled(False)

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        menu.addActions([self.log, self.whole])
        menu.addSeparator()
        for text, signal in (
            (self.tr("Save the picture (&PNG)…"), self.picture_requested),
            (self.tr("Save the drawing (&SVG)…"), self.drawing_requested),
            (self.tr("Save the &numbers (CSV)…"), self.numbers_requested),
        ):
            menu.addAction(text).triggered.connect(signal)
        self.menu_button.setMenu(menu)

    @Slot(bool)
    def _on_log_toggled(self, on: bool) -> None:
        self.plot.getAxis("left").setLogMode(on)
        self.draw(self.curves)
        self.show_everything()

    @Slot()
    def _on_zoomed(self) -> None:
        self.whole.setEnabled(True)

    def _show_emptiness(self, empty: bool) -> None:
        if empty == self._empty.isHidden():
            self._empty.setVisible(empty)
            self.legend.setVisible(not empty)
            self.menu_button.setEnabled(not empty)
        for side in ("left", "bottom"):
            if self.plot.getAxis(side).isVisible() == empty:
                self.plot.showAxis(side, not empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._empty.setGeometry(self.plot.rect().adjusted(10, 0, -10, -10))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_empty"):
            self._dress()
        super().changeEvent(event)

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
            axis.enableAutoSIPrefix(False)
        self._crosshair.dress()
        self._dress_curves()
        self.plot.showGrid(x=False, y=True, alpha=0.25)

    def _dress_curves(self) -> None:
        palette = self.palette()
        for item, style in zip(self._items, self._styles, strict=True):
            item.setPen(style.pen(palette))
            item.setSymbol("o" if style.dots else None)
            item.setSymbolSize(5)
            item.setSymbolPen(None)
            item.setSymbolBrush(style.color_in(palette))
