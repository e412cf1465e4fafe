"""The gradient walked back through a network by the chain rule, without autograd.

A delta says by how much the loss grows as a sum does, before the activation function. It goes back
through a layer by its weights, and through a function by its slope.
"""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.analysis.network import Trace
from engine.fast_gradients import SLOPES
from engine.losses import LOSSES

POOL = 2  # the places in a row of every pool of ours


def slopes_of_loss(loss: str, logits: Tensor, labels: Tensor) -> Tensor:
    """Return the slope of the mean loss with each logit, (N, outputs)."""
    if loss in SLOPES:
        return SLOPES[loss](logits.t(), labels)[1].t()
    with torch.enable_grad():  # flat, as the accuracy is
        z = logits.detach().requires_grad_()
        return torch.autograd.grad(LOSSES[loss](z, labels), z)[0]


def deltas(model: nn.Sequential, traces: list[Trace], slopes: Tensor) -> list[Tensor]:
    """Return the deltas of the sums of some columns up to the last one, shaped as the sums are."""
    found = [to_sums(model, traces[-1], slopes)]
    for before, after in zip(traces[-2::-1], traces[:0:-1], strict=True):
        back = to_inputs(after, found[0], after.layer.weight).reshape(before.after.shape)
        found.insert(0, to_sums(model, before, back))
    return found


def to_inputs(trace: Trace, delta: Tensor, weight: Tensor) -> Tensor:
    """Take deltas of a layer's sums back to what it read: weights times deltas, added up."""
    layer = trace.layer
    if isinstance(layer, nn.Linear):
        return delta @ weight
    size, step, edge = layer.kernel_size[0], layer.stride[0], int(layer.padding[0])
    short = trace.before.shape[2] - ((delta.shape[2] - 1) * step - 2 * edge + size)
    return F.conv_transpose2d(delta, weight, stride=step, padding=edge, output_padding=short)


def to_sums(model: nn.Sequential, trace: Trace, back: Tensor) -> Tensor:
    """Take what came back to a layer's activations on to its sums."""
    x, on_the_way = trace.sums, []
    for layer in list(model)[trace.place + 1 : trace.end]:
        on_the_way.append((layer, x))
        x = layer(x)
    for layer, x in reversed(on_the_way):
        back = back * slope_at(layer, x) if not isinstance(layer, nn.MaxPool2d) else unpool(x, back)
    return back


def slope_at(function: nn.Module, x: Tensor) -> Tensor:
    """Return the slope of an activation function at each x."""
    with torch.enable_grad():
        x = x.detach().requires_grad_()
        return torch.autograd.grad(function(x).sum(), x)[0]


def unpool(x: Tensor, back: Tensor) -> Tensor:
    """Give what came back to a pool's outputs to those of its inputs that it took.

    As `F.max_unpool2d`, which imports torch's compiler: that takes a second, and isn't installed.
    """
    pooled, at = F.max_pool2d(x, POOL, return_indices=True)
    given = back.expand_as(pooled).flatten(-2)
    return torch.zeros_like(x).flatten(-2).scatter(-1, at.flatten(-2), given).view(x.shape)
