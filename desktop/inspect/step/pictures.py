"""The image that is walked through, and the gradient of all weights of the walked neuron."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.inspect.mosaic import Mosaic
from desktop.inspect.shades import Scale, Shade
from desktop.widgets.controls import caption
from engine.analysis.traced import Traced

_SIDE_PX = 90


class StepPictures(QWidget):
    """Signals: `weight_chosen(int)`, one of the neuron's, that was clicked or entered."""

    weight_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.image = Mosaic(self.tr("The image that is followed"))
        self.gradient = Mosaic(self.tr("Gradient of the neuron's weights"))
        self.gradient.offer(self.tr("Click a weight to trace it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        names = self.tr("Image"), self.tr("Gradient")
        for words, picture in zip(names, (self.image, self.gradient), strict=True):
            picture.setFixedSize(_SIDE_PX, _SIDE_PX)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(caption(words))
            column.addWidget(picture)
            row.addLayout(column)
        row.addStretch(1)
        self.gradient.chosen.connect(self._on_chosen)

    def show_traced(self, traced: Traced) -> None:
        """Show the image and the gradient of a walk."""
        pixels = (traced.image[None] / 255).astype(np.float32)
        self.image.show_values(pixels, Scale(Shade.INK, 1.0))
        gradients = tiles(traced)
        self.gradient.show_values(gradients, Scale.of(gradients))

    @Slot()
    def _on_chosen(self) -> None:
        place = self.gradient.place
        if place is not None:
            self.weight_chosen.emit(place)


def tiles(traced: Traced) -> NDArray[np.float32]:
    """Return the gradient of the neuron's weights as pictures (n, h, w)."""
    own: NDArray[np.float32] = traced.gradients[traced.choice.neuron or 0]
    if own.ndim == 3:
        return own
    shape = {1: (-1, 1, 1), 2: (1, *traced.reads), 3: traced.reads}[len(traced.reads)]
    shaped: NDArray[np.float32] = own.reshape(shape)
    return shaped
