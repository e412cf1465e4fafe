"""The sketch on its way through the network: what each layer makes of it, from pixels to answer."""

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill, whole
from desktop.inspect.layer_words import kind_words
from desktop.inspect.mosaic import Mosaic, Spot
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.controls import Card, caption, title
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import Label, as_tip
from desktop.widgets.theme import GAP_PX
from engine.reports import Activation

Array = NDArray[np.float32]
_LARGEST_PX = 28  # of a value
_ROOMY = 6  # stations, which leave room between them


class Flow(Card):
    """A row of mosaics, one for each layer; made anew only when the network is another.

    Signals: `chosen(Mosaic, int, str, str)`, a tile that was clicked or entered, its layer's name,
    and which it is; `laid()`, the mosaics are others now.
    """

    chosen = Signal(object, int, str, str)
    laid = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stations: list[Mosaic] = []
        self._parts: list[QWidget] = []
        self.readout = small_line()
        self._captions: list[QLabel] = []
        self._kinds: list[tuple[str, tuple[int, ...]]] = []
        self._row = QHBoxLayout()
        self._empty = Label(self.tr("Draw something to see what each layer makes of it."))
        self._stack = QStackedLayout()
        self._build()
        self.show_activations(None, (), ())

    def _build(self) -> None:
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.readout.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row.setContentsMargins(0, 0, 0, 0)
        stations, stacked, top = QWidget(), QWidget(), QHBoxLayout()
        stations.setLayout(self._row)
        stacked.setLayout(self._stack)
        self._stack.addWidget(stations)
        self._stack.addWidget(self._empty)
        top.addWidget(title(self.tr("Your sketch, layer by layer")))
        top.addWidget(self.readout, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX + 2, GAP_PX - 3, GAP_PX + 2, GAP_PX - 4)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(stacked, 1)

    def show_activations(
        self,
        image: NDArray[np.uint8] | None,
        found: tuple[Activation, ...],
        outputs: tuple[str, ...],
    ) -> None:
        """Show a sketch uint8 (28, 28) and what came of it; the last layer's outputs have names."""
        self._stack.setCurrentIndex(0 if image is not None and found else 1)
        if image is None or not found:
            self.readout.setText("")
            return
        kinds = [("sketch", (28, 28)), *((a.kind, a.values.shape) for a in found)]
        if kinds != self._kinds:
            self._lay(kinds)
        pixels = (image[None] / 255).astype(np.float32)
        self.stations[0].show_values(pixels, Scale(Shade.INK, 1.0))
        for station, activation in zip(self.stations[1:], found, strict=True):
            last = activation is found[-1]
            values = _tiles(activation.values)
            station.show_values(values, Scale.of(values), outputs if last else ())

    def _lay(self, kinds: list[tuple[str, tuple[int, ...]]]) -> None:
        self._kinds = kinds
        self.laid.emit()
        for part in self._parts:
            self._row.removeWidget(part)
            part.deleteLater()
        self.stations, self._parts = [], []
        self._row.setSpacing(2 * GAP_PX if len(kinds) <= _ROOMY else GAP_PX // 2)
        for kind, shape in kinds:
            words = kind_words(kind)
            size = "×".join(map(whole, shape))  # ten layers have no room for blanks
            mosaic = Mosaic(fill(self.tr("{0}: {1}"), words, size), largest=_LARGEST_PX)
            mosaic.spotted.connect(self._on_spotted)
            mosaic.offer(self.tr("Click to enlarge it (Enter)"))
            mosaic.chosen.connect(partial(self._on_chosen, mosaic))
            self.stations.append(mosaic)
            self._parts.append(_station(mosaic, words, size, self._explain(kind)))
            if len(kinds) <= _ROOMY:  # all are as wide as each other, whatever their words
                self._parts[-1].setSizePolicy(
                    QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
                )
            is_broad = len(shape) > 1 and len(kinds) > _ROOMY  # maps
            self._row.addWidget(self._parts[-1], 2 if is_broad else 1)

    def _explain(self, kind: str) -> str:
        """Say what a layer makes of what comes before it."""
        ours = {
            "sketch": self.tr("The sketch as the network gets it: 28 × 28 pixels"),
            "linear": self.tr("Weighted sums of all the numbers before; the last are the answer"),
            "convolution": self.tr("Maps, each made by filters that slide over the maps before"),
            "pool": self.tr("Smaller maps: of each 2 × 2 numbers, the highest is kept"),
        }
        return ours.get(
            kind, self.tr("Each number from before, passed through this function on its own")
        )

    def _which(self, mosaic: Mosaic, tile: int) -> str:
        """Say which of a layer's maps or neurons a tile is."""
        if tile < len(mosaic.names):
            name = mosaic.names[tile]
            return self.tr("“?”, no class at all") if name == "?" else name
        if mosaic.values.shape[1:] == (1, 1):
            return fill(self.tr("neuron {0}"), tile)
        if len(mosaic.values) == 1:
            return self.tr("28 × 28 pixels")
        return fill(self.tr("map {0} of {1}, counted from 0"), tile, len(mosaic.values))

    def _on_chosen(self, mosaic: Mosaic, tile: int) -> None:
        layer = kind_words(self._kinds[self.stations.index(mosaic)][0])
        self.chosen.emit(mosaic, tile, layer, self._which(mosaic, tile))

    @Slot(object)
    def _on_spotted(self, spot: Spot | None) -> None:
        mosaic = self.sender()
        if spot is None or not isinstance(mosaic, Mosaic):
            self.readout.setText("")
            return
        which = kind_words(self._kinds[self.stations.index(mosaic)][0])
        if mosaic.values.shape[1:] == (1, 1):
            text = self.tr("{0}, {1}: {2}")
            tile = self._which(mosaic, spot.tile)
            self.readout.setText(fill(text, which, tile, number(spot.value)))
        else:
            text = self.tr("{0}, map {1}, row {2}, column {3}: {4}")
            place = (spot.tile, spot.row, spot.column)
            self.readout.setText(fill(text, which, *place, number(spot.value)))


def _tiles(values: Array) -> Array:
    """(features,) -> (features, 1, 1); maps stay as they are."""
    return values[:, None, None] if values.ndim == 1 else values


def _station(mosaic: Mosaic, words: str, size: str, explanation: str) -> QWidget:
    station = QWidget()
    layout = QVBoxLayout(station)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(mosaic, 1)
    for text in (words, size):
        label = caption(text)
        label.setToolTip(as_tip(explanation))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        layout.addWidget(label)
    return station
