"""A split that lives on the device and is handed out in batches: the book's DataLoader.

All images stay there as bytes; a batch is a slice of a permutation, and turns into floats on
the spot. Nothing is copied from the host while training runs.
"""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import torch
from torch import Tensor

from engine.data.loading import Split


class Batches:
    """Iterate over (x float (N, 784) in [0, 1], y int64 (N,)), shuffled anew at each pass.

    Without a generator the order is the split's own. The last batch may be smaller. Where
    `as_bytes` is set, x comes as it lies there: uint8 (N, 784). `drawn_from` is the state of the
    generator from which the order of the pass under way was drawn.
    """

    def __init__(
        self, split: Split, batch_size: int, generator: torch.Generator | None = None
    ) -> None:
        self.x = torch.tensor(np.ascontiguousarray(split.images)).flatten(1)
        self.y = torch.tensor(split.labels)
        self.batch_size = batch_size
        self.generator = generator
        self.as_bytes = False
        self._rows = torch.arange(len(self.y))  # the order of the pass under way
        self.drawn_from = generator.get_state() if generator else None

    def __len__(self) -> int:
        return -(-len(self.y) // self.batch_size)

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        return self.starting_at(0)

    def starting_at(self, first: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Begin a new pass; or, from 1 upward, go on with the last one at that batch."""
        for xb, yb in self.slices(self.x, self.y, first):
            yield xb if self.as_bytes else xb.float().div_(255), yb

    def slices(self, x: Tensor, y: Tensor, first: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Hand out any x (N, ...) and y (N,) in the order of the pass, as `starting_at` does."""
        return self._shuffled(x, y, first) if self.generator else self._in_order(x, y, first)

    def again(self, number: int) -> tuple[Tensor, Tensor]:
        """Return a batch of the pass under way once more, counted from 0; x as floats."""
        rows = self._rows.split(self.batch_size)[number].to(self.y.device)
        return self.x.index_select(0, rows).float().div_(255), self.y.index_select(0, rows)

    def draw_again(self, drawn_from: Tensor) -> None:
        """Put the images in the order that is drawn from this state of the generator."""
        assert self.generator
        self.generator.set_state(drawn_from)
        self._draw()

    def move_to(self, device: str) -> None:
        """Take all images and labels to a device."""
        self.x, self.y = self.x.to(device), self.y.to(device)

    def _draw(self) -> None:
        assert self.generator
        self.drawn_from = self.generator.get_state()
        self._rows = torch.randperm(len(self.y), generator=self.generator)

    def _shuffled(self, x: Tensor, y: Tensor, first: int) -> Iterator[tuple[Tensor, Tensor]]:
        if first == 0:
            self._draw()
        rows = self._rows.to(self.y.device, non_blocking=True)
        labels, size = y.index_select(0, rows), self.batch_size
        for start in range(first * size, len(rows), size):
            # index_select: plain indexing takes ten times as long on rows of bytes
            yield x.index_select(0, rows[start : start + size]), labels[start : start + size]

    def _in_order(self, x: Tensor, y: Tensor, first: int) -> Iterator[tuple[Tensor, Tensor]]:
        batches = zip(x.split(self.batch_size), y.split(self.batch_size), strict=True)
        return islice(batches, first, None)
