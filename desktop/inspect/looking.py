"""What the page asks the worker: one layer's weights and gradient, and the sketch on its way."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.worker.answerers import output_names
from desktop.worker.questions import Question, Session
from engine.reports import Activation

if TYPE_CHECKING:
    from engine.analysis.inspection import ParameterView
    from engine.learner import Learner

_MANY = 256  # weights of a neuron; fewer fit in a row
Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Layer:
    """A layer with weights: a convolution's are (outputs, inputs, h, w), else (outputs, inputs)."""

    place: int  # in the model, counted from 0
    shape: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Look:
    """What the page shows at one moment; the gradient is None for a model that isn't learning."""

    layers: tuple[Layer, ...]
    chosen: int
    weights: Array
    bias: Array | None
    gradient: Array | None
    activations: tuple[Activation, ...]
    classes: tuple[str, ...]  # of the last layer's outputs, where they have names


def look(chosen: int, image: NDArray[np.uint8] | None) -> Question:
    """Ask for one `Look`, at the layer `chosen` or the last; None where no network answers."""
    return partial(_look, chosen, image)


def pictures(weights: Array) -> Array:
    """Return weights as pictures (n, h, w): one for a neuron that sees pixels, or for a filter.

    A layer that reads other neurons is one picture with a row for each of its own; where they are
    many, each neuron has a picture of its own, its weights in lines.
    """
    if weights.ndim == 4:
        return weights.reshape(-1, *weights.shape[2:])
    inputs = weights.shape[1]
    if not is_wrapped(weights.shape):
        return weights[None]
    line = next(n for n in range(math.isqrt(inputs), 0, -1) if inputs % n == 0)
    return weights.reshape(len(weights), line, inputs // line)


def is_wrapped(shape: tuple[int, ...]) -> bool:
    """Whether each neuron of a layer has a picture of its own."""
    return len(shape) == 2 and shape[1] >= _MANY


def _look(chosen: int, image: NDArray[np.uint8] | None, session: Session) -> Iterator[object]:
    classifier = session.classifier
    if classifier is None:
        yield None
        return
    from engine.analysis.inspection import activations, parameters

    views = {view.name: view for view in parameters(classifier.model)}
    names = [name for name in views if name.endswith("weight")]
    layers = tuple(Layer(int(name.split(".")[0]), views[name].values.shape) for name in names)
    chosen = min(chosen, len(layers) - 1)
    weight = views[names[chosen]]
    bias = views.get(names[chosen].replace("weight", "bias"))
    yield Look(
        layers,
        chosen,
        weight.values,
        bias.values if bias else None,
        _gradient(session.learner, weight),
        () if image is None else activations(classifier.model, image),
        output_names(classifier.classes, layers[-1].shape[0]),
    )


def _gradient(learner: "Learner | None", weight: "ParameterView") -> Array | None:
    """Return the last batch's gradient, if it is the learner whose weights these are."""
    from engine.analysis.inspection import parameters

    for view in parameters(learner.model) if learner else ():
        if view.name == weight.name and np.array_equal(view.values, weight.values):
            return view.gradient
    return None
