"""The lines above a plot: heading, legend and tools, in one line or in two."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.plots.legend import Legend
from desktop.widgets.one_line import OneLine
from desktop.widgets.theme import GAP_PX, scaled_font

_LEAST_PX = 60
_RIGHT_PX = 10  # of the "…" button beyond its dots, with which a legend below is in line
_EDGES_PX = GAP_PX + 8  # left and right of the lines, with the border
_TWO_LINES_PX = 110  # a lower card has no room for a legend below its heading


class Heading(OneLine):
    """What a plot is called, and what where that doesn't fit."""

    def __init__(self) -> None:
        super().__init__()
        self.short = ""
        self.setFont(scaled_font(self, 1.0, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(_LEAST_PX, whole.width()), whole.height())

    def shown(self) -> str:
        shown = super().shown()
        return self.short if self.short and shown != self.text() else shown


class HeadingLines(QVBoxLayout):
    """Has the legend beside the heading where it fits there whole, and below it otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.legend = Heading(), Legend()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(0)
        self.tools.addWidget(self.heading)
        self.tools.addWidget(self.legend, 1)
        self._below = QHBoxLayout()
        self.setSpacing(0)
        self.addLayout(self.tools)
        self.addLayout(self._below)

    def fit(self, width_px: int, height_px: int) -> None:
        """Place the legend for a card of that size."""
        is_beside = self.tools.indexOf(self.legend) >= 0
        others = self.tools.sizeHint().width() - self.legend.sizeHint().width() * is_beside
        fits = self.legend.whole_width() + others <= width_px - 2 * GAP_PX
        below = not fits and height_px >= _TWO_LINES_PX
        self._below.setContentsMargins(0, 0, self._right_px(width_px - _EDGES_PX), 0)
        if below and is_beside:
            self.tools.removeWidget(self.legend)  # or PySide would keep its deleted item
            self._below.addWidget(self.legend)
        elif not below and not is_beside:
            self._below.removeWidget(self.legend)
            self.tools.insertWidget(1, self.legend, 1)
        self.tools.setStretchFactor(self.heading, int(below))

    def _right_px(self, room_px: int) -> int:
        """Return how far the legend below stays from the edge: as the dots, if no name is lost.

        Where some are left out anyway, one more may go.
        """
        spare = room_px - self.legend.least_width()
        if spare >= 0:
            return min(_RIGHT_PX, spare)
        whole, less = (len(self.legend.fitting(room_px - px)) for px in (0, _RIGHT_PX))
        return 0 if less < whole == self.legend.count else _RIGHT_PX
