"""One step of learning, taken apart for one weight: forward, loss, backward, update, loss after.

The gradient is found twice: by autograd, and by the chain rule as people do it by hand (`by_hand`).
A batch is worked through in parts; between two of them others may have their turn.
"""

import math
from collections.abc import Generator

import torch
from torch import Tensor

from engine.analysis.by_hand import deltas, slopes_of_loss
from engine.analysis.chosen_weight import ChosenWeight
from engine.analysis.network import Trace, trace
from engine.analysis.step_start import StepStart
from engine.analysis.traced import After, Choice, Gradient, Lost, Traced, Unit, Update
from engine.analysis.update import update
from engine.analysis.walked_path import read_shape, walk
from engine.device import using_threads
from engine.losses import LOSSES
from engine.metrics import probabilities


def traced(start: StepStart, choice: Choice) -> Generator[None, None, Traced]:
    """Take a step apart; it yields between the parts of a batch, and returns what it found.

    The model's weights are the same afterwards, and its gradients those of the step.
    """
    start.model.zero_grad()
    mean = 0.0
    for part in start.parts():
        mean += _learn(start, *part)
        yield
    weight, sums = ChosenWeight.of(start.model, choice, start.x), []
    for part in start.parts():
        sums.append(_products(start, weight, *part).sum(1))
        yield
    each = torch.cat(sums)
    image = int(each.abs().nan_to_num().argmax()) if choice.image is None else choice.image
    image = min(image, len(each) - 1)
    traces, back, lost = _backward(start, weight.column, image, mean)
    unit, gradient = _gradient(start, weight, each, image, (traces, back[0]))
    moved, after = yield from _moved(start, weight, gradient.autograd, mean)
    reads, layer = read_shape(traces, weight.column), weight.layer
    source = weight.source(unit, reads)
    assert layer.weight.grad is not None
    return Traced(
        Choice(weight.column, weight.neuron, weight.input, image),
        source,
        layer.weight.detach().numpy().copy(),
        layer.weight.grad.numpy().copy(),
        reads,
        layer.bias is not None,
        (start.x[image] * 255).round().byte().view(28, 28).numpy(),
        walk(traces, back, weight.column, unit, source),
        lost,
        gradient,
        moved,
        after,
    )


def _gradient(
    start: StepStart,
    weight: ChosenWeight,
    each: Tensor,
    image: int,
    walked: tuple[list[Trace], Tensor],
) -> tuple[Unit, Gradient]:
    """Return the place of the walked image that counts most, and what all add up to."""
    (traces, delta), x, y = walked, start.x[image, None], start.y[image, None]
    places = _products(start, weight, x, y, 1 / len(each))[0]
    place = int(places.abs().nan_to_num().argmax())
    unit = _unit(traces[weight.column], weight.neuron, place)
    assert weight.parameter.grad is not None
    gradient = Gradient(
        float(delta[(0, *unit)]),
        float(weight.inputs(traces[weight.column])[0, place]),
        float(each.sum() - places[place]),
        len(each) * len(places) - 1,
        float(each.sum()),
        float(weight.parameter.grad[weight.at]),
        _paths(traces[weight.column + 1 :]),
    )
    return unit, gradient


def _learn(start: StepStart, x: Tensor, y: Tensor, share: float) -> float:
    """Let autograd add a part's gradients to those that are there; return its part of the loss."""
    with using_threads(1), torch.enable_grad():
        loss = LOSSES[start.loss](start.model(x), y) * share
        loss.backward()
    return float(loss.detach())


@torch.no_grad()
def _products(start: StepStart, weight: ChosenWeight, x: Tensor, y: Tensor, share: float) -> Tensor:
    """Return delta times input for each image and place, by hand: (N, places)."""
    with using_threads(1):
        traces = trace(start.model, x)
        slopes = slopes_of_loss(start.loss, traces[-1].after, y) * share
        delta = deltas(start.model, traces[weight.column :], slopes)[0][:, weight.neuron]
        each: Tensor = delta.reshape(len(x), -1).double() * weight.inputs(traces[weight.column])
        return each


@torch.no_grad()
def _backward(
    start: StepStart, column: int, image: int, mean: float
) -> tuple[list[Trace], list[Tensor], Lost]:
    """Send one image forward, and its loss back to a column."""
    x, y, images = start.x[image, None], start.y[image, None], len(start.y)
    traces = trace(start.model, x)
    logits = traces[-1].after
    slopes = slopes_of_loss(start.loss, logits, y) / images
    lost = Lost(
        start.loss,
        tuple(logits[0].tolist()),
        tuple(probabilities(logits)[0].tolist()),
        int(y),
        float(LOSSES[start.loss](logits, y)),
        mean,
        images,
        tuple(slopes[0].tolist()),
        start.temperature,
    )
    return traces, deltas(start.model, traces[column:], slopes), lost


def _unit(found: Trace, neuron: int, place: int) -> Unit:
    if found.sums.dim() == 2:
        return (neuron,)
    return neuron, *divmod(place, found.sums.shape[3])


def _paths(following: list[Trace]) -> int | None:
    """Return how many ways lead from one sum to the loss."""
    if any(found.sums.dim() > 2 for found in following):
        return None
    return math.prod(found.sums.shape[1] for found in following)


@torch.no_grad()
def _moved(
    start: StepStart, weight: ChosenWeight, slope: float, mean: float
) -> Generator[None, None, tuple[Update, After]]:
    """Let the optimizer take the step on the model, then only on one weight, and take it back."""
    parameters = list(start.model.parameters())
    before = [parameter.clone() for parameter in parameters]
    grads = [parameter.grad for parameter in parameters]
    for at, kept in start.kept.items():
        grad = grads[at]
        parameters[at].grad = kept if grad is None else kept + grad
    start.optimizer().step()
    own = float(weight.parameter[weight.at])
    all_moved = yield from _loss(start)
    for parameter, value, own_grad in zip(parameters, before, grads, strict=True):
        parameter.copy_(value)
        parameter.grad = own_grad
    was = float(weight.parameter[weight.at])
    weight.parameter[weight.at] = own
    only_this = yield from _loss(start)
    weight.parameter[weight.at] = was
    kept_one = start.kept.get(weight.number)
    found = update(
        start.config,
        start.rate,
        was,
        slope,
        None if kept_one is None else float(kept_one[weight.at]),
        start.remembered(weight.number, weight.at),
        own,
    )
    return found, After(mean, only_this, all_moved)


def _loss(start: StepStart) -> Generator[None, None, float]:
    total = 0.0
    for x, y, share in start.parts():
        with using_threads(1), torch.no_grad():
            total += float(LOSSES[start.loss](start.model(x), y)) * share
        yield
    return total
