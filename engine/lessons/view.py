"""`view`: the same numbers in another shape, and in the same memory."""

from collections.abc import Iterator

import torch
from torch import Tensor

from engine.lessons.controls import Control, Slider, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures
from engine.lessons.lab import Lab

_AROUND = 7  # pixels of the long row that are shown on each side

CONTROLS: tuple[Control, ...] = (Slider("place", 0, 783, 406), Slider("value", 0, 255, 255))


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Write a pixel into the long row, see it in the picture; then meet the transposed trap."""
    place, value = int(values["place"]), int(values["value"])
    picture = torch.tensor(lab.sketch)
    before = picture.clone()
    row = picture.view(784)
    row[place] = value
    y, x = divmod(place, 28)
    yield (
        _code(picture, before, place, value),
        _near(row, place),
        _pictures(lab, before, picture),
        _outcome(lab, picture, row, (y, x), value),
        _trap(lab, picture),
    )


def _code(picture: Tensor, before: Tensor, place: int, value: int) -> Code:
    y, x = divmod(place, 28)
    row = picture.view(784)
    same = row.data_ptr() == picture.data_ptr()
    return Code(
        (
            Line("picture.shape", str(tuple(picture.shape))),
            Line("row = picture.view(784)", str(tuple(row.shape))),
            Line("picture.view(-1, 784).shape", str(tuple(picture.view(-1, 784).shape))),
            Line("row.data_ptr() == picture.data_ptr()", str(same)),
            Line(f"row[{place}] = {value}", now=True),
            Line(f"picture[{y}, {x}]", f"{int(before[y, x])} → {int(picture[y, x])}"),
        )
    )


def _near(row: Tensor, place: int) -> Picture:
    """Show the part of the row around the place."""
    start = min(max(place - _AROUND, 0), 784 - 2 * _AROUND)
    stop = start + 2 * _AROUND
    near = row[None, start:stop].numpy()
    return Picture(near, f"row[{start}:{stop}]", numbers=True, low=0, high=255)


def _pictures(lab: Lab, before: Tensor, after: Tensor) -> Pictures:
    return Pictures(
        (
            Picture(before.numpy(), lab.word("before"), low=0, high=255),
            Picture(after.numpy(), lab.word("after"), low=0, high=255),
        ),
        ("→",),
    )


def _outcome(lab: Lab, picture: Tensor, row: Tensor, place: tuple[int, int], value: int) -> Outcome:
    same = row.data_ptr() == picture.data_ptr() and int(picture[place]) == value
    return Outcome(lab.word("same", row=place[0], column=place[1], value=value), same)


def _trap(lab: Lab, picture: Tensor) -> Code:
    """Turn the picture around its diagonal: the memory keeps its order, so no view fits."""
    turned = picture.t()
    copied = turned.reshape(784)
    laid_out = turned.contiguous()
    return Code(
        (
            Line("picture.stride()", str(picture.stride())),
            Line("picture.T.stride()", str(turned.stride())),
            Line("picture.T.view(784)", _refusal(turned)),
            Line("picture.T.contiguous().view(784).shape", str(tuple(laid_out.view(784).shape))),
            Line(
                "picture.T.reshape(784).data_ptr() == picture.data_ptr()",
                str(copied.data_ptr() == picture.data_ptr()),
            ),
        ),
        lab.word("trap"),
    )


def _refusal(turned: Tensor) -> str:
    """Return the name of the error that torch raises, as it really comes."""
    try:
        turned.view(784)
    except RuntimeError as error:
        return type(error).__name__
    return str((784,))
