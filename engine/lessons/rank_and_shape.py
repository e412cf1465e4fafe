"""Rank and shape of the tensors that the reader works with, and of any shape that is typed."""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from engine.lessons import typed
from engine.lessons.controls import Control, Entry, Values
from engine.lessons.digits import stack_of
from engine.lessons.figures import Code, Figure, Line, Outcome, Table
from engine.lessons.lab import Lab

_BYTES = 4  # of a float32

CONTROLS: tuple[Control, ...] = (Entry("shape", "(64, 3, 28, 28)"),)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """List real tensors by rank, then say rank, number of values and memory of the typed shape."""
    shape = typed.shape(lab, values["shape"])
    tensors = [*_tensors(lab), ("shape_typed", torch.zeros(()).expand(shape))]  # needs no memory
    rows = tuple(_row(lab, lab.word(name), tensor) for name, tensor in tensors)
    columns = tuple(lab.word(name) for name in ("tensor", "shape_column", "rank", "values"))
    fits = all(tensor.ndim == len(tensor.shape) for _, tensor in tensors)
    yield (
        Table(columns, rows, strong=len(rows) - 1),
        _code(lab, shape),
        Outcome(lab.word("as_long", shape=shape, rank=len(shape)), fits),
    )


def _tensors(lab: Lab) -> list[tuple[str, Tensor]]:
    """Return tensors that the program has at hand, by their words, from rank 0 upward."""
    sketch = torch.tensor(lab.sketch)
    train = lab.dataset.train
    return [
        ("pixel", sketch[14, 14]),
        ("row", sketch[14]),
        ("labels", torch.tensor(train.labels)),
        ("sketch", sketch),
        ("batch", torch.tensor(train.images[:64]).view(-1, 784)),
        ("stack", torch.tensor(stack_of(lab, "3"))),
        ("coloured", sketch[:, :, None].expand(28, 28, 3)),
    ]


def _row(lab: Lab, name: str, tensor: Tensor) -> tuple[str, ...]:
    return name, str(tuple(tensor.shape)), str(tensor.ndim), lab.number(tensor.numel(), ",")


def _code(lab: Lab, shape: tuple[int, ...]) -> Code:
    count = math.prod(shape)
    product = " × ".join(map(str, shape)) or "1"
    megabytes = lab.number(count * _BYTES / 1e6, ".6g")
    return Code(
        (
            Line("t.shape", str(shape)),
            Line("len(t.shape)", str(len(shape)), now=True),
            Line("t.ndim", str(len(shape))),
            Line("t.numel()", f"{product} = {count}"),
            Line("t.numel() * 4 / 1e6", lab.word("bytes", megabytes=megabytes)),
        ),
        lab.word("typed_title", shape=shape),
    )
