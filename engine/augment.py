"""Gentle augmentation: each image of a batch turned, scaled and moved a little, on the device."""

import torch
import torch.nn.functional as F
from torch import Tensor


def augment_gently(xb: Tensor, generator: torch.Generator) -> Tensor:
    """Return x (N, 784) with each image turned by up to 8 degrees and scaled by up to 8 %."""
    n = len(xb)
    random = (torch.rand(n, 4, generator=generator) * 2 - 1).to(xb.device)
    angle, scale = random[:, 0] * 0.14, 1 + random[:, 1] * 0.08
    cos, sin = angle.cos() * scale, angle.sin() * scale
    shift = random[:, 2:] * (2 / 28)
    rows = [torch.stack([cos, -sin, shift[:, 0]], 1), torch.stack([sin, cos, shift[:, 1]], 1)]
    grid = F.affine_grid(torch.stack(rows, 1), [n, 1, 28, 28], align_corners=False)
    return F.grid_sample(xb.view(n, 1, 28, 28), grid, align_corners=False).view(n, -1)
