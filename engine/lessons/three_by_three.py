"""The numbers 1 to 9 in a square, doubled, and a part of it by slices."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from engine.lessons import typed
from engine.lessons.controls import Control, Entry, Values
from engine.lessons.figures import Code, Controls, Figure, Line, Outcome, Picture, Pictures, Text
from engine.lessons.lab import Lab

Indices = tuple[typed.Index, ...]

CONTROLS: tuple[Control, ...] = (
    Entry("part", "1:, 1:"),
    Entry("cut", "14:, 14:", part="own"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Make the square, double it, select the typed part; then select from the sketch alike."""
    indices = typed.slices(lab, values["part"])
    part = ", ".join(as_code(index) for index in indices)
    square = torch.arange(1, 10).reshape(3, 3)
    doubled = square * 2
    try:
        selected = doubled[indices]
    except IndexError:
        raise lab.refusal("outside", typed=part) from None
    yield (
        _code(doubled, selected, part),
        _pictures(lab, square, doubled, selected, indices),
        _outcome(lab, selected),
        *_of_sketch(lab, typed.slices(lab, values["cut"])),
    )


def as_code(index: typed.Index) -> str:
    """Return an index as it stands between brackets."""
    if isinstance(index, int):
        return str(index)
    start, stop = ("" if end is None else str(end) for end in (index.start, index.stop))
    return f"{start}:{stop}" if index.step is None else f"{start}:{stop}:{index.step}"


def _code(doubled: Tensor, selected: Tensor, part: str) -> Code:
    return Code(
        (
            Line("t = torch.arange(1, 10).reshape(3, 3)", "[[1, 2, 3], [4, 5, 6], [7, 8, 9]]"),
            Line("t = t * 2", str(doubled.tolist())),
            Line(f"t[{part}]", str(selected.tolist()), now=True),
            Line(f"t[{part}].shape", str(tuple(selected.shape))),
        )
    )


def _pictures(
    lab: Lab, square: Tensor, doubled: Tensor, selected: Tensor, indices: Indices
) -> Pictures:
    """Show the square, its double with a frame around what is taken, and that."""
    before = _numbers(square, lab.word("first"))
    if not selected.numel():
        return Pictures((before, _numbers(doubled, lab.word("doubled"))), ("→",))
    framed = replace(_numbers(doubled, lab.word("doubled")), part=_part(3, indices))
    taken = selected[:, None] if _is_column(indices) else torch.atleast_2d(selected)
    name = ", ".join(as_code(index) for index in indices)
    return Pictures((before, framed, _numbers(taken, f"t[{name}]")), ("→", "→"))


def _numbers(tensor: Tensor, name: str) -> Picture:
    return Picture(tensor.numpy(), name, numbers=True, low=0, high=18)


def _part(size: int, indices: Indices) -> tuple[slice, slice]:
    """Return the rows and the columns that the indices take of a square of that size."""
    rows, columns = (np.arange(size)[index] for index in (*indices, slice(None))[:2])
    return _span(rows), _span(columns)


def _outcome(lab: Lab, selected: Tensor) -> Outcome | Text:
    """Say when it is what was asked for; any other part isn't wrong, only another one."""
    if selected.tolist() == [[10, 12], [16, 18]]:
        return Outcome(lab.word("is_it"), True)
    return Text(lab.word("is_not"))


def _of_sketch(lab: Lab, indices: Indices) -> tuple[Figure, ...]:
    """Cut the typed part out of the sketch, and frame where it was."""
    cut = ", ".join(as_code(index) for index in indices)
    try:
        selected = lab.sketch[indices]
    except IndexError:
        raise lab.refusal("outside_sketch", typed=cut) from None
    part = _part(28, indices) if selected.size else None
    framed = Picture(lab.sketch, lab.word("sketch"), low=0, high=255, part=part)
    heading = Text(lab.word("own"), strong=True), Controls("own")
    code = Code((Line(f"sketch[{cut}].shape", str(selected.shape), now=True),))
    if not selected.size:
        return *heading, code, framed
    result = selected[:, None] if _is_column(indices) else np.atleast_2d(selected)
    pictures = framed, Picture(result, f"sketch[{cut}]", low=0, high=255)
    return *heading, code, Pictures(pictures, ("→",))


def _is_column(indices: Indices) -> bool:
    return len(indices) == 2 and isinstance(indices[0], slice) and isinstance(indices[1], int)


def _span(places: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]") -> slice:
    """Return the slice that takes these rows or columns, which lie evenly apart."""
    if not places.size:
        return slice(0, 0)
    step = int(places.flat[1] - places.flat[0]) if places.size > 1 else 1
    return slice(int(places.min()), int(places.max()) + 1, step)
