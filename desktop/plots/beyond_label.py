"""Says of a curve that it leaves its plot, in the plot's upper right corner."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.i18n.numbers import fill, significant
from desktop.widgets.plain_text import Label
from desktop.widgets.theme import GAP_PX


class BeyondLabel(Label):
    """Hidden as long as all curves are inside."""

    def __init__(self, plot: QWidget) -> None:
        super().__init__("", plot)
        self._plot = plot
        self.setObjectName("readout")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, name: str, highest: float) -> None:
        """Say that the curve of that name goes up to `highest`, out of the plot."""
        self.setText("↑ " + fill(self.tr("{0} goes up to {1}"), name, significant(highest, 3)))
        self.adjustSize()
        self.move(self._plot.width() - self.width() - GAP_PX, 2)
        self.show()
