"""The loss of a network at the places of a plane in the space of its weights: coarse, then finer.

It is the loss that the run brought down, on some of the images that it learned from, as they are.
"""

from collections.abc import Generator, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from engine.analysis.landscape import put_weights
from engine.analysis.plane import Box, Plane, Vector
from engine.config import TrainConfig
from engine.data.splits import Split
from engine.device import using_threads
from engine.forward import pixels
from engine.losses import LOSSES
from engine.models import has_filters
from engine.options import chosen_loss

SIDE = 41  # places along each side, once it is as fine as it becomes
_APART = (8, 4, 2, 1)  # places, from one that is looked at to the next
_AT_ONCE, _BY_FILTERS = 500, 125  # images: no more than some 20 ms


class SampleLoss:
    """The loss on some images, with any weights; `images` is how many there are.

    It is computed with one thread, and by turns: a generator, which gives way after some images.
    """

    def __init__(
        self, model: nn.Sequential, config: TrainConfig, classes: int, train: Split, images: int
    ) -> None:
        """Take so many training images by chance, the same each time; the model is changed."""
        self._model = model.eval()
        self._at_once = _BY_FILTERS if has_filters(model) else _AT_ONCE
        self._loss = LOSSES[chosen_loss(config.loss, classes)]
        self.images = min(images, len(train))
        chance = np.random.default_rng(0)
        rows = np.sort(chance.choice(len(train), self.images, replace=False))
        self._x = pixels(model, train.images[rows])
        self._y = torch.tensor(train.labels[rows])

    def at(self, weights: Vector) -> Generator[None, None, float]:
        """Return the mean loss; it may be infinite, or no number."""
        put_weights(self._model, weights)
        total = 0.0
        for start in range(0, self.images, self._at_once):
            rows = slice(start, start + self._at_once)
            with using_threads(1), torch.inference_mode():
                x, y = self._x[rows], self._y[rows]
                total += float(self._loss(self._model(x), y)) * len(y)
            yield
        return total / self.images


class LossGrid:
    """The losses over a box of a plane, (SIDE, SIDE) from low to high and from left to right.

    What isn't known yet is NaN in `losses`, and False in `known`.
    """

    def __init__(self, sample: SampleLoss, plane: Plane, box: Box) -> None:
        self._sample, self._plane = sample, plane
        self.across = np.linspace(box.left, box.right, SIDE)
        self.up = np.linspace(box.low, box.high, SIDE)
        self.losses: NDArray[np.float64] = np.full((SIDE, SIDE), np.nan)
        self.known = np.zeros((SIDE, SIDE), np.bool_)

    @property
    def done(self) -> float:
        """The share of all places that is known."""
        return float(self.known.mean())

    def fill(self) -> Iterator[int | None]:
        """Look at one place after the other; None on the way.

        Whenever the grid has become finer, give how many places apart those are that are known.
        """
        for apart in _APART:
            for row in range(0, SIDE, apart):
                for column in range(0, SIDE, apart):
                    if not self.known[row, column]:
                        yield from self._look(row, column)
            yield apart

    def _look(self, row: int, column: int) -> Iterator[None]:
        weights = self._plane.at(np.array([self.across[column], self.up[row]]))
        self.losses[row, column] = yield from self._sample.at(weights)
        self.known[row, column] = True
