"""One neuron in a window of its own: its weights, the sketch, their products, and what follows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.app_model import AppModel
from desktop.inspect.live import LiveQuestion
from desktop.inspect.mosaic import Mosaic, Spot
from desktop.inspect.network_view import Neuron
from desktop.inspect.neuron.exciting_images import ExcitingImages
from desktop.inspect.neuron.questions import look_closely
from desktop.inspect.neuron.words import (
    seen_words,
    strongest_words,
    sum_explained,
    sum_words,
    without_words,
)
from desktop.inspect.passing import BLANK
from desktop.inspect.point_curve import PointCurve
from desktop.inspect.shades import Scale, Shade, number
from desktop.inspect.step.chooser import Count
from desktop.sketch.reader import SketchReader
from desktop.widgets.controls import caption, close_row
from desktop.widgets.dialog import Dialog
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.widgets.one_line import OneLine, heading_line, small_line
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX, scaled_font
from desktop.worker.questions import Question
from engine.analysis.passage import Array, Closeup
from engine.analysis.traced import Choice

_SIZE = QSize(760, 520)
_LARGEST_PX = 28.0  # of a value


class NeuronWindow(Dialog):
    """Follows the sketch and the weights while they learn. Of a map it shows one place.

    That place is the brightest one, or the one under the pointer in the picture of the map.
    Signals: `step_wished(Choice)`, to trace the gradient of one of its weights; `neuron_wished(
    Neuron)`, to show another one of its layer.
    """

    step_wished = Signal(object)
    neuron_wished = Signal(object)

    def __init__(self, parent: QWidget, model: AppModel, reader: SketchReader) -> None:
        super().__init__(parent)
        self.setObjectName("neuronWindow")
        self._model, self._reader = model, reader
        self._at: Neuron | None = None
        self._asked: Neuron | None = None
        self._spot: tuple[int, int] | None = None
        self.closeup: Closeup | None = None
        self.heading, self.number, self.problem = heading_line(""), Count(), ProblemLine()
        self.where = small_line()
        self.sum, self.explained, self.without = OneLine(), small_line(), OneLine()
        self.strongest = caption("")
        self.strongest.setWordWrap(True)
        self.curve = PointCurve(self.tr("The activation function, and where the neuron is on it"))
        self.map, self.map_box = _titled(self.tr("Map"))
        self.pixels, self.pixels_box = _titled(self.tr("Pixels that it saw"))
        self.weights, weights = _titled(self.tr("Weights"))
        self.inputs, inputs = _titled(self.tr("What it reads"))
        self.products, products = _titled(self.tr("Products"))
        self.exciting = ExcitingImages(model.questions)
        self.step = QPushButton(self.tr("Trace its gradient…"))
        self.live = LiveQuestion(model.questions, self, self._question)
        self._build(
            [self.map_box, self.pixels_box, weights, _sign("×"), inputs, _sign("="), products]
        )
        self._connect()

    def _build(self, pictures: list[QWidget]) -> None:
        self.sum.setObjectName("neuronSum")
        self.without.setObjectName("withoutNeuron")
        self.number.setObjectName("neuronNumber")
        self.number.setAccessibleName(self.tr("Neuron or map"))
        self.number.setToolTip(as_tip(self.tr("Which one in its layer, counted from 0")))
        self.step.setObjectName("traceNeuron")
        self.step.setToolTip(self.tr("Follow one of its weights through a step of learning"))
        self.sum.setFont(scaled_font(self, 1.3, bold=True))
        self.weights.offer(self.tr("Click a weight to trace its gradient"))
        self.map.setToolTip(self.tr("Point at a place to see what the filter saw there"))
        top, row, numbers, words = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.number)
        top.addWidget(self.where, 1)
        self.where.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.problem.follow(self.number)
        for picture in pictures:
            row.addWidget(picture, 0 if isinstance(picture, QLabel) else 1)
        words.setSpacing(2)
        for line in (self.sum, self.explained, self.strongest, self.without):
            words.addWidget(line)
        numbers.addLayout(words, 1)
        numbers.addWidget(self.curve)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX - 4)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addLayout(row, 3)
        layout.addLayout(numbers)
        layout.addWidget(self.exciting, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.step)
        foot.addWidget(close_row(self), 1)
        layout.addLayout(foot)
        self.resize(_SIZE)

    def _connect(self) -> None:
        self.map.spotted.connect(self._on_map_spotted)
        self.step.clicked.connect(self._on_step_wished)
        self.number.settled.connect(self._on_number_changed)
        self.weights.chosen.connect(self._on_weight_clicked)
        self.live.answered.connect(self._on_answered)
        self.live.failed.connect(self.explained.setText)
        self._reader.image_changed.connect(self.live.refresh)
        self._model.trainer.reported.connect(self.live.refresh)
        self._model.trainer.run_ended.connect(self.live.refresh)
        self._model.source_changed.connect(self.live.refresh)

    def show_neuron(self, at: Neuron, name: str, count: int) -> None:
        """Show a neuron or map of the network that answers, one of so many in its layer."""
        self.number.show_one(at.number, count)
        if at != self._at or not self.isVisible():  # the network may be another one
            self._clear()
        self._at, self._spot, self.closeup = at, None, None
        self.setWindowTitle(name)
        self.heading.setText(name)
        self.come_forward()
        self.live.refresh()
        self.exciting.begin(self._model.datasets.chosen, at)

    def _clear(self) -> None:
        """Leave nothing of another neuron's under the name of this one."""
        for line in (self.where, self.sum, self.explained, self.strongest, self.without):
            line.clear()
        for mosaic in (self.map, self.pixels, self.weights, self.products):
            mosaic.show_values(np.zeros_like(mosaic.values), Scale(Shade.INK, 1.0))
        self.curve.clear()

    def done(self, result: int) -> None:
        self.exciting.cancel()
        super().done(result)

    def _question(self) -> Question | None:
        image = self._reader.image
        self._asked = self._at
        if self._at is None:
            return None
        return look_closely(BLANK if image is None else image, self._at, self._spot)

    @Slot(object)
    def _on_map_spotted(self, spot: Spot | None) -> None:
        place = (spot.row, spot.column) if spot else self._spot
        if place != self._spot:
            self._spot = place
            self.live.refresh()

    @Slot(int)
    def _on_number_changed(self, number: int) -> None:
        if self._at:
            self.neuron_wished.emit(Neuron(self._at.column, number))

    @Slot()
    def _on_step_wished(self) -> None:
        if self._at:
            self.step_wished.emit(Choice(self._at.column, self._at.number))

    @Slot()
    def _on_weight_clicked(self) -> None:
        place = self.weights.place
        if self._at and place is not None:
            self.step_wished.emit(Choice(self._at.column, self._at.number, place))

    @Slot(object)
    def _on_answered(self, answer: tuple[Closeup, tuple[str, ...]]) -> None:
        if self._asked != self._at:
            return  # it is of the neuron before, and this one's follows
        self.closeup, classes = answer
        seen = self.closeup
        self.map_box.setVisible(seen.map is not None)
        self.pixels_box.setVisible(seen.seen is not None and len(seen.inputs) > 1)
        if seen.map is not None and seen.seen is not None:
            self.map.show_values(seen.map[None], Scale.of(seen.map))
            self.pixels.show_values(_crop(seen.image, seen.seen), Scale(Shade.INK, 1.0))
        for mosaic, values in (
            (self.weights, seen.weights),
            (self.inputs, seen.inputs),
            (self.products, seen.products),
        ):
            mosaic.show_values(values, _scale(values))
        self.where.setText(seen_words(seen))
        self.sum.setText(sum_words(seen))
        self.explained.setText(sum_explained(seen))
        self.strongest.setText(strongest_words(seen))
        self.without.setText(without_words(seen, classes))
        self.curve.setVisible(seen.function != "none")
        self.curve.show_point(seen.curve, (seen.sum, seen.value))


def _crop(image: NDArray[np.uint8], seen: tuple[int, int, int, int]) -> Array:
    top, left, height, width = seen
    part = image[top : top + height, left : left + width]
    return (part[None] / 255).astype(np.float32)


def _scale(values: Array) -> Scale:
    """Ink for the sketch, which has nothing below 0 and nothing above 1."""
    is_sketch = values.shape == (1, 28, 28) and values.min() >= 0 and values.max() <= 1
    return Scale(Shade.INK, 1.0) if is_sketch else Scale.of(values)


def _sign(text: str) -> QLabel:
    label = caption(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _titled(words: str) -> tuple[Mosaic, QWidget]:
    """Return a mosaic under its name, with the value under the pointer beside it."""
    mosaic, box, readout = Mosaic(words, largest=_LARGEST_PX), QWidget(), small_line()
    top, layout = QHBoxLayout(), QVBoxLayout(box)
    top.addWidget(caption(words))
    top.addWidget(readout, 1)
    readout.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addLayout(top)
    layout.addWidget(mosaic, 1)
    mosaic.spotted.connect(lambda spot: readout.setText(number(spot.value) if spot else ""))
    return mosaic, box
