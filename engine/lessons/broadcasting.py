"""Broadcasting: two typed shapes aligned from the right, and the sketch minus both means."""

from collections.abc import Iterator
from itertools import zip_longest

import numpy as np
import torch

from engine.lessons import typed
from engine.lessons.controls import Choice, Control, Entry, Values
from engine.lessons.digits import baseline, ink
from engine.lessons.figures import (
    Code,
    Controls,
    Figure,
    Line,
    Outcome,
    Picture,
    Pictures,
    Table,
    Text,
)
from engine.lessons.lab import Lab

Shape = tuple[int, ...]
Axis = tuple[int | None, int | None, int | None]  # left, right, result; None where there is none

_FADES: dict[str, Shape] = {"row": (28,), "column": (28, 1), "number": (1,), "two": (2, 1, 1)}

CONTROLS: tuple[Control, ...] = (
    Entry("left", "(28, 28)"),
    Entry("right", "(2, 28, 28)"),
    Choice("fade", tuple(_FADES), "row", part="fading"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Align the typed shapes and explain what comes of them; then do it to the sketch."""
    left, right = (typed.shape(lab, values[name]) for name in ("left", "right"))
    axes = aligned(left, right)
    yield (
        _table(lab, axes),
        *(Text(line) for line in _explained(lab, axes)),
        _outcome(lab, left, right, axes),
        *_on_sketch(lab),
        *_faded(lab, _FADES[str(values["fade"])]),
    )


def aligned(left: Shape, right: Shape) -> list[Axis]:
    """Pair the axes from the last one on; a result of None is an axis that doesn't fit."""
    axes: list[Axis] = []
    for a, b in zip_longest(reversed(left), reversed(right)):
        if a is None or b is None:
            axes.append((a, b, b if a is None else a))
        elif a == b or 1 in (a, b):
            axes.append((a, b, b if a == 1 else a))
        else:
            axes.append((a, b, None))
    return axes[::-1]


def _table(lab: Lab, axes: list[Axis]) -> Table:
    columns = tuple(str(-n) for n in range(len(axes), 0, -1))
    rows = []
    for name, place in (("left", 0), ("right", 1)):
        sizes = (axis[place] for axis in axes)
        rows.append((lab.word(name), *("·" if size is None else str(size) for size in sizes)))
    results = ("✗" if axis[2] is None else str(axis[2]) for axis in axes)
    rows.append((lab.word("result"), *results))
    return Table((lab.word("axis"), *columns), tuple(rows), strong=2)


def _explained(lab: Lab, axes: list[Axis]) -> list[str]:
    """Say of each axis that isn't plainly equal what happens to it."""
    told = []
    for place, (a, b, result) in zip(range(-len(axes), 0), axes, strict=True):
        if result is None:
            told.append(lab.word("clash", axis=place, left=a, right=b))
        elif a is None or b is None:
            told.append(lab.word("added", axis=place, size=result))
        elif a != b:
            told.append(lab.word("stretched", axis=place, size=result))
    return told


def _outcome(lab: Lab, left: Shape, right: Shape, axes: list[Axis]) -> Outcome:
    """Say what torch makes of the two shapes, and whether the table foresaw it.

    `torch.broadcast_shapes` would import torch's compiler, which isn't installed.
    """
    sizes = [axis[2] for axis in axes]
    try:
        both = torch.broadcast_tensors(*(torch.zeros(()).expand(shape) for shape in (left, right)))
    except RuntimeError:
        if None not in sizes:  # more numbers than torch can count
            raise lab.refusal("bad_shape", typed=str(tuple(sizes))) from None
        return Outcome(lab.word("refused", left=left, right=right), None in sizes)
    shape = tuple(both[0].shape)
    return Outcome(lab.word("accepted", shape=shape), list(shape) == sizes)


def _on_sketch(lab: Lab) -> tuple[Figure, ...]:
    similarity = baseline(lab)
    sketch, means = torch.tensor(ink(lab)), torch.tensor(similarity.means)
    differences = sketch - means
    distances = differences.abs().mean((-1, -2))
    pictures = tuple(
        Picture(d.numpy(), lab.word("minus", digit=digit), signed=True, low=-1, high=1)
        for d, digit in zip(differences, similarity.classes, strict=True)
    )
    code = Code(
        (
            Line("sketch.shape, means.shape", f"{tuple(sketch.shape)}, {tuple(means.shape)}"),
            Line("(sketch - means).shape", str(tuple(differences.shape)), now=True),
            Line("(sketch - means).abs().mean((-1, -2))", _listed(distances)),
            Line("sketch.expand(2, 28, 28).stride()", str(sketch.expand(2, 28, 28).stride())),
        ),
        lab.word("live"),
    )
    return code, Pictures(pictures)


def _faded(lab: Lab, shape: Shape) -> tuple[Figure, ...]:
    """Multiply the sketch by a few numbers from 0 to 1, which broadcasting repeats."""
    count = int(np.prod(shape))
    few = torch.linspace(0, 1, count + 1)[1:].reshape(shape)
    sketch = torch.tensor(ink(lab))
    result = sketch * few
    grid = few.reshape(-1, 1) if shape[-1] == 1 else few.reshape(1, -1)
    code = Code(
        (
            Line("sketch.shape, few.shape", f"{tuple(sketch.shape)}, {tuple(few.shape)}"),
            Line("(sketch * few).shape", str(tuple(result.shape)), now=True),
        )
    )
    shown = [Picture(sketch.numpy(), lab.word("sketch"), low=0, high=1)]
    shown.append(Picture(grid.numpy(), f"few, {tuple(few.shape)}", low=0, high=1))
    shown += [Picture(r.numpy(), "sketch * few", low=0, high=1) for r in result.reshape(-1, 28, 28)]
    same = torch.equal(result, sketch.expand(result.shape) * few.expand(result.shape))
    text = lab.word("faded", count=count, times=result.numel() // count)
    heading = Text(lab.word("fading"), strong=True)
    pictures = Pictures(tuple(shown), ("*", "="))
    return heading, Controls("fading"), code, pictures, Outcome(text, same)


def _listed(distances: torch.Tensor) -> str:
    return "[" + ", ".join(f"{distance:.4f}" for distance in distances.tolist()) + "]"
