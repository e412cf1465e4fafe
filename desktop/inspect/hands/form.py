"""The fields with which people change a copy of a network."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.inspect.hands.levers import PLACES, Lever
from desktop.inspect.hands.words import lever_explained, lever_words
from desktop.widgets.controls import Tick, caption
from desktop.widgets.fields import Choice, Slider
from desktop.widgets.numbers.problem_line import ProblemLine
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX

_VALUE_PX = 60
_TYPED_MS = 600  # after the last letter: between 1 and 12 no neuron 1 is meant


class HandsForm(QWidget):
    """A layer, what is done to it alone, and the sliders; `values` stand beside these.

    Signals: `off_typed(str)`, the neurons to switch off, once nothing more is typed.
    """

    off_typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.layer, self.off, self._problem = Choice(), QLineEdit(), ProblemLine()
        self.frozen = Tick(self.tr("Freeze it"))
        self.sliders = {lever: Slider() for lever in Lever}
        self.values = {lever: caption("") for lever in Lever}
        self._typing = QTimer(self, interval=_TYPED_MS, singleShot=True)
        self._typing.timeout.connect(self._on_rested)
        self.off.textEdited.connect(self._typing.start)
        self.off.editingFinished.connect(self.finish_typing)
        self._describe()
        self._build()

    @Slot()
    def finish_typing(self) -> None:
        """Tell of what was typed last at once, if nobody has been told yet."""
        if self._typing.isActive():
            self._typing.stop()
            self._on_rested()

    @Slot()
    def _on_rested(self) -> None:
        self.off_typed.emit(self.off.text())

    def show_off(self, neurons: list[str]) -> None:
        """Show which neurons are switched off."""
        self._typing.stop()
        self.off.setText(", ".join(neurons))
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say below the neurons why they can't be switched off, or nothing."""
        self._problem.say(problem)
        self._problem.setVisible(bool(problem))

    def _describe(self) -> None:
        self.frozen.setObjectName("freezeLayer")
        self.frozen.setAccessibleName(self.frozen.text())
        self.frozen.setToolTip(as_tip(self.tr("Pruning and noise leave this layer as it is")))
        self.layer.setToolTip(
            as_tip(self.tr("Which layer is scaled, is frozen, or has neurons switched off"))
        )
        self.off.setPlaceholderText(self.tr("neurons by their numbers, such as 3, 7"))
        self.off.setToolTip(as_tip(self.tr("Their activation becomes 0; numbers count from 0")))
        for lever, slider in self.sliders.items():
            slider.setRange(0, PLACES)
            slider.setObjectName(f"lever{lever.name.title()}")
            slider.setToolTip(as_tip(lever_explained(lever)))
            self.values[lever].setMinimumWidth(_VALUE_PX)

    def _build(self) -> None:
        grid, layer = QGridLayout(self), QHBoxLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        layer.setSpacing(GAP_PX)
        layer.addWidget(self.layer, 1)
        layer.addWidget(self.frozen)
        off = QVBoxLayout()
        off.addWidget(self.off)
        off.addWidget(self._problem)
        self._problem.hide()
        rows: list[tuple[str, QWidget]] = [(self.tr("Layer"), self.layer)]
        rows.append((self.tr("Switched off in it"), self.off))
        rows += [(lever_words(lever), slider) for lever, slider in self.sliders.items()]
        for row, (words, field) in enumerate(rows):
            label = caption(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            grid.addWidget(label, row, 0)
            if field not in (self.layer, self.off):
                grid.addWidget(field, row, 1)
        grid.addLayout(layer, 0, 1)
        grid.addLayout(off, 1, 1)
        for row, value in enumerate(self.values.values(), start=len(rows) - len(Lever)):
            grid.addWidget(value, row, 2)
