"""Which strokes, or blobs of ink, are which digit of a number: by the columns that they cover.

Where writing leans, the columns lean with it.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MOST_DIGITS = 12  # more is a line of writing

_WIDE = 0.8  # of the line's height: what is wider may be several digits that lean
_LEANS = (0.2, 0.4, -0.2)  # of upright strokes: to the right for each step up
_TOGETHER = 0.04  # of the line's height: what is so near belongs to one digit, as in an open 4
_REACH = 0.15  # or so near, where one of the two is small: the bar of a 5
_SMALL = 0.3  # of the line's height: so low a dot or a dash is, which are no digits
_FLAT = 3  # a dash is so many times as wide as it is high, at least

Floats = NDArray[np.float64]
Places = tuple[int, ...]


class Parted(NamedTuple):
    """Digits from left to right: the places of what makes up each, and its columns' lean.

    `spans` (N, 2) is where each of the parted things begins and ends along leaning columns.
    """

    digits: tuple[Places, ...]
    lean: float
    spans: Floats


class _Run(NamedTuple):
    """Things that belong together, from left to right; both lists grow with what joins them."""

    places: list[int]
    box: list[float]  # left, top, right and bottom of them all


def part_strokes(strokes: Sequence[Floats]) -> tuple[Places, ...]:
    """Part strokes, each (N, 2) points, x right and y down, into digits as `part` does."""
    if not strokes:
        return ((),)
    halves = np.concatenate(strokes) / 2  # the full numbers' differences could overflow
    where = np.repeat(np.arange(len(strokes)), [len(stroke) for stroke in strokes])
    return part(halves, where).digits


def part(points: Floats, where: NDArray[np.intp]) -> Parted:
    """Part things into digits, by points (M, 2) of each; `where` (M,) tells whose a point is.

    Things that lie above one another are of one digit. Dots and dashes that stand alone are left
    out. Where that leaves fewer than two digits, or more than MOST_DIGITS, all is one thing.
    """
    best = _part(points, where, 0.0)
    if _widest(best) > _WIDE * float(np.ptp(points[:, 1])):
        leaning = [_part(points, where, lean) for lean in _LEANS]
        best = max(best, *leaning, key=lambda parted: len(parted.digits))  # the first of equals
    if 1 < len(best.digits) <= MOST_DIGITS:
        return best
    return Parted((tuple(range(len(best.spans))),), best.lean, best.spans)


def along(x: Floats, y: Floats, lean: float) -> Floats:
    """Return how far to the right points are, along columns that lean."""
    return x + lean * y


def _widest(parted: Parted) -> float:
    ends = [parted.spans[list(digit)] for digit in parted.digits]
    return max((float(end[:, 1].max() - end[:, 0].min()) for end in ends), default=0.0)


def _part(points: Floats, where: NDArray[np.intp], lean: float) -> Parted:
    boxes = _boxes(along(points[:, 0], points[:, 1], lean), points[:, 1], where)
    sides = boxes[:, 2:] - boxes[:, :2]
    height = max(float(sides[:, 1].max()), float(sides[:, 0].max()) / _FLAT)
    things = boxes.tolist()  # far quicker to go through than an array, number by number
    order = np.argsort(boxes[:, 0], kind="stable").tolist()
    runs = [_Run([place], things[place]) for place in order]
    runs = _joined(runs, height, reach=_TOGETHER)
    runs = _joined(runs, height, reach=_REACH)
    digits = [tuple(run.places) for run in runs if not _is_small(run.box, height)]
    return Parted(tuple(digits), lean, boxes[:, ::2])


def _boxes(x: Floats, y: Floats, where: NDArray[np.intp]) -> Floats:
    """Return left, top, right and bottom of each thing's points: (N, 4)."""
    boxes = np.empty((int(where.max(initial=-1)) + 1, 4))
    boxes[:, :2], boxes[:, 2:] = np.inf, -np.inf
    for side, values in enumerate((x, y)):
        np.minimum.at(boxes[:, side], where, values)
        np.maximum.at(boxes[:, side + 2], where, values)
    return boxes


def _joined(runs: list[_Run], height: float, reach: float) -> list[_Run]:
    """Join runs, which come from left to right; of small ones those within `reach`, too."""
    joined = runs[:1]
    for run in runs[1:]:
        before = joined[-1]
        has_small = _is_small(before.box, height) or _is_small(run.box, height)
        if run.box[0] - before.box[2] <= (reach if has_small else _TOGETHER) * height:
            before.places.extend(run.places)
            before.box[:2] = map(min, before.box[:2], run.box[:2])
            before.box[2:] = map(max, before.box[2:], run.box[2:])
        else:
            joined.append(run)
    return joined


def _is_small(box: list[float], height: float) -> bool:
    """Tell whether it is a dot or a dash: a flat 0 is as low, but neither."""
    left, top, right, bottom = box
    wide, high, most = right - left, bottom - top, _SMALL * height
    return high <= most and (wide <= most or wide >= _FLAT * high)
