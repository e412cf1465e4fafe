"""What an image did to a network, as it is drawn: frozen numbers, which know no torch.

They are worked out in `network`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Column:
    """The n neurons or maps of a layer with weights, and the k inputs that each hears most from.

    `sums` are of all weights times activations and the bias, before what follows. An input is a
    pixel (0 to 783), a neuron of the column before, or one of its maps.
    """

    place: int  # in the model, counted from 0
    shape: tuple[int, ...]  # of its weights
    follows: tuple[str, ...]  # what follows: "pool", or an activation by its name
    sums: Array  # (n,)
    values: Array  # (n,), or (n, height, width): what the next column reads
    adds: Array  # (n,): activation times slope of the answer's logit
    sources: NDArray[np.int32]  # (n, k), the strongest first
    strengths: Array  # (n, k): weight times activation


@dataclass(frozen=True, eq=False)
class Passage:
    """What one image did to a network; `answer` is the number of a class."""

    image: NDArray[np.uint8]
    columns: tuple[Column, ...]
    answer: int
