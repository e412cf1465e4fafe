"""How a picture is numbers: a corner of the sketch in figures, and a colour picture's planes."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Picture, Pictures
from engine.lessons.lab import Lab

_CROP = 8
_DROP_RADIUS = 3.5
_COLOURS = {"red": (220, 30, 30), "orange": (255, 140, 0), "green": (0, 150, 80)}
_COLOURS |= {"violet": (150, 60, 210)}

CONTROLS: tuple[Control, ...] = (
    Slider("top", 0, 28 - _CROP, 6),
    Slider("left", 0, 28 - _CROP, 10),
    Choice("colour", tuple(_COLOURS), "orange"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show an 8 by 8 corner in figures, then a drop of colour on it and its three planes."""
    top, left = int(values["top"]), int(values["left"])
    rows, columns = slice(top, top + _CROP), slice(left, left + _CROP)
    colour = _with_drop(lab.sketch, top, left, _COLOURS[str(values["colour"])])
    where = f"[{top}:{top + _CROP}, {left}:{left + _CROP}]"
    corner = Picture(
        lab.sketch[rows, columns], lab.word("corner", where=where), numbers=True, low=0, high=255
    )
    framed = Picture(lab.sketch, lab.word("sketch"), low=0, high=255, part=(rows, columns))
    yield (
        Pictures((framed, corner)),
        _grey_code(lab.sketch, top + _CROP // 2, left + _CROP // 2),
        Pictures((Picture(colour, lab.word("coloured")), *_planes(lab, colour)), ("=", "+", "+")),
        _colour_code(colour, top + _CROP // 2, left + _CROP // 2),
        _outcome(lab, colour),
    )


def _with_drop(
    sketch: NDArray[np.uint8], top: int, left: int, colour: tuple[int, int, int]
) -> NDArray[np.uint8]:
    """Paint a round drop in the middle of the corner: uint8 (28, 28, 3)."""
    y, x = np.ogrid[:28, :28]
    middle = (_CROP - 1) / 2
    in_drop = (y - top - middle) ** 2 + (x - left - middle) ** 2 <= _DROP_RADIUS**2
    picture = _black_on_white(sketch)
    picture[in_drop] = colour
    return picture


def _black_on_white(sketch: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Turn ink, 255 where it is full, into light, 255 where it is white: uint8 (28, 28, 3)."""
    return np.repeat(255 - sketch[:, :, None], 3, axis=2)


def _planes(lab: Lab, colour: NDArray[np.uint8]) -> tuple[Picture, ...]:
    """Return each of the three planes in its own light."""
    alone = [colour * np.eye(3, dtype=np.uint8)[i] for i in range(3)]
    names = ("red_plane", "green_plane", "blue_plane")
    return tuple(Picture(a, lab.word(name)) for a, name in zip(alone, names, strict=True))


def _grey_code(sketch: NDArray[np.uint8], y: int, x: int) -> Code:
    return Code(
        (
            Line("sketch.shape", str(sketch.shape)),
            Line("sketch.dtype, sketch.size", f"{sketch.dtype}, {sketch.size}"),
            Line("sketch.min(), sketch.max()", f"{sketch.min()}, {sketch.max()}"),
            Line(f"sketch[{y}, {x}]", str(sketch[y, x])),
        )
    )


def _colour_code(colour: NDArray[np.uint8], y: int, x: int) -> Code:
    return Code(
        (
            Line("picture.shape", str(colour.shape)),
            Line("picture.size", str(colour.size)),
            Line(f"picture[{y}, {x}]", str(colour[y, x].tolist())),
            Line("picture[:, :, 0].shape", str(colour[:, :, 0].shape)),
        )
    )


def _outcome(lab: Lab, colour: NDArray[np.uint8]) -> Outcome:
    again = np.stack([colour[:, :, i] for i in range(3)], axis=2)
    same = int((again == colour).sum())
    return Outcome(lab.word("stacked", same=same, all=colour.size), same == colour.size)
