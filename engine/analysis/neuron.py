"""One neuron or map of a network: why it fires, what excites it, and whether it matters."""

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.analysis.network import Trace, trace
from engine.analysis.passage import Array, Closeup
from engine.device import using_threads
from engine.forward import pixels, reading
from engine.inference.classifier import Classifier
from engine.metrics import probabilities
from engine.models import ACTIVATIONS

Spot = tuple[int, int]
_CURVE_POINTS = 129
_POOL = 2  # places in a row that every pool of ours looks at


def closeup(
    classifier: Classifier,
    image: NDArray[np.uint8],
    column: int,
    index: int,
    spot: Spot | None = None,
) -> Closeup:
    """Look at one neuron, or at one place of a map: `spot`, or where the map is brightest.

    Columns and neurons are counted as in a `Passage`. A neuron is switched off by setting its
    activation to 0, a map by setting it to 0 everywhere.
    """
    model = classifier.model
    with using_threads(1), torch.no_grad(), reading(model):
        traces = trace(model, pixels(model, image[None]))
        found = traces[column]
        is_last = column == len(traces) - 1
        at, where = _places(found, index, spot)
        weights, inputs = _terms(found, index, at, is_first=column == 0)
        bias = found.layer.bias
        chosen = (0, index, *(where or ()))
        total = float(found.sums[(0, index, *(at or ()))])
        function = next((name for name in found.follows if name in ACTIVATIONS), "none")
        return Closeup(
            image,
            _array(weights),
            _array(inputs),
            _array(weights * inputs),
            None if bias is None else float(bias[index]),
            total,
            function,
            float(found.after[chosen]),
            _curve(function, total),
            _array(found.after[0, index]) if where else None,
            where,
            _seen(model, found.place, at) if at else None,
            _shares(classifier, traces[-1].after),
            None if is_last else _shares(classifier, _without(model, found, index)),
        )


def excitement(model: nn.Sequential, images: NDArray[np.uint8], column: int, index: int) -> Array:
    """Return a neuron's activation for images uint8 (N, 28, 28): (N,); a map's at its brightest."""
    with torch.no_grad(), reading(model):
        x = pixels(model, images)
        end = trace(model, x[:1])[column].end
        values = model[:end](x)[:, index]
        return _array(values.flatten(1).amax(1) if values.dim() > 1 else values)


def _places(found: Trace, index: int, spot: Spot | None) -> tuple[Spot | None, Spot | None]:
    """Return the place of the sum, and that of the activation, which a pool took it for."""
    if found.after.dim() == 2:
        return None, None
    values, sums = found.after[0, index], found.sums[0, index]
    row, column = spot if spot else divmod(int(values.argmax()), values.shape[1])
    row, column = min(row, values.shape[0] - 1), min(column, values.shape[1] - 1)
    side = sums.shape[1] // values.shape[1]  # of the pool's window
    window = sums[row * side : (row + 1) * side, column * side : (column + 1) * side]
    down, across = divmod(int(window.argmax()), side)
    return (row * side + down, column * side + across), (row, column)


def _terms(found: Trace, index: int, at: Spot | None, *, is_first: bool) -> tuple[Tensor, Tensor]:
    """Return the weights and what they are multiplied with, as tiles."""
    layer, before = found.layer, found.before
    if isinstance(layer, nn.Conv2d) and at:
        weights = layer.weight[index]
        padding = (int(layer.padding[0]), int(layer.padding[1]))
        seen = F.unfold(before, layer.kernel_size, padding=padding, stride=layer.stride)
        return weights, seen[0, :, at[0] * found.sums.shape[3] + at[1]].view(weights.shape)
    shape = (-1, 1, 1)
    if found.maps:
        side = round((before.shape[1] / found.maps) ** 0.5)
        shape = (-1, side, side)
    elif is_first:  # a hidden layer may have as many neurons as there are pixels
        shape = (1, 28, 28)
    return layer.weight[index].view(shape), before[0].view(shape)


def _seen(model: nn.Sequential, place: int, at: Spot) -> tuple[int, int, int, int]:
    """Return the rectangle of the sketch that a sum of a convolution sees: its receptive field."""
    first, size, step = 0, 1, 1
    for layer in list(model)[: place + 1]:
        if isinstance(layer, nn.Conv2d):
            first -= int(layer.padding[0]) * step
            size += (layer.kernel_size[0] - 1) * step
            step *= layer.stride[0]
        elif isinstance(layer, nn.MaxPool2d):
            size += (_POOL - 1) * step
            step *= _POOL
    top, left = (max(0, first + step * where) for where in at)
    bottom, right = (min(28, first + step * where + size) for where in at)
    return top, left, bottom - top, right - left


def _curve(function: str, total: float) -> Array:
    """Return an activation around a sum, (2, n)."""
    ends = max(4.0, 1.25 * abs(total)) if np.isfinite(total) else 4.0
    x = torch.linspace(-ends, ends, _CURVE_POINTS)
    return _array(torch.stack([x, ACTIVATIONS[function]()(x)]))


def _without(model: nn.Sequential, found: Trace, index: int) -> Tensor:
    x = found.after.clone()
    x[0, index] = 0
    logits: Tensor = model[found.end :](x)
    return logits


def _shares(classifier: Classifier, logits: Tensor) -> Array:
    """Return how sure the network itself is of each class, without a second look."""
    logits = logits[:, : len(classifier.classes)] / classifier.card.temperature
    return _array(probabilities(logits)[0])


def _array(tensor: Tensor) -> Array:
    return np.array(tensor.detach().cpu().float().numpy(), order="C", copy=True)
