"""A DataLoader: any collection turned into batches, in a new order at each pass."""

from collections.abc import Iterator
from typing import cast

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from engine.batches import Batches
from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures, Text
from engine.lessons.lab import Lab
from engine.lessons.samples import some

CONTROLS: tuple[Control, ...] = (
    Slider("batch", 1, 15, 5),
    Choice("shuffle", ("yes", "no"), "yes"),
    Slider("epoch", 1, 5, 1),
)
_COUNT = 15
_SHOWN = 10  # images of a batch
_TILE = 9, 5  # its rows and columns


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Batch the numbers 0 to 14 with torch's DataLoader, then the reader's images with ours."""
    batch, epoch = int(values["batch"]), int(values["epoch"])
    shuffle = values["shuffle"] == "yes"
    batches = _batches(batch, shuffle, epoch)
    found = [number for each in batches for number in each]
    yield (
        _numbers(lab, batches, batch, shuffle),
        *_tiles(lab, batches),
        *_images(lab, batch, shuffle, epoch),
        Outcome(
            lab.word("outcome", count=len(batches), last=len(batches[-1])),
            sorted(found) == list(range(_COUNT)) and len(batches) == -(-_COUNT // batch),
        ),
    )


def _batches(batch: int, shuffle: bool, epoch: int) -> list[list[int]]:
    """Return the batches of that pass; the passes before it use up the same chances."""
    generator = torch.Generator().manual_seed(0)
    numbers = cast("Dataset[int]", range(_COUNT))  # whatever has a length and can be indexed
    loader = DataLoader(numbers, batch, shuffle, generator=generator)
    for _ in range(epoch):
        batches = [each.tolist() for each in loader]
    return batches


def _numbers(lab: Lab, batches: list[list[int]], batch: int, shuffle: bool) -> Code:
    head = (
        Line(f"coll = range({_COUNT})"),
        Line(f"dl = DataLoader(coll, batch_size={batch}, shuffle={shuffle})"),
        Line("for b in dl: print(b.tolist())", now=True),
    )
    return Code((*head, *(Line(f"    {each}") for each in batches)))


def _tiles(lab: Lab, batches: list[list[int]]) -> Iterator[Figure]:
    """Cut the sketch into as many tiles as there are numbers, and lay them in their order."""
    tiles = [tile for row in np.vsplit(lab.sketch[:27], 3) for tile in np.hsplit(row[:, :25], 5)]
    laid = [tiles[number] for batch in batches for number in batch]
    shown = np.vstack([np.hstack(laid[at : at + 5]) for at in range(0, _COUNT, 5)])
    yield Text(lab.word("tiles"), strong=True)
    yield Pictures(
        (
            Picture(lab.sketch[:27, :25], lab.word("sketch"), low=0, high=255, tiles=_TILE),
            Picture(shown, lab.word("laid"), low=0, high=255, tiles=_TILE),
        ),
        ("→",),
    )


def _images(lab: Lab, batch: int, shuffle: bool, epoch: int) -> Iterator[Figure]:
    """Show the first batch of the pass, images and labels together."""
    dataset = some(lab.dataset, 600, 1)
    batches = Batches(dataset.train, batch, torch.Generator().manual_seed(1) if shuffle else None)
    for _ in range(epoch):
        xb, yb = next(iter(batches))
    yield Code(
        (
            Line("xb, yb = next(iter(dl))"),
            Line("xb.shape", str(tuple(xb.shape))),
            Line("yb.shape", str(tuple(yb.shape))),
        ),
        lab.word("images", name=lab.dataset.name),
    )
    shown = zip(xb[:_SHOWN], yb[:_SHOWN], strict=True)
    yield Pictures(
        tuple(
            Picture(x.reshape(28, 28).numpy(), dataset.classes[int(y)], low=0, high=1)
            for x, y in shown
        )
    )
