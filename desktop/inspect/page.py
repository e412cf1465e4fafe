"""The page "Look inside": what the network that answers has learned, and how it learns on.

A layer is chosen, and its weights stand beside their gradient, above the sketch on its way through
all layers: a gradient is read best next to the weight that it is about to move.
"""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from desktop.answer.baseline import Baseline
from desktop.app_model import AppModel
from desktop.i18n.numbers import fill
from desktop.inspect.flow import Flow
from desktop.inspect.live import LiveQuestion
from desktop.inspect.looking import Layer, Look, is_wrapped, look, pictures
from desktop.inspect.magnifier import Magnifier
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.picture_card import PictureCard
from desktop.inspect.shades import Scale, Shade, number
from desktop.sketch.reader import SketchReader
from desktop.widgets.one_line import small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.worker.messages import Source
from desktop.worker.questions import Question
from engine.inference.similarity import PixelSimilarity

_NAMED = 12  # tiles; more names than that would only be noise


class InsidePage(QWidget):
    """Weights, gradients and activations of the model that answers; live while it can be seen.

    Signals: `status_changed(str)`, a sentence for people.
    """

    status_changed = Signal(str)

    def __init__(self, model: AppModel, reader: SketchReader, baseline: Baseline) -> None:
        super().__init__()
        self.setObjectName("insidePage")
        self._reader, self._baseline = reader, baseline
        self._layers: tuple[Layer, ...] = ()
        self._magnifier: Magnifier | None = None
        self.tabs = QTabBar()
        self.note = small_line()
        self.weights = PictureCard(self.tr("Weights"))
        self.gradient = PictureCard(self.tr("Gradient of the last batch"))
        self.flow = Flow()
        self.live = LiveQuestion(model.questions, self, self._question)
        self._build()
        self._connect(model)

    def _build(self) -> None:
        self.tabs.setObjectName("layerTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Layer"))
        self.tabs.addTab(self.tr("Class means"))
        self.tabs.setTabToolTip(0, self.tr("The baseline: the mean image of each class"))
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
        layout.addWidget(self.tabs)
        self.note.setContentsMargins(GAP_PX, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addLayout(pair, 5)
        layout.addWidget(self.flow, 3)

    def _connect(self, model: AppModel) -> None:
        self.live.answered.connect(self._on_answered)
        self.live.failed.connect(self._on_failed)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._reader.image_changed.connect(self.live.refresh)
        self._baseline.changed.connect(self._on_means_changed)
        self.flow.chosen.connect(self._magnify)
        model.trainer.reported.connect(self.live.refresh)
        model.source_changed.connect(self._on_source_changed)
        model.trainer.run_ended.connect(self.live.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._on_means_changed()
        self.live.refresh()

    def _question(self) -> Question:
        return look(max(0, self.tabs.currentIndex() - 1), self._reader.image)

    @Slot(object)
    def _on_source_changed(self, source: Source) -> None:
        self.live.refresh()

    @Slot(int)
    def _on_tab_changed(self, index: int) -> None:
        if index == 0:
            self._on_means_changed()
        self.live.refresh()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        for card in (self.weights, self.gradient):
            card.show_empty(sentence)

    @Slot(object)
    def _on_answered(self, seen: Look | None) -> None:
        if seen is None:
            self._show_layers(())
            self.flow.show_activations(None, (), ())
            return
        first_time = not self._layers
        self._show_layers(seen.layers)
        if first_time and self.tabs.currentIndex() == 0:
            self.tabs.setCurrentIndex(1)
            return
        self.flow.show_activations(self._reader.image, seen.activations, seen.classes)
        if self.tabs.currentIndex() == seen.chosen + 1:
            self._show_weights(seen)

    def _show_layers(self, layers: tuple[Layer, ...]) -> None:
        """Have a tab for each layer; the chosen one stays where it can."""
        shapes = [(layer.place, layer.shape) for layer in layers]
        if shapes == [(layer.place, layer.shape) for layer in self._layers]:
            return
        self._layers = layers
        while self.tabs.count() > 1 + len(layers):
            self.tabs.removeTab(self.tabs.count() - 1)
        while self.tabs.count() < 1 + len(layers):
            self.tabs.addTab("")
        for index, layer in enumerate(layers, start=1):
            self.tabs.setTabText(index, self._name(index, layer))
            self.tabs.setTabToolTip(index, as_tip(self._explain_layer(index, layer)))

    def _explain_layer(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = self.tr("Layer {0}: {1} numbers go in, {2} come out")
        if len(layer.shape) == 4:
            text = self.tr("Layer {0}, a convolution: maps in: {1}, maps out: {2}")
        elif index == len(self._layers):
            text = self.tr("Layer {0}, the last: {1} numbers go in, {2} come out as the answer")
        return fill(text, index, inputs, outputs)

    def _on_picture_chosen(self, card: PictureCard, tile: int) -> None:
        layer = f"{card.heading.text()}, {self.tabs.tabText(self.tabs.currentIndex())}"
        self._magnify(card.mosaic, tile, layer, self._which(card.mosaic, tile))

    def _which(self, mosaic: Mosaic, tile: int) -> str:
        """Say which of the pictures a tile is."""
        if tile < len(mosaic.names):
            return mosaic.names[tile]
        at = self.tabs.currentIndex() - 1
        shape = self._layers[at].shape if 0 <= at < len(self._layers) else ()
        if len(shape) == 4:
            return fill(self.tr("filter {0} for map {1}"), *divmod(tile, shape[1]))
        if len(mosaic.values) == 1:
            return self.tr("all neurons")
        return fill(self.tr("neuron {0}"), tile)

    @Slot(object, int, str, str)
    def _magnify(self, mosaic: Mosaic, tile: int, layer: str, words: str) -> None:
        if self._magnifier is None:
            self._magnifier = Magnifier(self)
            self.flow.laid.connect(self._magnifier.reject)
        self._magnifier.show_tile(mosaic, tile, layer, words)

    def _name(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = self.tr("{0}  Filters {1} → {2}") if len(layer.shape) == 4 else "{0}  {1} → {2}"
        return fill(text, index, inputs, outputs)

    def _show_weights(self, seen: Look) -> None:
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
                self.tr("This network isn't training now.\nPress Train to see its gradients.")
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
        if shape[1] == 28 * 28:
            return self.tr(
                "Each picture shows what one neuron looks for: ink on the warm pixels "
                "excites it, ink on the cold ones quietens it."
            )
        if is_wrapped(shape):
            return self.tr("Each picture shows one neuron's weights, row by row.")
        return self.tr("One row per neuron, one column per neuron that it listens to.")

    @Slot()
    def _on_means_changed(self) -> None:
        if self.tabs.currentIndex() != 0:
            return
        means = self._baseline.means
        self.note.setText(
            self.tr(
                "Pixel similarity needs no training: an image belongs to the class whose mean "
                "is nearest."
            )
        )
        self.weights.show_heading(self.tr("Mean of each class"))
        self.gradient.show_heading(self.tr("What sets each class apart"))
        if means is None:
            for card in (self.weights, self.gradient):
                card.show_empty(self.tr("Working out the means…"))
            return
        self._show_means(means)

    def _show_means(self, means: PixelSimilarity) -> None:
        names = means.classes if len(means.classes) <= _NAMED else ()
        self.weights.show_values(means.means, Scale(Shade.INK, 1.0), names)
        others = (means.means.sum(axis=0) - means.means) / (len(means.means) - 1)
        apart = means.means - others
        detail = self.tr("its mean minus the mean of the others")
        self.gradient.show_values(apart, Scale.of(apart), names, detail)
