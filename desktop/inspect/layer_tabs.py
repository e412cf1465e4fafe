"""The tabs of "Look inside": the drawn network, the class means, and one for each layer."""

from PySide6.QtWidgets import QTabBar

from desktop.i18n.numbers import fill
from desktop.inspect.looking import Layer
from desktop.widgets.plain_text import as_tip

NETWORK, MEANS, FIRST_LAYER = range(3)  # tabs


class LayerTabs(QTabBar):
    """`layers` are those of the network that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.layers: tuple[Layer, ...] = ()
        self.setObjectName("layerTabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Network, means or layer"))
        self.addTab(self.tr("Network"))
        self.setTabToolTip(NETWORK, self.tr("All neurons, and what the sketch does to them"))
        self.addTab(self.tr("Class means"))
        self.setTabToolTip(MEANS, self.tr("The baseline: the mean image of each class"))

    def show_layers(self, layers: tuple[Layer, ...]) -> bool:
        """Have a tab for each layer, and tell whether they are others; the chosen one stays."""
        shapes = [(layer.place, layer.shape) for layer in layers]
        if shapes == [(layer.place, layer.shape) for layer in self.layers]:
            return False
        self.layers = layers
        while self.count() > FIRST_LAYER + len(layers):
            self.removeTab(self.count() - 1)
        while self.count() < FIRST_LAYER + len(layers):
            self.addTab("")
        for index, layer in enumerate(layers, start=1):
            tab = index + FIRST_LAYER - 1
            self.setTabText(tab, self._name(index, layer))
            self.setTabToolTip(tab, as_tip(self._explain(index, layer)))
        return True

    def names(self) -> tuple[str, ...]:
        """Return what the layers are called."""
        return tuple(self._name(at, layer) for at, layer in enumerate(self.layers, start=1))

    def _explain(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = self.tr("Layer {0}: {1} numbers go in, {2} come out")
        if len(layer.shape) == 4:
            text = self.tr("Layer {0}, a convolution: maps in: {1}, maps out: {2}")
        elif index == len(self.layers):
            text = self.tr("Layer {0}, the last: {1} numbers go in, {2} come out as the answer")
        return fill(text, index, inputs, outputs)

    def _name(self, index: int, layer: Layer) -> str:
        outputs, inputs = layer.shape[:2]
        text = "{0}: {1:,} → {2:,}"
        if len(layer.shape) == 4:
            text = self.tr("{0}: maps {1:,} → {2:,}")
        return fill(text, index, inputs, outputs)
