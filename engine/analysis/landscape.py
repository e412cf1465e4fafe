"""A flat piece of the space in which a network's weights are a point.

The plane goes through three moments of a run (the start, the end and the best), or along the main
directions of paths; where that makes no plane, as the three lie on a line, or two of them are the
same, random directions take the place of what is missing. Or both are random.

A random direction is filter-normalised, as by Li, Xu, Taylor, Studer & Goldstein, "Visualizing the
Loss Landscape of Neural Nets" (2018): the part of each filter, or of each neuron's weights, is as
long as these weights are, and biases stay as they are. Two of them are nearly at right angles, and
are taken to be.
"""

from collections.abc import Sequence

import numpy as np
import torch
from torch import nn

from engine.analysis.plane import Plane, Vector

_ON_A_LINE = 1e-6  # of the longer way: what is nearer to the line lies on it


def weights_of(model: nn.Module) -> Vector:
    """Return all weights and biases, in the model's own order."""
    parts = [parameter.detach().cpu().double().flatten() for parameter in model.parameters()]
    return torch.cat(parts).numpy()


@torch.no_grad()
def put_weights(model: nn.Module, weights: Vector) -> None:
    """Give the model these weights and biases."""
    parameters = list(model.parameters())
    parts = torch.from_numpy(weights).split([parameter.numel() for parameter in parameters])
    for parameter, part in zip(parameters, parts, strict=True):
        parameter.copy_(part.view(parameter.shape))


def random_direction(model: nn.Module, seed: int) -> Vector:
    """Draw a direction from the model's weights, filter-normalised.

    Where all weights are 0 there is nothing to go by: it is left as it was drawn.
    """
    generator = torch.Generator().manual_seed(seed)
    drawn, parts = [], []
    for parameter in model.parameters():
        part = torch.randn(parameter.shape, generator=generator, dtype=torch.float64)
        drawn.append(part.flatten())
        if parameter.dim() == 1:  # a bias
            parts.append(torch.zeros_like(part))
            continue
        lengths = parameter.detach().double().flatten(1).norm(dim=1)
        filters = part.flatten(1)
        parts.append((filters * (lengths / filters.norm(dim=1))[:, None]).flatten())
    normalised = torch.cat(parts)
    return (normalised if normalised.any() else torch.cat(drawn)).numpy()


def plane_through(start: Vector, end: Vector, best: Vector, model: nn.Module) -> Plane:
    """Lay a plane through three moments of a run; the model has the weights of the end.

    The origin is the start, and the first axis leads to the end.
    """
    axes: list[Vector] = []
    ways = [end - start, best - start]
    longest = max(float(np.linalg.norm(way)) for way in ways)
    for way in ways:
        for axis in axes:
            way = way - (way @ axis) * axis
        length = float(np.linalg.norm(way))
        if length > _ON_A_LINE * longest:
            axes.append(way / length)
    return _filled(start, axes, model)


def plane_along(start: Vector, moments: Sequence[Vector], model: nn.Module) -> Plane:
    """Lay a plane along the two main directions in which moments lie from the start.

    These are the principal components of the ways, by which Li et al. show paths; the last of the
    moments lies on the positive side of both.
    """
    ways = np.array(moments) - start
    spread, shares = np.linalg.eigh(ways @ ways.T)  # ascending
    axes: list[Vector] = []
    for size, share in zip(spread[:-3:-1], shares.T[:-3:-1], strict=True):
        if size > _ON_A_LINE**2 * spread[-1]:
            axis = share @ ways / np.sqrt(size)
            axes.append(-axis if axis @ ways[-1] < 0 else axis)
    return _filled(start, axes, model)


def random_plane(end: Vector, model: nn.Module) -> Plane:
    """Lay a plane through the end of a run, in two random directions."""
    return _filled(end, [], model)


def _filled(origin: Vector, axes: list[Vector], model: nn.Module) -> Plane:
    """Return the plane with random directions in place of the axes that are missing."""
    missing = 2 - len(axes)
    directions = [random_direction(model, seed) for seed in range(missing)]
    lengths = [float(np.linalg.norm(direction)) for direction in directions]
    units = [way / length for way, length in zip(directions, lengths, strict=True)]
    return Plane(origin, np.array([*axes, *units]), missing, max(lengths, default=0.0))
