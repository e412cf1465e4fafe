"""How to tell a 3 from a 7 without learning, one step at a time on the sketch."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from engine.inference.similarity import Norm, PixelSimilarity
from engine.lessons.controls import Choice, Control, Slider, Steps, Values
from engine.lessons.digits import Floats, baseline, ink, moved, stack_of
from engine.lessons.figures import (
    Code,
    Controls,
    Curve,
    Figure,
    Line,
    Mark,
    Outcome,
    Picture,
    Pictures,
    Plot,
    Table,
    Text,
)
from engine.lessons.lab import Lab

_SHOWN = 5  # of each digit's images
_FURTHEST = 8  # pixels that the sketch can be moved
_ABOVE = 0.15  # of the curves' height, for a number above their highest point

CONTROLS: tuple[Control, ...] = (
    Steps("step", 6),
    Choice("norm", ("l1", "rmse"), "l1", part="norm"),
    Slider("right", -_FURTHEST, _FURTHEST, 0, part="place"),
    Slider("down", -_FURTHEST, _FURTHEST, 0, part="place"),
)


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Show the step that is asked for: stack, mean, difference, size, average, compare."""
    step, place = int(values["step"]), (int(values["right"]), int(values["down"]))
    norm: Norm = "rmse" if values["norm"] == "rmse" else "l1"
    told = Text(lab.word(f"step_{step}"), strong=True)
    yield told, *_set_here(step), *_shown(lab, step, norm, place)


def _set_here(step: int) -> Iterator[Controls]:
    """Return the controls that make a difference at a step: the first two don't use the sketch."""
    if step >= 3:
        yield Controls("norm")
    if step >= 2:
        yield Controls("place")


def _shown(lab: Lab, step: int, norm: Norm, place: tuple[int, int]) -> Iterator[Figure]:
    if step == 0:
        yield from _stacks(lab)
        return
    plain, lab = lab, replace(lab, sketch=moved(lab.sketch, *place))
    similarity = baseline(lab)
    differences = ink(lab) - similarity.means
    if step == 1:
        yield _means(lab, similarity)
        yield Code((Line("stacked_3.mean(0).shape", "(28, 28)"),))
    elif step == 2:
        yield from (_difference(lab, similarity, differences, i) for i in (0, 1))
    elif step == 3:
        yield _sizes(lab, similarity, differences, norm)
    elif step == 4:
        yield _averages(lab, similarity, differences, norm)
    else:
        yield from _comparison(lab, similarity, differences, norm)
        yield _along(plain, *place, norm)


def _stacks(lab: Lab) -> Iterator[Figure]:
    for digit in lab.sample.classes:
        images = stack_of(lab, digit)
        shown = tuple(Picture(image, low=0, high=255) for image in images[:_SHOWN])
        yield Pictures(shown, name=lab.word("stack", digit=digit))
        yield Code((Line(f"stacked_{digit}.shape", str(images.shape)),))


def _means(lab: Lab, similarity: PixelSimilarity) -> Pictures:
    return Pictures(
        tuple(
            Picture(mean, lab.word("mean", digit=digit), low=0, high=1)
            for mean, digit in zip(similarity.means, similarity.classes, strict=True)
        )
    )


def _difference(lab: Lab, similarity: PixelSimilarity, differences: Floats, i: int) -> Pictures:
    mean = Picture(
        similarity.means[i], lab.word("mean", digit=similarity.classes[i]), low=0, high=1
    )
    sketch = Picture(ink(lab), lab.word("sketch"), low=0, high=1)
    difference = Picture(differences[i], lab.word("difference"), signed=True, low=-1, high=1)
    return Pictures((sketch, mean, difference), ("−", "="))


def _sizes(lab: Lab, similarity: PixelSimilarity, differences: Floats, norm: Norm) -> Pictures:
    return Pictures(
        tuple(
            Picture(size, lab.word(f"size_{norm}", digit=digit), low=0, high=1)
            for size, digit in zip(_sized(differences, norm), similarity.classes, strict=True)
        )
    )


def _averages(lab: Lab, similarity: PixelSimilarity, differences: Floats, norm: Norm) -> Table:
    sums = _sized(differences, norm).sum(axis=(1, 2))
    rows = [
        (
            lab.word("mean", digit=digit),
            lab.number(total, ".2f"),
            lab.number(total / 784, ".4f"),
            lab.number(distance, ".4f"),
        )
        for digit, total, distance in zip(
            similarity.classes, sums, _averaged(differences, norm), strict=True
        )
    ]
    names = ("against", f"sum_{norm}", f"average_{norm}", f"distance_{norm}")
    columns = 4 if norm == "rmse" else 3  # the average of L1 is the distance already
    return Table(
        tuple(lab.word(name) for name in names[:columns]), tuple(row[:columns] for row in rows)
    )


def _comparison(
    lab: Lab, similarity: PixelSimilarity, differences: Floats, norm: Norm
) -> Iterator[Figure]:
    distances = _averaged(differences, norm)
    nearest = int(distances.argmin())
    shown = [Picture(ink(lab), lab.word("sketch"), low=0, high=1)]
    for mean, digit, distance in zip(similarity.means, similarity.classes, distances, strict=True):
        caption = lab.word("at_distance", digit=digit, distance=float(distance))
        part = (slice(0, 28), slice(0, 28)) if digit == similarity.classes[nearest] else None
        shown.append(Picture(mean, caption, low=0, high=1, part=part))
    yield Pictures(tuple(shown))
    same = np.allclose(distances, similarity.distances(lab.sketch[None], norm)[0], atol=1e-5)
    digit = similarity.classes[nearest]
    yield Outcome(
        lab.word("nearer", digit=digit, near=distances.min(), far=distances.max()), bool(same)
    )
    valid = lab.sample.valid
    right = similarity.accuracy(valid, norm)
    yield Text(lab.word("all_valid", count=len(valid), right=right))


def _along(lab: Lab, right: int, down: int, norm: Norm) -> Plot:
    """Plot both distances of the sketch as it is moved across; a drag moves it."""
    similarity = baseline(lab)
    across = np.arange(-_FURTHEST, _FURTHEST + 1)
    images = np.stack([moved(lab.sketch, int(x), down) for x in across])
    distances = similarity.distances(images, norm)
    here = distances[right + _FURTHEST]
    low, high = float(distances.min()), float(distances.max())
    return Plot(
        tuple(
            Curve(lab.word("mean", digit=digit), across.astype(float), distances[:, label])
            for label, digit in enumerate(similarity.classes)
        ),
        lab.word("moved_right"),
        lab.word(f"distance_{norm}"),
        lab.word("moving"),
        marks=tuple(Mark(lab.number(d, ".3f"), right, float(d)) for d in here),
        y_range=(low, high + _ABOVE * (high - low)),
        drag_x="right",
    )


def _sized(differences: Floats, norm: Norm) -> Floats:
    return np.abs(differences) if norm == "l1" else np.square(differences)


def _averaged(differences: Floats, norm: Norm) -> Floats:
    average: Floats = _sized(differences, norm).mean(axis=(1, 2))
    return average if norm == "l1" else np.sqrt(average)
