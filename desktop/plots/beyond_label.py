"""Says of a curve that it leaves its plot, in the plot's upper right corner."""

import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot

from desktop.i18n.numbers import fill, significant
from desktop.plots.end_marks import EndMarks
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX


class BeyondLabel(Label):
    """Hidden as long as all curves are inside; it leaves `marks` at the edge in sight.

    A narrow plot has room only for the number.
    """

    def __init__(self, plot: pg.PlotWidget, marks: EndMarks) -> None:
        super().__init__("", plot)
        self._plot, self._marks = plot, marks
        self._whole, self._short = "", ""
        self.setObjectName("readout")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plot.getViewBox().sigResized.connect(self._place)
        self.hide()

    def say(self, name: str, highest: float) -> None:
        """Say that the curve of that name goes up to `highest`, out of the plot."""
        number = significant(highest, 3)
        self._whole, self._short = fill(self.tr("{0} goes up to {1}"), name, number), number
        self._place()
        self.show()

    @Slot()
    def _place(self, *_: object) -> None:
        right = self._plot.width() - GAP_PX
        for words in (self._whole, self._short):
            self.setText(f"↑ {words}")
            self.adjustSize()
            if self.width() <= right:
                break
        taken = [x - GAP_PX for x in self._marks.places_px() if x > right - self.width() - GAP_PX]
        left = round(min([right, *taken])) - self.width()
        self.move(left if left >= 0 else right - self.width(), 2)
