"""Augmentation: the images of a batch turned, slanted, scaled, moved, thicker or thinner.

Lives here: what happens to pixels, on the device where they are. What a hand does to pen strokes
before they are pixels lives in `starter.handwriting`.
"""

import math

import torch
import torch.nn.functional as F
from torch import Tensor

from engine.options import Limits

SIDE = 28
KNOTS = 5


@torch.no_grad()
def augment(xb: Tensor, generator: torch.Generator, limits: Limits) -> Tensor:
    """Return images changed at random within `limits`.

    `xb` is float, (N, 784) or (N, 1, 28, 28), 0 paper to 1 ink; the result has its shape, range
    and device. The chances come from `generator` alone, on the generator's own device.
    """
    n = len(xb)
    chance = torch.rand(n, 7, generator=generator, device=generator.device) * 2 - 1
    chance = chance.to(xb.device, non_blocking=True)
    images = xb.reshape(n, 1, SIDE, SIDE)
    grid = sampling_grid(chance, limits).to(images.dtype)
    if limits.bend_px:
        grid += bends(n, generator, limits.bend_px).to(grid, non_blocking=True)
    moved = F.grid_sample(images, grid, mode="bilinear", align_corners=False)
    if limits.thickness:
        moved = thicken(moved, chance[:, 6] * limits.thickness)
    return moved.view(xb.shape)


def sampling_grid(chance: Tensor, limits: Limits) -> Tensor:
    """Return where each pixel of the result is to be read: (N, 28, 28, 2), -1 to 1 across.

    `chance` (N, 6 or more) holds numbers from -1 to 1.
    """
    angle = chance[:, 0] * math.radians(limits.turn_degrees)
    slant = chance[:, 1] * limits.slant
    across = (1 + chance[:, 2] * limits.scale) * (1 + chance[:, 3] * limits.stretch)
    down = (1 + chance[:, 2] * limits.scale) / (1 + chance[:, 3] * limits.stretch)
    cos, sin = angle.cos(), angle.sin()
    right = torch.stack([cos, sin], 1) / across[:, None]  # (N, 2): a step right in the result
    below = torch.stack([slant * cos - sin, cos + slant * sin], 1) / down[:, None]
    shift = chance[:, 4:6] * (2 * limits.shift_px / SIDE)
    at = (torch.arange(SIDE, device=chance.device, dtype=chance.dtype) * 2 + 1) / SIDE - 1
    rows = shift[:, :, None] + below[:, :, None] * at  # (N, 2, 28)
    columns = right[:, :, None] * at
    # one broadcast sum along the rows' 28 places is cheaper than F.affine_grid
    return (rows[..., None] + columns[:, :, None]).permute(0, 2, 3, 1)


def bends(n: int, generator: torch.Generator, most_px: float) -> Tensor:
    """Return smooth shifts of each pixel, (n, 28, 28, 2), in units of `sampling_grid`.

    Up to `most_px` at 5 x 5 knots, cubic between them: an elastic distortion, as by Simard,
    Steinkraus & Platt (2003), who smooth the shifts of all pixels instead.
    """
    size = (n, 2, KNOTS, KNOTS)
    knots = torch.rand(size, generator=generator, device=generator.device) * 2 - 1
    shifts = F.interpolate(knots, (SIDE, SIDE), mode="bicubic", align_corners=True)
    return shifts.permute(0, 2, 3, 1) * (2 * most_px / SIDE)


def thicken(images: Tensor, amount: Tensor) -> Tensor:
    """Return strokes thicker, or thinner where `amount` (N,) is negative, -1 to 1.

    It darkens or lightens the grey edges, which is how half a pixel more looks: x + a x (1 - x).
    """
    return torch.addcmul(images, amount.view(-1, 1, 1, 1) * images, 1 - images)
