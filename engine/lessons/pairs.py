"""zip: numbers with letters, and images with labels, the tuples (x, y) that make a dataset."""

from collections.abc import Iterator
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Dataset
from engine.lessons import typed
from engine.lessons.controls import Control, Entry, Slider, Values
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

_LETTERS = 12
_OTHERS = 5  # digits beside the sketch
_NOTHING = ""  # where the other one is longer

CONTROLS: tuple[Control, ...] = (
    Entry("numbers", "1, 2, 3, 4"),
    Entry("letters", "abcd"),
    Slider("shift", 0, 5, 0, part="own"),
    Slider("place", 0, 99, 0, part="dataset"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Zip what was typed, then the training images with their labels."""
    numbers = typed.numbers(lab, values["numbers"])
    letters = str(values["letters"]).strip()[:_LETTERS]
    zipped = list(zip(numbers, letters, strict=False))  # to stop at the shorter is the lesson
    first: tuple[Figure, ...] = (
        _table(lab, numbers, letters),
        Code(
            (
                Line("def pairs(numbers, letters):"),
                Line("    return list(zip(numbers, letters))"),
                Line(""),
                Line(f"pairs({numbers}, {letters!r})", str(zipped), now=True),
            )
        ),
        _outcome(lab, numbers, letters, zipped),
    )
    first = (*first, *_labelled(lab, int(values["shift"])))
    yield first
    yield *first, *_dataset(lab, lab.dataset, int(values["place"]))


def _table(lab: Lab, numbers: list[int], letters: str) -> Table:
    """Return a row for each pair; what is left over stands alone."""
    rows = []
    pairs = zip_longest(map(str, numbers), letters, fillvalue=_NOTHING)
    for place, (number, letter) in enumerate(pairs):
        is_pair = _NOTHING not in (number, letter)
        pair = f"({number}, {letter!r})" if is_pair else _NOTHING
        rows.append((str(place), number, letter, pair))
    columns = tuple(lab.word(name) for name in ("pair", "number", "letter", "tuple"))
    return Table(columns, tuple(rows))


def _outcome(lab: Lab, numbers: list[int], letters: str, zipped: list[tuple[int, str]]) -> Outcome:
    shorter = min(len(numbers), len(letters))
    left_over = max(len(numbers), len(letters)) - shorter
    text = lab.word("dropped" if left_over else "whole", pairs=len(zipped), left_over=left_over)
    return Outcome(text, len(zipped) == shorter)


def _labelled(lab: Lab, shift: int) -> tuple[Figure, ...]:
    """Zip the sketch and five digits with their labels, which were moved on by so many places."""
    valid, own = lab.dataset.valid, own_label(lab)
    rows = _in_turn(valid.labels, lab.dataset.classes, own)
    images = [lab.sketch, *valid.images[rows]]
    labels = [own, *(lab.dataset.classes[label] for label in valid.labels[rows])]
    given = labels[-shift:] + labels[:-shift] if shift else labels
    pairs = list(zip(images, given, strict=True))
    right = sum(a == b for a, b in zip(given, labels, strict=True))
    pictures = tuple(
        Picture(image, lab.word("given", label=label), low=0, high=255) for image, label in pairs
    )
    is_right = right == len(pairs)
    text = lab.word("all_right" if is_right else "right_pairs", right=right, pairs=len(pairs))
    return (
        Text(lab.word("own"), strong=True),
        Controls("own"),
        Pictures(pictures),
        Outcome(text, is_right),
    )


def own_label(lab: Lab) -> str:
    """Return what the sketch is, as the network reads it; where the pad is empty, it is known."""
    if not lab.is_drawn:
        return str(lab.sample.classes[lab.sample.valid.labels[0]])
    return lab.classifier.predict(lab.sketch).label if lab.classifier else lab.word("yours")


def _in_turn(labels: NDArray[np.int64], classes: tuple[str, ...], own: str) -> list[int]:
    """Return the rows of a few images of one class after another: moved labels are false ones.

    The class of the sketch comes last, so that its neighbour is of another one.
    """
    there = sorted(np.unique(labels), key=lambda label: classes[label] == own)
    of_class = [np.flatnonzero(labels == label) for label in there]
    return [
        int(of_class[n % len(of_class)][n // len(of_class) % len(of_class[n % len(of_class)])])
        for n in range(_OTHERS)
    ]


def _dataset(lab: Lab, dataset: Dataset, place: int) -> tuple[Figure, ...]:
    train = dataset.train
    pairs = list(zip(train.images.reshape(-1, 784), train.labels, strict=True))
    place = min(place, len(pairs) - 1)
    x, y = pairs[place]
    name = dataset.classes[y]
    code = Code(
        (
            Line("dset = list(zip(train_x, train_y))"),
            Line("len(dset)", str(len(pairs))),
            Line(f"x, y = dset[{place}]", now=True),
            Line("x.shape, y", f"{x.shape}, {y}"),
            Line("classes[y]", repr(name)),
        )
    )
    picture = Picture(x.reshape(28, 28), lab.word("labelled", label=name), low=0, high=255)
    heading = Text(lab.word("dataset", dataset=dataset.name), strong=True)
    return heading, Controls("dataset"), code, picture, Text(lab.word("target"))
