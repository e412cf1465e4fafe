"""A rank-3 tensor, the stack of all 3s: each index that is given takes one axis away."""

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.digits import stack_of
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures
from engine.lessons.lab import Lab

CONTROLS: tuple[Control, ...] = (
    Slider("image", 0, 6130, 12),
    Slider("row", 0, 27, 14),
    Slider("column", 0, 27, 14),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Slice the stack down to a number, then cut it along its other axes and add the sketch."""
    stack = torch.tensor(stack_of(lab, "3"))
    image, row, column = (int(values[name]) for name in ("image", "row", "column"))
    parts = (stack, stack[image], stack[image, row], stack[image, row, column])
    ranks = [part.ndim for part in parts]
    yield (
        _slices(lab, parts, (image, row, column)),
        _pictures(lab, stack, image, row),
        _across(lab, stack, row, column),
        Outcome(lab.word("ranks", ranks=" → ".join(map(str, ranks))), ranks == [3, 2, 1, 0]),
    )


def _slices(lab: Lab, parts: tuple[Tensor, ...], places: tuple[int, int, int]) -> Code:
    """Return the stack and what is left of it after one, two and three indices."""
    names = ["stacked_3"]
    names += [f"stacked_3[{', '.join(map(str, places[:n]))}]" for n in (1, 2, 3)]
    shapes = [_shape(lab, part) for part in parts[:3]]
    lines = [Line(f"{n}.shape", s) for n, s in zip(names[:3], shapes, strict=True)]
    return Code((*lines, Line(names[3], lab.word("single", value=int(parts[3])))))


def _pictures(lab: Lab, stack: Tensor, image: int, row: int) -> Pictures:
    whole = Picture(stack[image].numpy(), f"stacked_3[{image}]", low=0, high=255)
    line = Picture(stack[image, row][None].numpy(), f"stacked_3[{image}, {row}]", low=0, high=255)
    return Pictures((whole, line))


def _across(lab: Lab, stack: Tensor, row: int, column: int) -> Code:
    """Return what can be cut out, averaged and joined along the first axis."""
    sketch = torch.tensor(lab.sketch)
    joined = torch.cat([stack, sketch[None]])
    mean = stack.float().mean(0)
    return Code(
        (
            Line(f"stacked_3[:, {row}, {column}].shape", _shape(lab, stack[:, row, column])),
            Line("stacked_3.float().mean(0).shape", _shape(lab, mean)),
            Line("sketch[None].shape", _shape(lab, sketch[None])),
            Line("torch.cat([stacked_3, sketch[None]]).shape", _shape(lab, joined)),
        ),
        lab.word("across"),
    )


def _shape(lab: Lab, tensor: Tensor) -> str:
    return lab.word("shape", shape=tuple(tensor.shape), rank=tensor.ndim)
