"""One image on its way through a network, drawn: neurons, what reaches them, what they add.

A column is a layer with weights and what follows it up to the next one. A neuron of a convolution
is a map: what is told of it is summed over all its places. Weights and activations of every kind,
as pictures, are in `inspection`; what is told here is in `passage`.
"""

from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from engine import options
from engine.analysis.passage import Array, Column, Passage
from engine.device import using_threads
from engine.forward import pixels, reading
from engine.models import ACTIVATIONS

MOST_SOURCES = 12
_FOLLOWERS: dict[type[nn.Module], str] = {
    nn.MaxPool2d: "pool",
    **{ACTIVATIONS[name]: name for name in options.ACTIVATIONS},
}


def passage(model: nn.Sequential, image: NDArray[np.uint8], classes: int) -> Passage:
    """Send one image uint8 (28, 28) through a model that tells so many classes apart.

    What a neuron adds is its activation times the slope of the answer's logit. In the last hidden
    layer that is exactly what it brings; in earlier ones, what it would by the slope of the moment.
    """
    with using_threads(1), torch.enable_grad(), reading(model):
        traces = trace(model, pixels(model, image[None]).requires_grad_())
        answer, score = _answer(traces[-1].after[0], classes)
        slopes = torch.autograd.grad(score, [t.after for t in traces])
    with torch.no_grad():
        pairs = zip(traces, slopes, strict=True)
        return Passage(image, tuple(_column(*pair) for pair in pairs), answer)


def products(layer: nn.Linear | nn.Conv2d, before: Tensor, maps: int = 0) -> Tensor:
    """Return weight times activation of each neuron and input: (n, inputs).

    `before` is what the layer reads of one image, (1, inputs) or (1, C, H, W). Inputs that are so
    many maps, flat or not, are summed over their places: (n, maps).
    """
    weight = layer.weight
    if isinstance(layer, nn.Conv2d):
        padding = (int(layer.padding[0]), int(layer.padding[1]))
        seen = F.unfold(before, layer.kernel_size, padding=padding, stride=layer.stride)
        return (weight.flatten(2) * seen.sum(2).view(before.shape[1], -1)).sum(2)
    each = weight * before
    return each.view(len(weight), maps, -1).sum(2) if maps else each


@dataclass
class Trace:
    """A layer with weights, what it read and what came of it; the model goes on at `end`."""

    place: int
    layer: nn.Linear | nn.Conv2d
    before: Tensor
    sums: Tensor
    after: Tensor
    end: int
    maps: int  # how many the column before has; 0: it has neurons, or is the image
    follows: list[str] = field(default_factory=list)


def trace(model: nn.Sequential, x: Tensor) -> list[Trace]:
    """Send x (1, 784) through a model, and return what each layer with weights did."""
    traces: list[Trace] = []
    for place, layer in enumerate(model):
        before, x = x, layer(x)
        if isinstance(layer, nn.Linear | nn.Conv2d):
            last = traces[-1].after if traces else before
            maps = last.shape[1] if last.dim() == 4 else 0
            traces.append(Trace(place, layer, before, x, x, place + 1, maps))
        elif traces and type(layer) in _FOLLOWERS:
            traces[-1].after, traces[-1].end = x, place + 1
            traces[-1].follows.append(_FOLLOWERS[type(layer)])
    return traces


def _answer(logits: Tensor, classes: int) -> tuple[int, Tensor]:
    """Return the class that is answered, and its logit; of one output, the other class's is -it."""
    if len(logits) == 1:
        answer = int(logits[0] < 0)
        return answer, -logits[0] if answer else logits[0]
    answer = int(logits[:classes].argmax())
    return answer, logits[answer]


def _column(trace: Trace, slope: Tensor) -> Column:
    sources, strengths = _strongest(trace)
    return Column(
        trace.place,
        tuple(trace.layer.weight.shape),
        tuple(trace.follows),
        _array(_of_neurons(trace.sums[0])),
        _array(trace.after[0]),
        _array(_of_neurons((trace.after * slope)[0])),
        np.asarray(sources.cpu().numpy(), np.int32),
        _array(strengths),
    )


def _strongest(trace: Trace) -> tuple[Tensor, Tensor]:
    """Return the inputs that each neuron hears most from, (n, k), and what they bring it."""
    layer, before = trace.layer, trace.before
    if isinstance(layer, nn.Conv2d) or trace.maps:
        names, each = None, products(layer, before, trace.maps)
    else:  # of pixels and neurons, most are often silent
        names = before[0].nonzero()[:, 0]
        each = layer.weight[:, names] * before[0, names]
    strongest = each.abs().topk(min(MOST_SOURCES, each.shape[1]), dim=1).indices
    sources = strongest if names is None else names[strongest]
    return sources, each.gather(1, strongest)


def _of_neurons(values: Tensor) -> Tensor:
    """Sum maps (n, h, w) over their places; neurons (n,) stay as they are."""
    return values.flatten(1).sum(1) if values.dim() > 1 else values


def _array(tensor: Tensor) -> Array:
    return np.array(tensor.detach().cpu().float().numpy(), order="C", copy=True)
