"""One step of learning, taken apart for one weight: frozen numbers, which know no torch.

They are worked out in `one_step`. Columns and neurons are counted as in a `Passage`. A unit is one
number of a column: a neuron (n,), a place of a map (map, row, column), or a pixel (row, column).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BIAS = -1  # in place of the input of a weight
Unit = tuple[int, ...]


@dataclass(frozen=True)
class Choice:
    """A weight, and the image of the batch that is walked; None: where the gradient is greatest.

    The input is counted in the neuron's own weights: a filter's are laid in a row.
    """

    column: int
    neuron: int | None = None
    input: int | None = None
    image: int | None = None


@dataclass(frozen=True)
class Term:
    """A weight times what comes through it: a value on the way forward, a delta on the way back."""

    unit: Unit  # where it comes from
    weight: float
    factor: float

    @property
    def product(self) -> float:
        return self.weight * self.factor


@dataclass(frozen=True)
class Sum:
    """Some terms, the walked one first and then the largest, and all others in one number."""

    terms: tuple[Term, ...]
    rest: float
    others: int  # how many terms `rest` is of
    bias: float | None
    total: float


@dataclass(frozen=True)
class Stop:
    """A unit on the walked path: what reaches it, what comes of it, and what comes back."""

    column: int
    unit: Unit
    forward: Sum
    function: str  # the activation by its name; "none" where there is none
    value: float
    is_passed: bool  # False: a pool took another place of its window
    back: Sum | None  # weights times deltas of the next column; None for an output
    slope: float  # of the function
    delta: float  # by how much the loss grows as this one's sum does


@dataclass(frozen=True)
class Lost:
    """The end of the way forward, of one image, and how the loss slopes with each logit."""

    loss: str
    logits: tuple[float, ...]
    shares: tuple[float, ...]  # of each class, 0 to 1
    label: int
    value: float  # of this image
    mean: float  # of all `images`
    images: int
    slopes: tuple[float, ...]  # of the mean, with each logit of this image
    temperature: float  # by which logits are divided for an answer, but for no loss


@dataclass(frozen=True)
class Gradient:
    """Delta times input, at the walked place and at all others: places of maps, and images."""

    delta: float
    input: float  # 1 for a bias
    rest: float
    others: int
    total: float
    autograd: float  # what torch has
    paths: int | None  # from the walked place to the loss; None where filters follow

    @property
    def here(self) -> float:
        return self.delta * self.input


@dataclass(frozen=True)
class Update:
    """What the optimizer makes of a gradient, by its formula; names as in `optimizers`."""

    optimizer: str
    rate: float
    momentum: float
    decay: float
    step: int  # the number of this step for Adam, from 1
    weight: float
    gradient: float
    kept: float | None  # the gradient that stood there before, where none is zeroed
    before: tuple[float, ...]  # what is remembered: a velocity, or two means
    after: tuple[float, ...]
    shares: tuple[float, ...]  # of the past, that Adam's two means keep
    direction: float
    moved: float  # the new weight
    optimizers: float  # the new weight that the optimizer itself comes to


@dataclass(frozen=True)
class After:
    """The loss of the same images, before and after."""

    before: float
    only_this: float  # where only this weight moves
    all_moved: float


@dataclass(frozen=True, eq=False)
class Traced:
    """One step; `path` leads from the chosen weight's neuron to an output."""

    choice: Choice  # nothing in it is None
    source: Unit | None  # what the weight reads; None for a bias, and beyond the image's edge
    weights: NDArray[np.float32]  # the layer's (outputs, inputs) or (outputs, inputs, h, w)
    gradients: NDArray[np.float32]  # of them
    reads: tuple[int, ...]  # the shape of what the layer reads of one image
    has_bias: bool
    image: NDArray[np.uint8]
    path: tuple[Stop, ...]
    lost: Lost
    gradient: Gradient
    update: Update
    after: After
