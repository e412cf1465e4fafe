"""One picture of a mosaic in a window of its own, as large as there is room for."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.i18n.numbers import fill
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.picture_card import PictureCard
from desktop.inspect.shades import number
from desktop.widgets.controls import close_row
from desktop.widgets.dialog import Dialog
from desktop.widgets.theme import GAP_PX

_LARGEST_PX = 60.0  # of a value
_SIZE = QSize(480, 520)


class Magnifier(Dialog):
    """Follows what it shows: weights move while they learn, maps with the sketch."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("magnifier")
        self.card = PictureCard("", largest=_LARGEST_PX)
        self._source: Mosaic | None = None
        self._tiles = slice(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.addWidget(self.card)
        layout.addWidget(close_row(self))
        self.resize(_SIZE)

    def show_tile(self, source: Mosaic, tile: int, layer: str, words: str) -> None:
        """Show one picture; `layer` and `words` say what it is.

        Of a layer that has single numbers all are shown.
        """
        self._leave()
        self._source = source
        together = source.values.shape[1:] == (1, 1)
        self._tiles = slice(None) if together else slice(tile, tile + 1)
        self.setWindowTitle(layer)
        self.card.show_heading(layer if together else f"{layer}: {words}")
        source.changed.connect(self._on_changed)
        self._on_changed()
        self.come_forward()
        self.card.mosaic.setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        self._leave()
        super().done(result)

    @Slot()
    def _on_changed(self) -> None:
        source = self._source
        values = source.values[self._tiles] if source else None
        if source is None or source.scale is None or values is None or not values.size:
            self.close()  # another network has fewer
            return
        count, height, width = values.shape
        ends = number(float(values.min())), number(float(values.max()))
        text = self.tr("from {2} to {3}")
        if height * width > 1:
            text = self.tr("{0} × {1}, from {2} to {3}")
        names = source.names[self._tiles] if count > 1 else ()
        self.card.show_values(values, source.scale, names, fill(text, height, width, *ends))

    def _leave(self) -> None:
        if self._source is not None:
            if isValid(self._source):
                self._source.changed.disconnect(self._on_changed)
            self._source = None
