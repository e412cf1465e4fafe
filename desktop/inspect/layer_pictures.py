"""Pictures of one layer: its weights beside their gradient, or the means, above the sketch's way.

A gradient is read best next to the weight that it is about to move.
"""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.inspect.flow import Flow
from desktop.inspect.looking import Look, is_wrapped, pictures
from desktop.inspect.magnifier import Magnifier
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.picture_card import PictureCard
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.one_line import small_line
from desktop.widgets.theme import GAP_PX
from engine.inference.similarity import PixelSimilarity

_NAMED = 12  # tiles; more names than that would only be noise


class LayerPictures(QWidget):
    """Shows a `Look` at a layer, or the mean of each class; `layer` is what its tab says."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = ""
        self._shape: tuple[int, ...] = ()
        self._magnifier: Magnifier | None = None
        self.note = small_line()
        self.weights = PictureCard(self.tr("Weights"))
        self.gradient = PictureCard(self.tr("Gradient of the last batch"))
        self.flow = Flow()
        self._build()
        self.flow.chosen.connect(self._magnify)

    def _build(self) -> None:
        self.weights.mosaic.setObjectName("weightPictures")
        self.gradient.mosaic.setObjectName("gradientPictures")
        for card in (self.weights, self.gradient):
            card.mosaic.offer(self.tr("Click a picture to enlarge it (Enter)"))
            card.mosaic.chosen.connect(partial(self._on_picture_chosen, card))
        pair, layout = QHBoxLayout(), QVBoxLayout(self)
        pair.setSpacing(GAP_PX)
        pair.addWidget(self.weights, 1)
        pair.addWidget(self.gradient, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_PX - 4)
        self.note.setContentsMargins(GAP_PX, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addLayout(pair, 5)
        layout.addWidget(self.flow, 3)

    def show_failure(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        for card in (self.weights, self.gradient):
            card.show_empty(sentence)

    def _on_picture_chosen(self, card: PictureCard, tile: int) -> None:
        layer = f"{card.heading.text()}, {self.layer}"
        self._magnify(card.mosaic, tile, layer, self._which(card.mosaic, tile))

    def _which(self, mosaic: Mosaic, tile: int) -> str:
        """Say which of the pictures a tile is."""
        if tile < len(mosaic.names):
            return mosaic.names[tile]
        if len(self._shape) == 4:
            return fill(self.tr("filter {0} for map {1}"), *divmod(tile, self._shape[1]))
        if len(mosaic.values) == 1:
            return self.tr("all neurons")
        return fill(self.tr("neuron {0}"), tile)

    @Slot(object, int, str, str)
    def _magnify(self, mosaic: Mosaic, tile: int, layer: str, words: str) -> None:
        if self._magnifier is None:
            self._magnifier = Magnifier(self)
            self.flow.laid.connect(self._magnifier.reject)
        self._magnifier.show_tile(mosaic, tile, layer, words)

    def show_weights(self, seen: Look) -> None:
        """Show the layer that was looked at."""
        self._shape = seen.weights.shape
        last = seen.chosen == len(seen.layers) - 1
        tiles = pictures(seen.weights)
        named = last and len(tiles) == len(seen.classes) <= _NAMED
        names = seen.classes if named else ()
        self.weights.show_heading(self.tr("Weights"))
        self.gradient.show_heading(self.tr("Gradient of the last batch"))
        self.note.setText(self._explain(seen))
        self.weights.show_values(tiles, Scale.of(tiles), names, self._detail(seen))
        if seen.gradient is None:
            self.gradient.show_empty(
                self.tr("This network isn't training now.\nPress “Train” to see its gradients.")
            )
            return
        slopes = pictures(seen.gradient)
        length = float((slopes**2).sum()) ** 0.5
        detail = fill(self.tr("length {0}"), number(length))
        self.gradient.show_values(slopes, Scale.of(slopes), names, detail)

    def _detail(self, seen: Look) -> str:
        shape = " × ".join(map(str, seen.weights.shape))
        if seen.bias is None:
            return fill(self.tr("{0}, no biases"), shape)
        if len(seen.bias) == 1:
            return fill(self.tr("{0}, bias {1}"), shape, number(float(seen.bias[0])))
        ends = number(float(seen.bias.min())), number(float(seen.bias.max()))
        return fill(self.tr("{0}, biases {1} to {2}"), shape, *ends)

    def _explain(self, seen: Look) -> str:
        """Say how the pictures are to be read."""
        shape = seen.weights.shape
        if len(shape) == 4:
            return self.tr(
                "Each small picture is a filter that slides over the output of the layer before."
            )
        if seen.chosen == 0:  # it reads the sketch
            return self.tr(
                "Each picture shows what one neuron looks for: ink on the warm pixels "
                "excites it, ink on the cold ones quietens it."
            )
        if is_wrapped(shape):
            return self.tr("Each picture shows one neuron's weights, row by row.")
        return self.tr("One row per neuron, one column per neuron that it listens to.")

    def show_means(self, means: PixelSimilarity | None) -> None:
        """Show the baseline's mean images, or that they aren't there yet."""
        self._shape = ()
        self.note.setText(
            self.tr(
                "Pixel similarity needs no training: an image belongs to the class whose mean "
                "is nearest."
            )
        )
        self.weights.show_heading(self.tr("Mean of each class"))
        self.gradient.show_heading(self.tr("What sets each class apart"))
        if means is None:
            self.show_failure(self.tr("Working out the means…"))
            return
        names = means.classes if len(means.classes) <= _NAMED else ()
        self.weights.show_values(means.means, Scale(Shade.INK, 1.0), names)
        others = (means.means.sum(axis=0) - means.means) / (len(means.means) - 1)
        apart = means.means - others
        detail = self.tr("mean minus others")
        self.gradient.show_values(apart, Scale.of(apart), names, detail)
