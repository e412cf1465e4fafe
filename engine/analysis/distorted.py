"""The distortions at work on pixels, each under its name in `distortions`.

Turning, shifting and scaling are the augmentation's own warping, with the same change for all.
"""

import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from engine.analysis.distortions import DISTORTIONS
from engine.augment import SIDE, sampling_grid
from engine.device import using_threads
from engine.options import Limits

_ANGLES = 16  # of the circle within which a line's edge is looked for
_RING_PX = 1.0  # between two such circles at most

Chance = NDArray[np.float32]


def chances(count: int, seed: int) -> Chance:
    """Return the numbers, normally distributed, that noise and missing pixels come from.

    float32 (count, 28, 28); the first ones are the same whatever the count.
    """
    shape = (count, SIDE, SIDE)
    return np.random.default_rng(seed).standard_normal(shape, np.float32)


@using_threads(1)
@torch.inference_mode()
def distorted(
    name: str, images: NDArray[np.uint8], amount: float, chance: Chance
) -> NDArray[np.uint8]:
    """Return images uint8 (N, 28, 28) after one distortion, whose chance is (N, 28, 28).

    What leaves the image is lost, and paper comes in.
    """
    if amount == DISTORTIONS[name].home:
        return images
    x = torch.from_numpy(np.divide(images, 255, dtype=np.float32))[:, None]
    y = WAYS[name](x, amount, torch.from_numpy(chance)[:, None])
    found: NDArray[np.uint8] = y[:, 0].clamp(0, 1).mul(255).round().byte().numpy()
    return found


def _turned(x: Tensor, degrees: float, _: Tensor) -> Tensor:
    return _warped(x, (1, 0, 0, 0, 0, 0), Limits(turn_degrees=-degrees))


def _shifted(x: Tensor, right_px: float, _: Tensor) -> Tensor:
    return _warped(x, (0, 0, 0, 0, -1, 0), Limits(shift_px=right_px))


def _scaled(x: Tensor, factor: float, _: Tensor) -> Tensor:
    return _warped(x, (0, 0, 1, 0, 0, 0), Limits(scale=factor - 1))


def _warped(x: Tensor, way: tuple[float, ...], limits: Limits) -> Tensor:
    grid = sampling_grid(torch.tensor([way], dtype=x.dtype), limits)
    return F.grid_sample(x, grid.expand(len(x), -1, -1, -1), align_corners=False)


def _thickened(x: Tensor, broader_px: float, _: Tensor) -> Tensor:
    """Give each pixel the most ink within half of it, or the least where lines become thinner.

    That is grey dilation and erosion by a disk (Serra, 1982), whose points are read between pixels.
    """
    sign = math.copysign(1.0, broader_px)
    found = x * sign
    rings = math.ceil(abs(broader_px) / 2 / _RING_PX)
    for ring in range(1, rings + 1):
        limits = Limits(shift_px=abs(broader_px) / 2 * ring / rings)
        for place in range(_ANGLES):
            angle = 2 * math.pi * place / _ANGLES
            way = (0, 0, 0, 0, math.cos(angle), math.sin(angle))
            found = torch.maximum(found, _warped(x, way, limits) * sign)
    return found * sign


def _noisy(x: Tensor, deviation: float, chance: Tensor) -> Tensor:
    return x + deviation * chance


def _paled(x: Tensor, share: float, _: Tensor) -> Tensor:
    return x * share


def _holed(x: Tensor, share: float, chance: Tensor) -> Tensor:
    return x.masked_fill(chance < NormalDist().inv_cdf(share), 0)


WAYS: dict[str, Callable[[Tensor, float, Tensor], Tensor]] = {
    "rotation": _turned,
    "shift": _shifted,
    "size": _scaled,
    "thickness": _thickened,
    "noise": _noisy,
    "contrast": _paled,
    "missing": _holed,
}
