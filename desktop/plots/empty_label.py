"""The sentence in the middle of a plot that has nothing to show yet."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.plain_text import Label

_EDGE_PX = 10


class EmptyLabel(Label):
    """Lies over its plot, whatever makes that larger or smaller."""

    def __init__(self, sentence: str, plot: QWidget) -> None:
        super().__init__(sentence, plot)
        self._plot = plot
        self.setProperty("muted", True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._plot and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._plot.rect().adjusted(_EDGE_PX, 0, -_EDGE_PX, -_EDGE_PX))
        return super().eventFilter(watched, event)
