"""The training images that excite a neuron most: searched for in the background, with progress."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.inspect.mosaic import Mosaic
from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.questions import Exciting, Searched, search
from desktop.inspect.shades import Scale, Shade, number
from desktop.widgets.controls import caption
from desktop.widgets.one_line import small_line
from desktop.worker.messages import DataSource
from desktop.worker.questions import Newest, Questions


class ExcitingImages(QWidget):
    """Twelve images, how far the search is, and a button that begins or cancels it."""

    def __init__(self, questions: Questions) -> None:
        super().__init__()
        self._wanted: tuple[DataSource, Neuron] | None = None
        self._found: Exciting | None = None
        self.mosaic = Mosaic(self.tr("Training images that excite it most"), largest=3.0)
        self.mosaic.setMinimumHeight(76)
        self.progress = small_line()
        self.button = QPushButton()
        self._question = Newest(questions, self)
        top, layout = QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(caption(self.tr("Training images that excite it most")))
        top.addWidget(self.progress, 1)
        top.addWidget(self.button)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.mosaic, 1)
        self._name_button()
        self.button.clicked.connect(self._on_clicked)
        self.mosaic.spotted.connect(self._on_spotted)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self._name_button)
        self._question.failed.connect(self._on_failed)

    def begin(self, source: DataSource, at: Neuron) -> None:
        """Search a dataset for what excites a neuron, with the weights of the moment."""
        self._wanted, self._found = (source, at), None
        self.mosaic.show_values(np.zeros((0, 28, 28), np.float32), Scale(Shade.INK, 1.0))
        self.progress.setText("")
        self._question.ask(search(source, at))
        self._name_button()

    def cancel(self) -> None:
        """Search no further."""
        self._question.cancel()
        self._name_button()

    @Slot()
    def _on_clicked(self) -> None:
        if self._question.is_awaited:
            self.cancel()
            self.progress.setText(self.tr("cancelled"))
        elif self._wanted:
            self.begin(*self._wanted)

    @Slot(object)
    def _on_answered(self, value: Searched | Exciting) -> None:
        if isinstance(value, Searched):
            text = self.tr("{0:,} of {1:,} images")
            self.progress.setText(fill(text, value.done, value.images))
            return
        self._found = value
        pixels = (value.images / 255).astype(np.float32)
        self.mosaic.show_values(pixels, Scale(Shade.INK, 1.0), value.names)
        ends = number(float(value.values[0])), number(float(value.values[-1]))
        self.progress.setText(fill(self.tr("activations {0} to {1}"), *ends))

    @Slot(object)
    def _on_spotted(self, spot: object) -> None:
        at = self.mosaic.spot
        if self._found and at:
            value = number(float(self._found.values[at.tile]))
            text = self.tr("“{0}”: activation {1}")
            self.progress.setText(fill(text, self._found.names[at.tile], value))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.progress.setText(sentence)
        self._name_button()

    @Slot()
    def _name_button(self) -> None:
        searches = self._question.is_awaited
        self.button.setText(self.tr("Cancel") if searches else self.tr("Search again"))
        self.button.setToolTip(
            self.tr("Go through the training images with the network as it is now")
        )
