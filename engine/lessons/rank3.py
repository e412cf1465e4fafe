"""A rank-3 tensor, the stack of all 3s: each index that is given takes one axis away."""

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.digits import stack_of
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pile
from engine.lessons.lab import Lab

_CARDS = 8  # of the pile that are drawn

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
        Outcome(lab.word("ranks", ranks=" → ".join(map(str, ranks))), ranks == [3, 2, 1, 0]),
        _pile(stack, image, (row, column)),
        _row(stack, image, row, column),
        *_skewer(lab, stack, row, column),
        _across(lab, stack, row, column),
    )


def _slices(lab: Lab, parts: tuple[Tensor, ...], places: tuple[int, int, int]) -> Code:
    """Return the stack and what is left of it after one, two and three indices."""
    names = ["stacked_3"]
    names += [f"stacked_3[{', '.join(map(str, places[:n]))}]" for n in (1, 2, 3)]
    shapes = [_shape(lab, part) for part in parts[:3]]
    lines = [Line(f"{n}.shape", s) for n, s in zip(names[:3], shapes, strict=True)]
    return Code((*lines, Line(names[3], lab.word("single", value=int(parts[3])))))


def _pile(stack: Tensor, image: int, cell: tuple[int, int]) -> Pile:
    """Draw some cards of the stack; the same ones as long as the chosen one is among them."""
    first = min(image // _CARDS * _CARDS, len(stack) - _CARDS)
    row, column = cell
    return Pile(
        stack[first : first + _CARDS].numpy(),
        tuple(f"stacked_3[{n}]" for n in range(first, first + _CARDS)),
        image - first,
        cell,
        f"stacked_3[:, {row}, {column}]",
        ("image", "row", "column"),
        first,
    )


def _row(stack: Tensor, image: int, row: int, column: int) -> Picture:
    """Show the row of the card that is pulled out, and where the skewer meets it."""
    line = stack[image, row][None].numpy()
    part = (slice(0, 1), slice(column, column + 1))
    name = f"stacked_3[{image}, {row}]"
    return Picture(line, name, low=0, high=255, part=part, pick=("", "column"))


def _skewer(lab: Lab, stack: Tensor, row: int, column: int) -> tuple[Figure, ...]:
    """Average along the skewer: that is the mean 3 at this pixel, and so at all others."""
    along = stack[:, row, column].float()
    mean = stack.float().mean(0)
    part = (slice(row, row + 1), slice(column, column + 1))
    shown = mean.numpy()
    same = torch.isclose(along.mean(), mean[row, column])
    text = lab.word("skewered", row=row, column=column, count=len(along), mean=float(along.mean()))
    return (
        Picture(shown, lab.word("mean"), low=0, high=255, part=part, pick=("row", "column")),
        Outcome(text, bool(same)),
    )


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
