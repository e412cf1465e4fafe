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


@dataclass(frozen=True, eq=False)
class Closeup:
    """One neuron, or one place of a map: its sum term by term, and what the answer owes it.

    The sum is that of `products` and the bias; tiles are the maps that are read, (C, h, w), the
    sketch, (1, 28, 28), or neurons, (n, 1, 1).
    """

    image: NDArray[np.uint8]
    weights: Array
    inputs: Array
    products: Array
    bias: float | None
    sum: float
    function: str  # the activation by its name; "none" where there is none
    value: float
    curve: Array  # (2, n), the function around the sum: what goes in, what comes out
    map: Array | None  # (height, width), all of it as the next layer reads it
    spot: tuple[int, int] | None  # row and column in it
    seen: tuple[int, int, int, int] | None  # the sketch's pixels: top, left, height, width
    shares: Array  # (C,), how sure the network is of each class
    without: Array | None  # the same if this were switched off; None for an output
