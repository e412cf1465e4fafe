"""The fields that say which weight is walked from, and what is learned from."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.inspect.network_words import quoted
from desktop.inspect.step.questions import Taken
from desktop.widgets.controls import Tick, caption
from desktop.widgets.fields import Choice as ChoiceField
from desktop.widgets.numbers.fields import WholeNumber
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from engine.analysis.traced import BIAS, Choice

SKETCH, BATCH = range(2)
_WIDEST = 14  # characters of what is learned from, and of a layer


class Count(WholeNumber):
    """A field for one of so many, counted from 0."""

    def __init__(self) -> None:
        super().__init__(0, 0, 0)

    def show_one(self, number: int, count: int) -> None:
        """Show one of so many, and tell nobody.

        What is typed meanwhile stays where it is this number that was finished last.
        """
        with QSignalBlocker(self):
            self.setRange(0, max(count - 1, 0))
            if number != self._finished or not self.typing.is_under_way:
                self.setValue(number)


class Chooser(QWidget):
    """`choice` is what the fields say; what is None in it is found where the gradient is greatest.

    `chosen_label` is which class the sketch is said to be, by its number; None: as it is read.
    Signals: `changed()`, by hand.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(0)
        self.chosen_label: int | None = None
        self.subject, self.label, self.layer = ChoiceField(), ChoiceField(), ChoiceField()
        self.neuron, self.weight, self.image = Count(), Count(), Count()
        self.problem = ProblemLine()
        self.bias = Tick(self.tr("its bias"))
        self.steepest = QPushButton(self.tr("Steepest"))
        self._build()
        self.subject.activated.connect(self._on_subject_chosen)
        self.label.activated.connect(self._on_label_chosen)
        self.layer.activated.connect(self._on_layer_chosen)
        self.neuron.settled.connect(self._on_neuron_chosen)
        self.weight.settled.connect(self.choose_input)
        self.image.settled.connect(self._on_image_chosen)
        self.bias.toggled.connect(self._on_bias_toggled)
        self.steepest.clicked.connect(self._on_steepest_wished)

    def _build(self) -> None:
        for choice in (self.subject, self.layer):
            choice.setMinimumContentsLength(_WIDEST)
        self.subject.addItems([self.tr("my sketch"), self.tr("the last batch")])
        self.bias.setObjectName("stepBias")
        self.bias.setAccessibleName(self.bias.text())
        self.bias.setToolTip(as_tip(self.tr("Trace the bias instead of a weight")))
        self.steepest.setObjectName("steepestWeight")
        self.steepest.setToolTip(
            as_tip(self.tr("The weight of this layer that the loss slopes most with"))
        )
        above, below, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        tips = self.tr("What is learned from"), self.tr("Which class is right")
        self.label_box = _named(self.tr("which shows"), self.label, tips[1])
        self.image_box = _named(
            self.tr("image"), self.image, self.tr("Which image of the batch is followed")
        )
        above.addWidget(_named(self.tr("Learn from"), self.subject, tips[0]))
        above.addWidget(self.label_box)
        above.addWidget(self.image_box)
        for words, field, tip in (
            (self.tr("Layer"), self.layer, self.tr("The layer whose weight is traced")),
            (self.tr("neuron"), self.neuron, self.tr("The neuron or map, counted from 0")),
            (self.tr("weight"), self.weight, self.tr("Which of its weights, counted from 0")),
        ):
            below.addWidget(_named(words, field, tip))
        below.addWidget(self.bias)
        below.addWidget(self.steepest)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for row in (above, below):
            row.setSpacing(GAP_PX)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addWidget(self.problem)
        self.problem.follow(self.neuron, self.weight, self.image)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter finish a number, which its field has done by now, and turn no page."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    @property
    def is_batch(self) -> bool:
        """Whether the batch is chosen."""
        return self.subject.currentIndex() == BATCH

    def name_layers(self, names: tuple[str, ...]) -> None:
        """Offer the layers of another network, and nothing of the one before."""
        self.layer.clear()
        self.layer.addItems(list(names))
        self.label.clear()
        self.chosen_label = None

    def show_taken(self, taken: Taken) -> None:
        """Show what was walked, and what else there is to choose."""
        item = self.subject.model().item(BATCH)  # type: ignore[attr-defined]
        item.setEnabled(taken.has_batch)
        self.label_box.setVisible(not self.is_batch)
        self.image_box.setVisible(self.is_batch and taken.traced is not None)
        traced = taken.traced
        if traced is None:
            return
        self.choice = choice = traced.choice
        if self.label.count() != len(taken.classes):
            self.label.clear()
            self.label.addItems([quoted(name) for name in taken.classes])
        if not self.is_batch:
            self.label.setCurrentIndex(traced.lost.label)
        neurons, weights = len(traced.weights), traced.weights[0].size
        self.layer.setCurrentIndex(choice.column)
        self.neuron.show_one(choice.neuron or 0, neurons)
        self._name_neuron(self.tr("map") if traced.weights.ndim == 4 else self.tr("neuron"))
        is_bias = choice.input == BIAS
        self.weight.show_one(0 if is_bias else choice.input or 0, weights)
        self.weight.setEnabled(not is_bias)
        self.image.show_one(choice.image or 0, traced.lost.images)
        with QSignalBlocker(self.bias):
            self.bias.setChecked(is_bias)
        self.bias.setEnabled(traced.has_bias)

    def _name_neuron(self, name: str) -> None:
        box = self.neuron.parentWidget()
        label = box.findChild(QLabel) if box else None
        assert label is not None
        label.setText(name)
        self.neuron.setAccessibleName(name)

    def choose(self, choice: Choice) -> None:
        """Walk to another weight."""
        self.choice = choice
        self.changed.emit()

    @Slot(int)
    def choose_input(self, number: int) -> None:
        """Walk to another weight of the same neuron."""
        self.choose(replace(self.choice, input=number, image=None))

    @Slot()
    def _on_subject_chosen(self) -> None:
        self.choose(replace(self.choice, image=None))

    @Slot(int)
    def _on_label_chosen(self, label: int) -> None:
        self.chosen_label = label
        self._on_subject_chosen()

    @Slot(int)
    def _on_layer_chosen(self, layer: int) -> None:
        self.choose(Choice(layer))

    @Slot(int)
    def _on_neuron_chosen(self, neuron: int) -> None:
        source = BIAS if self.bias.isChecked() else None
        self.choose(Choice(self.choice.column, neuron, source))

    @Slot(int)
    def _on_image_chosen(self, image: int) -> None:
        self.choose(replace(self.choice, image=image))

    @Slot(bool)
    def _on_bias_toggled(self, is_bias: bool) -> None:
        self.choose(replace(self.choice, input=BIAS if is_bias else None, image=None))

    @Slot()
    def _on_steepest_wished(self) -> None:
        self.choose(Choice(self.choice.column))


def _named(words: str, field: QWidget, tip: str) -> QWidget:
    """Return a field behind its name."""
    box, label = QWidget(), caption(words)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label.setBuddy(field)
    field.setAccessibleName(words)
    field.setToolTip(as_tip(tip))
    row.addWidget(label)
    row.addWidget(field)
    return box
