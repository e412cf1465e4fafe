"""One quiet plot card: heading, legend, plot, crosshair, a menu, and a sentence when empty."""

import numpy as np
from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.i18n.numbers import decimal, significant
from desktop.plots.axes import dress_plot, make_plot, show_axes
from desktop.plots.beyond_label import BeyondLabel
from desktop.plots.crosshair import Crosshair, Curves
from desktop.plots.curve_items import CurveItems
from desktop.plots.empty_label import EmptyLabel
from desktop.plots.heading import HeadingLines
from desktop.plots.moment_mark import MomentMark
from desktop.plots.plot_keys import PlotKeys, handling
from desktop.plots.plot_menu import PlotMenu
from desktop.plots.thinning import Range, clipped_range, round_range
from desktop.widgets.controls import Card, IconButton
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

# Of a range: no curve runs along the edge, no dot is cut.
_MARGINS = {"xRange": 0.02, "yRange": 0.05}
_LABELLED_PX = 160  # a lower card needs all its height for the curves


class PlotCard(Card):
    """A card with one plot; `plot` is the pyqtgraph widget, `mark` a line in it, `describe` its
    text twin.
    """

    def __init__(
        self,
        heading: str,
        x_name: str,
        empty: str,
        *,
        log_x: bool = False,
        x_range: Range | None = None,
        clips: bool = False,
    ) -> None:
        """Make the card; with `log_x` the points' x is the logarithm (base 10) of what is meant.

        `x_range`, in the points' unit, is shown from the beginning, if it is known. With `clips` a
        loss that exploded leaves the plot, which says so, instead of flattening all others.
        """
        super().__init__()
        self.x_name, self.log_x = x_name, log_x
        self._x_range, self._clips = x_range, clips
        self._is_measured = False
        self.curves: Curves = []
        self.is_empty = True
        self.shaded: list[Range] = []  # parts of the x
        self.plot = make_plot(x_name, log_x=log_x)
        self.items = CurveItems(self.plot)
        self._keys = PlotKeys(self.plot)
        self._fitted: dict[str, Range] = {}
        self.foot: QWidget | None = None
        self._crosshair = Crosshair(self.plot, self._name_x, lambda: self.curves)
        self.mark = MomentMark(self.plot)
        self._beyond = BeyondLabel(self.plot, self.items.marks)
        self._top = HeadingLines()
        self._title, self.legend, self.tools = self._top.heading, self._top.legend, self._top.tools
        self._empty = EmptyLabel(empty, self.plot)
        self.menu = PlotMenu(self)
        self.log, self.whole = self.menu.log, self.menu.whole
        self._build()
        self.show_heading(heading)
        self._dress()
        self._show_emptiness()

    @property
    def readout(self) -> QLabel:
        """The values under the mouse."""
        return self._crosshair.readout

    def draw(self, curves: Curves) -> None:
        """Show these curves; only what changed since is drawn."""
        self.curves = curves
        styles = [style for style, _ in curves]
        if styles != self.items.styles:
            self.items.take(styles, self.palette())
        ends = [points.x[[0, -1]] for _, points in curves if len(points)]
        if ends and self._is_measured:
            ends.append(np.zeros(1))
        # where the end isn't known, it grows with every batch
        whole_x = self._x_range or round_range(ends, steps=3)
        self._fit("xRange", whole_x)
        self._draw_curves()
        self._fit_heights()
        self.is_empty = not ends
        self._keys.reach = whole_x if ends else None
        self._show_emptiness()

    def point_at(self, x: float) -> None:
        """Read the curves at `x`, as the mouse does."""
        self._crosshair.point_at(x)

    def describe(self, text: str) -> None:
        """Say in words what the plot shows, for people who can't see it."""
        sentence = f"{text.rstrip('.')}. " if text else ""
        self.plot.setAccessibleDescription(sentence + handling())

    def show_heading(self, heading: str, short: str = "") -> None:
        """Call what is shown something else; `short` is for where that doesn't fit."""
        self.heading, self._title.short = heading, short
        self._title.setText(heading)
        self.plot.setAccessibleName(heading)

    def add_line(self, words: QLabel) -> None:
        """Put a line of words between the heading and the plot."""
        self._column.insertWidget(1, words)

    def add_foot(self, widget: QWidget) -> None:
        """Put a widget under the plot."""
        self._column.addWidget(widget)
        self.foot = widget

    def run_along(self, x_name: str, *, counted: bool) -> None:
        """Count something else from left to right with the next curves that are drawn.

        What is measured, and not counted, has fractions, and begins at nothing.
        """
        if x_name != self.x_name:
            self.x_name, self._is_measured = x_name, not counted
            axis = self.plot.getAxis("bottom")
            axis.counts = counted
            axis.setLabel(x_name)
            self._place_label()
            self.whole.setEnabled(False)
            self._fitted = {}

    def show_empty(self, sentence: str) -> None:
        """Say this as long as there is nothing to draw."""
        self._empty.setText(sentence)

    @Slot()
    def show_everything(self) -> None:
        """Zoom out to all points, and follow new ones."""
        self.whole.setEnabled(False)
        self._fitted = {}
        self.draw(self.curves)

    @Slot(object)
    def look_at(self, x: Range) -> None:
        """Show a part of the plot, as high as what is in it."""
        self.whole.setEnabled(True)
        box = self.plot.getViewBox()
        box.setXRange(*x, padding=0)  # draws what is in it
        box.setYRange(*round_range(self.items.heights), padding=_MARGINS["yRange"])

    @property
    def is_zoomed(self) -> bool:
        """Whether somebody chose a part of the plot."""
        return self.whole.isEnabled()

    def _fit_heights(self) -> None:
        heights, beyond = self.items.heights, None
        if self._clips and not self.log.isChecked():
            fitting, beyond = clipped_range(heights)
        else:
            fitting = round_range(heights)
        self._fit("yRange", fitting)
        if beyond and not self.is_zoomed:
            self._beyond.say(self.items.styles[beyond.curve].name, beyond.highest)
        else:
            self._beyond.hide()

    def _fit(self, side: str, fitting: Range) -> None:
        """Show a range, unless somebody chose a part of the plot."""
        if not self.is_zoomed and self._fitted.get(side) != fitting:
            self._fitted[side] = fitting
            self.plot.getViewBox().setRange(**{side: fitting}, padding=_MARGINS[side])

    def _draw_curves(self) -> None:
        self.items.draw(self.curves, self.log.isChecked())

    def _name_x(self, x: float) -> str:
        if self.log_x or self._is_measured:
            return f"{self.x_name} {significant(10**x if self.log_x else x, 3)}"
        return f"{self.x_name} {decimal(x, 0)}"

    def _build(self) -> None:
        self.menu_button = IconButton("more", "", flat=True)
        self.menu_button.setProperty("compact", True)
        self.menu_button.setAccessibleName(self.tr("Plot options"))
        self.menu_button.setToolTip(self.tr("Scale, zoom or save this plot"))
        self._title.setToolTip(as_tip(handling()))
        self.describe("")
        self.tools.addWidget(self.menu_button)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 5, 4, 4)
        layout.setSpacing(2)
        layout.addLayout(self._top)
        layout.addWidget(self.plot)
        self.menu_button.setMenu(self.menu)
        self.log.toggled.connect(self._on_log_toggled)
        self.whole.triggered.connect(self.show_everything)
        self._keys.everything_requested.connect(self.show_everything)
        self._keys.part_requested.connect(self.look_at)
        box = self.plot.getViewBox()
        box.sigRangeChangedManually.connect(self._on_zoomed)
        box.sigXRangeChanged.connect(self._on_seen_otherwise)
        box.sigResized.connect(self._on_seen_otherwise)

    @Slot(bool)
    def _on_log_toggled(self, on: bool) -> None:
        self.plot.getAxis("left").setLogMode(on)
        self.show_everything()

    @Slot()
    def _on_seen_otherwise(self) -> None:
        self._draw_curves()

    @Slot()
    def _on_zoomed(self) -> None:
        self.whole.setEnabled(True)

    def _show_emptiness(self) -> None:
        self._empty.setVisible(self.is_empty)
        self.menu_button.setEnabled(not self.is_empty)
        self.legend.show_styles([] if self.is_empty else self.items.styles)  # it keeps its place
        self._top.fit(self.width(), self.height())
        show_axes(self.plot, shown=not self.is_empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._top.fit(self.width(), self.height())
        self._place_label()

    def _place_label(self) -> None:
        foot_px = self.foot.sizeHint().height() if self.foot else 0
        self.plot.getAxis("bottom").showLabel(self.height() - foot_px >= _LABELLED_PX)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_empty"):
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        """Take the colours of the moment."""
        dress_plot(self.plot, self)
        self._crosshair.dress()
        self.mark.dress(self.palette())
        self.items.dress(self.palette())
