"""What in an image made the answer: three maps of it, float32 (28, 28).

Each is measured in the log-odds of the answer, log p / (1 - p), whose sign says yes or no and whose
size how firmly. Positive pixels speak for the answer, negative ones against.
"""

from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.forward import pixels, reading
from engine.losses import predicted


def sensitivity(
    model: nn.Sequential, image: NDArray[np.uint8], label: int | None = None
) -> NDArray[np.float32]:
    """Return how the log-odds of `label` would rise for a little more ink at each pixel.

    `image` is uint8 (28, 28); without a label it is the model's own answer. The gradient with
    respect to the image, in log-odds for each full step from paper to ink.
    """
    x = pixels(model, image[None]).requires_grad_()
    with torch.enable_grad(), reading(model):
        logits = model(x)
        (gradient,) = torch.autograd.grad(_log_odds(logits, _label(logits, label))[0], x)
    return _map(gradient[0])


def contribution(
    model: nn.Sequential, image: NDArray[np.uint8], label: int | None = None
) -> NDArray[np.float32]:
    """Return what the ink at each pixel did for the log-odds of `label`: sensitivity times ink.

    For a linear model of one output the map adds up to the log-odds, less the bias.
    """
    ink = image.astype(np.float32) / np.float32(255)
    return sensitivity(model, image, label) * ink


def occlusion(
    model: nn.Sequential, image: NDArray[np.uint8], label: int | None = None, patch_px: int = 5
) -> NDArray[np.float32]:
    """Return how much the log-odds of `label` fall when a square around each pixel is blanked.

    784 images are read for one map: it asks the model itself, where a gradient only says what a
    tiny change would do.
    """
    return np.stack(list(occlusion_rows(model, image, label, patch_px)))


def occlusion_rows(
    model: nn.Sequential, image: NDArray[np.uint8], label: int | None = None, patch_px: int = 5
) -> Iterator[NDArray[np.float32]]:
    """Yield the map of `occlusion` row by row, float32 (28,): for who can't wait for all of it."""
    x = pixels(model, image[None])
    logits = _read(model, x)
    of = _label(logits, label)
    for windows in _windows(patch_px).split(28):
        blanked = _read(model, x * windows.to(x.device))
        fall = _log_odds(logits, of) - _log_odds(blanked, of)
        yield fall.cpu().float().numpy().copy()


@torch.no_grad()
def _read(model: nn.Sequential, x: Tensor) -> Tensor:
    """(N, 784) -> logits (N, outputs)."""
    with reading(model):
        logits: Tensor = model(x)
        return logits


def _label(logits: Tensor, label: int | None) -> int:
    return int(predicted(logits)[0]) if label is None else label


def _log_odds(logits: Tensor, label: int) -> Tensor:
    """(N, outputs) -> (N,). One output is the log-odds of the first class already."""
    if logits.shape[1] == 1:
        return logits[:, 0] if label == 0 else -logits[:, 0]
    others = [k for k in range(logits.shape[1]) if k != label]
    return logits[:, label] - logits[:, others].logsumexp(dim=1)


def _windows(patch_px: int) -> Tensor:
    """Return (784, 784): for each pixel a mask that is 0 on the square around it, else 1."""
    at = torch.arange(28)
    near = (at[:, None] - at[None]).abs() * 2 <= patch_px  # (28, 28): within the patch, on a line
    square = near[:, None, :, None] & near[None, :, None, :]
    return (~square).float().reshape(784, 784)


def _map(values: Tensor) -> NDArray[np.float32]:
    return values.detach().cpu().float().numpy().reshape(28, 28).copy()
