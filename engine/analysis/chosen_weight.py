"""One weight of a network, as it is chosen: where it stands, and what it reads."""

from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.analysis.network import Trace
from engine.analysis.traced import BIAS, Choice, Unit


@dataclass(eq=False)
class ChosenWeight:
    """A weight of a neuron or filter, counted in the filter's own; BIAS for its bias."""

    model: nn.Sequential
    layer: nn.Linear | nn.Conv2d
    column: int
    neuron: int
    input: int

    @classmethod
    def of(cls, model: nn.Sequential, choice: Choice, x: Tensor) -> "ChosenWeight":
        """Find what is chosen, or where the gradient is greatest, which has to be there.

        Where there is no slope at all it is the most inked pixel of the images x (N, 784).
        """
        layers = [layer for layer in model if isinstance(layer, nn.Linear | nn.Conv2d)]
        column = min(choice.column, len(layers) - 1)
        layer = layers[column]
        assert layer.weight.grad is not None
        size = layer.weight.grad.abs().flatten(1).nan_to_num()
        if choice.neuron is None:
            neuron = int(size.amax(dim=1).argmax())
        else:
            neuron = min(choice.neuron, len(size) - 1)
        chosen = int(size[neuron].argmax()) if choice.input is None else choice.input
        if choice.input is None and column == 0 and not size[neuron].any():
            chosen = int(x.sum(0).argmax()) if size.shape[1] == x.shape[1] else chosen
        if chosen == BIAS and layer.bias is None:
            chosen = 0
        return cls(model, layer, column, neuron, min(chosen, size.shape[1] - 1))

    @property
    def parameter(self) -> Tensor:
        """The tensor in which it stands."""
        bias = self.layer.bias
        return bias if self.input == BIAS and bias is not None else self.layer.weight

    @property
    def number(self) -> int:
        """Which of the model's parameters that is."""
        return [id(each) for each in self.model.parameters()].index(id(self.parameter))

    @property
    def at(self) -> tuple[int, ...]:
        """Its place in that tensor."""
        if self.input == BIAS:
            return (self.neuron,)
        inside = np.unravel_index(self.input, tuple(self.layer.weight.shape[1:]))
        return self.neuron, *(int(part) for part in inside)

    def inputs(self, trace: Trace) -> Tensor:
        """Return what it reads of each image at each place, (N, places): neurons have one."""
        count = len(trace.before)
        if self.input == BIAS:
            return torch.ones(count, trace.sums[0, 0].numel())
        if isinstance(self.layer, nn.Linear):
            return trace.before[:, self.input, None]
        size, step, edge = self.layer.kernel_size, self.layer.stride, int(self.layer.padding[0])
        return F.unfold(trace.before, size, padding=edge, stride=step)[:, self.input]

    def source(self, unit: Unit, shape: tuple[int, ...]) -> Unit | None:
        """Return which unit it reads for a sum; None for a bias, and beyond the image's edge.

        `shape` is that of what the layer reads.
        """
        if self.input == BIAS:
            return None
        if isinstance(self.layer, nn.Linear):
            return tuple(int(part) for part in np.unravel_index(self.input, shape))
        step, edge = self.layer.stride[0], int(self.layer.padding[0])
        _, channel, row, column = self.at
        place = (unit[1] * step - edge + row, unit[2] * step - edge + column)
        if not all(0 <= at < most for at, most in zip(place, shape[-2:], strict=True)):
            return None
        return place if len(shape) == 2 else (channel, *place)
