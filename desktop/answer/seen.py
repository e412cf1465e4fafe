"""What the model sees, small: the 28x28 with a line about the pixel under the cursor, and why."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.answer.heat import HeatMap, key, words
from desktop.answer.model_view import Cell, ModelView
from desktop.i18n.numbers import fill
from desktop.widgets.controls import caption


class SeenPane(QWidget):
    """The picture, its readout and two buttons: why, and all the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = caption("")
        self.view = ModelView()
        self.readout = caption("")
        self.readout.setObjectName("pixelReadout")
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.why_button = QPushButton(self.tr("Why?"))
        self.why_button.setObjectName("whyButton")
        self.why_button.setCheckable(True)
        self.why_button.setAccessibleName(self.tr("Why this answer"))
        self.numbers_button = QPushButton(self.tr("Numbers"))
        self.numbers_button.setObjectName("numbersButton")
        self._is_waiting = False  # for what mattered
        self._explain()
        self._build()
        self.view.cell_changed.connect(self._on_cell_changed)
        self.why_button.toggled.connect(self._on_why_toggled)
        self._name(is_asked=False)
        self._on_cell_changed(None)

    def _explain(self) -> None:
        self.view.setToolTip(
            self.tr(
                "The sketch as the model gets it: 28 by 28 numbers from 0 (paper) to 255 (ink), "
                "sized and centred as in MNIST. Click to see all the numbers."
            )
        )
        self.why_button.setToolTip(
            self.tr(
                "Colour what mattered: blank out the 5 × 5 pixels around each pixel in "
                "turn, and see how far the network's confidence in its answer falls (for) "
                "or rises (against). The stronger the colour, the bigger the change"
            )
        )
        self.numbers_button.setToolTip(self.tr("See all 784 numbers that the model gets"))

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.why_button, self.numbers_button):
            button.setProperty("compact", True)
            buttons.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.view)
        layout.addWidget(self.readout)
        layout.addSpacing(2)
        layout.addLayout(buttons)

    def show_image(self, image: NDArray[np.uint8] | None) -> None:
        """Show uint8 (28, 28), or None for an empty pad."""
        is_first = self.view.image is None
        self.view.show_image(image)
        if is_first and self.why_button.isChecked():
            self._wait()

    @Slot(object)
    def show_heat(self, heat: HeatMap | None) -> None:
        """Show what mattered, or None."""
        self._is_waiting = False
        self.view.show_heat(heat)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._on_cell_changed(self.view.cell)  # its squares wear the colours of the moment
        super().changeEvent(event)

    @Slot(bool)
    def _on_why_toggled(self, is_asked: bool) -> None:
        self._name(is_asked)
        self._wait()

    def _name(self, is_asked: bool) -> None:
        """Say what the picture shows: with colours, what is for and against that answer."""
        sees, why = self.tr("What the model sees"), self.tr("Why this answer")
        self.heading.setText(why if is_asked else sees)

    def _wait(self) -> None:
        self._is_waiting = self.view.image is not None
        self._on_cell_changed(self.view.cell)

    @Slot(object)
    def _on_cell_changed(self, cell: Cell | None) -> None:
        if cell:
            value, heat = self.view.value(), self.view.heat
            if heat is None:
                text = fill(self.tr("row {0}, col {1}: <b>{2}</b>"), *cell, value)
            else:  # no room for more words
                text = f"{cell[0]}, {cell[1]}: <b>{value}</b> ({words(heat, *cell)})"
            self.readout.setText(text)
        elif self.why_button.isChecked():
            self.readout.setText(self._legend())
        else:
            self.readout.setText(self.tr("28 × 28 pixels, 0 to 255"))

    def _legend(self) -> str:
        if self.view.heat is None:
            return self.tr("working…") if self._is_waiting else self.tr("needs a network and ink")
        return fill(self.tr("{0} for &nbsp; {1} against"), *key(self.palette()))
