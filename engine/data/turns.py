"""The ways in which images can lie, other than upright, and how each is put right."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.watch import Watch

Images = NDArray[np.uint8]  # (N, 28, 28)
FindTurn = Callable[[Images, Sequence[str], Watch], str | None]
# images, and the name of each one's class -> a name of TURNS, "" for upright, None for unknown

TURNS: dict[str, Callable[[Images], Images]] = {
    "transposed": lambda images: images.transpose(0, 2, 1),
    "turned_left": lambda images: np.rot90(images, -1, (1, 2)),
    "turned_right": lambda images: np.rot90(images, 1, (1, 2)),
    "upside_down": lambda images: images[:, ::-1, ::-1],
    "mirrored": lambda images: images[:, :, ::-1],
    "flipped": lambda images: images[:, ::-1],
    "transposed_other_way": lambda images: images[:, ::-1, ::-1].transpose(0, 2, 1),
}
