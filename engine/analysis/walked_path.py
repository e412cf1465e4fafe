"""One path through a network: from a unit to an output, by what counts most at each layer.

On the way forward a unit's sum is taken apart, on the way back its delta, each into its terms.
"""

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.analysis.by_hand import slope_at, to_inputs, unpool
from engine.analysis.network import Trace
from engine.analysis.traced import Stop, Sum, Term, Unit
from engine.models import ACTIVATIONS

_SHOWN = 3  # terms beside the walked one


@torch.no_grad()
def walk(
    traces: Sequence[Trace], deltas: Sequence[Tensor], first: int, unit: Unit, source: Unit | None
) -> tuple[Stop, ...]:
    """Walk from a unit of the column `first`, which `source` reaches, to an output.

    All traces are of one image, the deltas of the sums of the column `first` and those after it.
    """
    stops: list[Stop] = []
    for column, delta in enumerate(deltas, start=first):
        trace, back, following = traces[column], None, unit
        where = activated(trace, unit)
        if column + 1 < len(traces):
            ahead = traces[column + 1], deltas[column + 1 - first]
            back, following = _sum_back(trace, where, *ahead)
        forward = _sum_forward(trace, read_shape(traces, column), unit, source)
        stops.append(_stop(trace, column, unit, forward, back, float(delta[(0, *unit)])))
        source, unit = where, following
    return tuple(stops)


def _stop(
    trace: Trace, column: int, unit: Unit, forward: Sum, back: Sum | None, delta: float
) -> Stop:
    function = next((name for name in trace.follows if name in ACTIVATIONS), "none")
    activation, own = ACTIVATIONS[function](), trace.sums[(0, *unit)]
    slope, value = float(slope_at(activation, own)), float(activation(own))
    passed = _is_passed(trace, unit)
    return Stop(column, unit, forward, function, value, passed, back, slope, delta)


def read_shape(traces: Sequence[Trace], column: int) -> tuple[int, ...]:
    """Return the shape of what a column reads of one image: the sketch is (28, 28)."""
    return tuple(traces[column - 1].after.shape[1:]) if column else (28, 28)


def activated(trace: Trace, unit: Unit) -> Unit:
    """Return where in its layer's activations a sum lands: a pool makes one of several."""
    if len(unit) == 1:
        return unit
    side = trace.sums.shape[2] // trace.after.shape[2]
    return unit[0], unit[1] // side, unit[2] // side


def _is_passed(trace: Trace, unit: Unit) -> bool:
    if "pool" not in trace.follows:
        return True
    return bool(unpool(trace.sums, torch.ones(1, 1, 1, 1))[(0, *unit)])


def _sum_forward(trace: Trace, shape: tuple[int, ...], unit: Unit, source: Unit | None) -> Sum:
    one = torch.zeros_like(trace.sums)
    one[(0, *unit)] = 1
    layer = trace.layer
    weights = to_inputs(trace, one, layer.weight).flatten()
    is_read = to_inputs(trace, one, torch.ones_like(layer.weight)).flatten() > 0
    bias = None if layer.bias is None else float(layer.bias[unit[0]])
    return _sum(shape, weights, trace.before.flatten(), is_read, source, bias)


def _sum_back(before: Trace, unit: Unit, trace: Trace, delta: Tensor) -> tuple[Sum, Unit]:
    """Return what comes back to an activation, and where the most of it comes from."""
    one = torch.zeros_like(before.after)
    one[(0, *unit)] = 1
    one = one.reshape(trace.before.shape)
    weights = _sums_of(trace.layer, one, trace.layer.weight)
    hears = _sums_of(trace.layer, one, torch.ones_like(trace.layer.weight)) > 0
    size = (weights * delta).abs() if delta.any() else weights.abs()
    size = torch.where(hears, size.nan_to_num(), -1)
    best = _unit(int(size.argmax()), tuple(delta.shape[1:]))
    found = _sum(
        tuple(delta.shape[1:]), weights.flatten(), delta.flatten(), hears.flatten(), best, None
    )
    return found, best


def _sums_of(layer: nn.Linear | nn.Conv2d, x: Tensor, weight: Tensor) -> Tensor:
    if isinstance(layer, nn.Linear):
        return x @ weight.t()
    return F.conv2d(x, weight, stride=layer.stride, padding=layer.padding)


def _sum(
    shape: tuple[int, ...],
    weights: Tensor,
    factors: Tensor,
    counted: Tensor,
    walked: Unit | None,
    bias: float | None,
) -> Sum:
    names = counted.nonzero()[:, 0]
    weights, factors = weights[names].double(), factors[names].double()
    products = weights * factors
    order = products.abs().nan_to_num().argsort(descending=True, stable=True)
    if walked is not None:
        is_walked = names[order] == int(np.ravel_multi_index(walked, shape))
        order = torch.cat([order[is_walked], order[~is_walked]])
    shown, others = order[: _SHOWN + 1], order[_SHOWN + 1 :]
    terms = [(_unit(int(names[at]), shape), float(weights[at]), float(factors[at])) for at in shown]
    return Sum(
        tuple(Term(*term) for term in terms),
        float(products[others].sum()),
        len(others),
        bias,
        float(products.sum()) + (bias or 0.0),
    )


def _unit(at: int, shape: tuple[int, ...]) -> Unit:
    return tuple(int(part) for part in np.unravel_index(at, shape))
