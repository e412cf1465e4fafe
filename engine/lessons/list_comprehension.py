"""A list comprehension: odd numbers doubled, then every 3 of the sample as a tensor."""

from collections.abc import Iterator

import numpy as np
import torch

from engine.lessons import typed
from engine.lessons.controls import Control, Entry, Slider, Values
from engine.lessons.digits import stack_of
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

CONTROLS: tuple[Control, ...] = (
    Entry("numbers", "1, 2, 3, 4, 5, 6, 7, 8"),
    Slider("ink", 0, 255, 0, 5, part="own"),
    Slider("image", 0, 6130, 0, part="tensors"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Double the odd ones of the typed numbers, both ways; then make a list of image tensors."""
    numbers = typed.numbers(lab, values["numbers"])
    doubled = [2 * n for n in numbers if n % 2 == 1]
    words: tuple[Figure, ...] = (
        _both_ways(lab, numbers, doubled),
        _walk(lab, numbers),
        _outcome(lab, numbers, doubled),
    )
    words = (*words, *_rows_of_sketch(lab, int(values["ink"])))
    yield words
    images = stack_of(lab, "3")
    threes = [torch.tensor(image) for image in images]
    yield *words, *_tensors(lab, threes, int(values["image"]))


def _both_ways(lab: Lab, numbers: list[int], doubled: list[int]) -> Code:
    return Code(
        (
            Line(f"numbers = {numbers}"),
            Line("[2 * n for n in numbers if n % 2 == 1]", str(doubled), now=True),
            Line("doubled = []", "[]"),
            Line("for n in numbers:"),
            Line("    if n % 2 == 1:"),
            Line("        doubled.append(2 * n)"),
            Line("doubled", str(_by_loop(numbers))),
        ),
        lab.word("two_ways"),
    )


def _by_loop(numbers: list[int]) -> list[int]:
    """Do what the comprehension does, in the lines that it replaces."""
    doubled = []
    for n in numbers:
        if n % 2 == 1:
            doubled.append(2 * n)
    return doubled


def _walk(lab: Lab, numbers: list[int]) -> Table:
    """Return one column for each number: what the filter says of it, and what comes out."""
    rows = (
        (lab.word("remainder"), *(str(n % 2) for n in numbers)),
        (lab.word("kept"), *(str(2 * n) if n % 2 == 1 else "–" for n in numbers)),
    )
    return Table((lab.word("number"), *map(str, numbers)), rows, strong=1)


def _outcome(lab: Lab, numbers: list[int], doubled: list[int]) -> Outcome:
    text = lab.word("same", kept=len(doubled), all=len(numbers))
    return Outcome(text, doubled == _by_loop(numbers))


def _rows_of_sketch(lab: Lab, ink: int) -> tuple[Figure, ...]:
    """Keep the sketch's rows that hold darker ink than that, and those alone."""
    kept = [row for row in lab.sketch if row.max() > ink]
    line = f"[row for row in sketch if row.max() > {ink}]"
    code = Code((Line(line, f"{len(kept)} × {lab.sketch[0].shape}", now=True),))
    pictures = [Picture(lab.sketch, lab.word("sketch"), low=0, high=255)]
    if kept:
        pictures.append(Picture(np.stack(kept), lab.word("rows_kept"), low=0, high=255))
    darkest = lab.sketch.max(axis=1)
    right = len(kept) == int((darkest > ink).sum())
    text = lab.word("rows", kept=len(kept), all=len(lab.sketch))
    heading = Text(lab.word("own"), strong=True)
    shown = code, Pictures(tuple(pictures), ("→",)), Outcome(text, right)
    return heading, Controls("own"), *shown


def _tensors(lab: Lab, threes: list[torch.Tensor], place: int) -> tuple[Figure, ...]:
    image = threes[place]
    code = Code(
        (
            Line("threes = [torch.tensor(image) for image in images_of_3]", now=True),
            Line("type(threes), len(threes)", f"{type(threes).__name__}, {len(threes)}"),
            Line(f"type(threes[{place}])", f"torch.{type(image).__name__}"),
            Line(f"threes[{place}].shape", str(image.shape)),
        )
    )
    heading = Text(lab.word("image_tensors"), strong=True)
    picture = Picture(image.numpy(), f"threes[{place}]", low=0, high=255)
    return heading, Controls("tensors"), code, picture
