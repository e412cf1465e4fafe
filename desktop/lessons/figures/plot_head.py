"""The line above a plot in the reading column: its heading, and what its curves are called."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.plots.legend import Legend
from desktop.widgets.controls import title
from desktop.widgets.theme import GAP_PX

_BETWEEN_PX = 2


class PlotHead(QWidget):
    """Has the legend beside the heading where it is whole there, and below it otherwise.

    Signals: `resized()`, there may be another room for it.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading, self.legend = title(""), Legend()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_BETWEEN_PX)
        self._line.addWidget(self.heading)
        self._line.addWidget(self.legend, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def has_room(self) -> bool:
        """Tell whether the legend is whole in a line of its own."""
        return self.legend.whole_width() <= self.width()

    def fit(self) -> None:
        """Place the legend."""
        self.setMinimumHeight(self.legend.sizeHint().height())  # plots side by side are level
        heading = self.heading.sizeHint().width() + GAP_PX
        is_whole = heading + self.legend.whole_width() <= self.width()
        beside = self.heading.isHidden() or is_whole
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        self.resized.emit()
