"""What augmentation makes of the first images of a run, to look at before anything is trained."""

import numpy as np
import torch
from numpy.typing import NDArray

from engine.augment import augment
from engine.config import TrainConfig
from engine.data.splits import Split
from engine.options import AUGMENTATIONS

SHOWN = 24


def augmented(
    split: Split, config: TrainConfig, time: int
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the first batch's first images as a network sees them, (n, 28, 28), and their labels.

    `time` counts from 0, when they are what a run with these settings begins with; at later times
    they are changed otherwise, as in later epochs. Without augmentation they stay as they are.
    """
    generator = torch.Generator().manual_seed(config.seed)
    order = torch.randperm(len(split), generator=generator)  # as the learner's batches are drawn
    rows = order[: min(SHOWN, config.batch_size)].numpy()
    images, labels = split.images[rows], split.labels[rows]
    if (limits := AUGMENTATIONS[config.augment]) is None:
        return images, labels
    x = torch.tensor(images).flatten(1).float().div_(255)
    seen = x
    for _ in range(time + 1):
        seen = augment(x, generator, limits)
    pixels = seen.mul(255).round().clamp(0, 255).to(torch.uint8)
    return pixels.view(-1, *images.shape[1:]).numpy(), labels
