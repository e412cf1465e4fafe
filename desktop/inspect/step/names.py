"""What units and weights are called on the pages of a walk."""

from dataclasses import dataclass

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.inspect.network_words import quoted
from engine.analysis.traced import BIAS, Traced, Unit


class StepNames(Words):
    """The words for what is walked along."""


@dataclass(frozen=True, eq=False)
class Names:
    """Names the parts of one walk; `outputs` are those of the last layer's."""

    traced: Traced
    outputs: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def last(self) -> int:
        """The column of the outputs."""
        return self.traced.path[-1].column

    def unit(self, column: int, unit: Unit) -> str:
        """Return what a neuron, a place of a map, an output or (column -1) a pixel is called."""
        if column < 0:
            return fill(StepNames.tr("pixel in row {0}, column {1}"), *unit)
        if column == self.last:
            return quoted(self.outputs[unit[0]])
        if len(unit) == 1:
            return fill(StepNames.tr("neuron {0}"), unit[0])
        return fill(StepNames.tr("map {0}, row {1}, column {2}"), *unit)

    def weight(self) -> str:
        """Return what the chosen weight joins: "weight from neuron 1 to neuron 3"."""
        choice, first = self.traced.choice, self.traced.path[0]
        if len(first.unit) == 3:
            return self._in_filter()
        end = self.unit(choice.column, first.unit)
        if self.traced.source is None:
            return fill(StepNames.tr("bias of {0}"), end)
        begin = self.unit(choice.column - 1, self.traced.source)
        return fill(StepNames.tr("weight from {0} to {1}"), begin, end)

    def _in_filter(self) -> str:
        choice, shape = self.traced.choice, self.traced.weights.shape
        if choice.input == BIAS:
            return fill(StepNames.tr("bias of map {0}"), choice.neuron)
        assert choice.input is not None
        seen, place = divmod(choice.input, shape[2] * shape[3])
        row, column = divmod(place, shape[3])
        if shape[1] == 1:
            text = StepNames.tr("row {1}, column {2} of the filter of map {0}")
        else:
            text = StepNames.tr("row {1}, column {2} of map {0}'s filter over map {3}")
        return fill(text, choice.neuron, row, column, seen)
