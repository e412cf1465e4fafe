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
    runs: list[Places] = [(int(place),) for place in np.argsort(boxes[:, 0], kind="stable")]
    runs = _joined(runs, boxes, height, reach=_TOGETHER)
    runs = _joined(runs, boxes, height, reach=_REACH)
    digits = [run for run in runs if not _is_small(_around(boxes, run), height)]
    return Parted(tuple(digits), lean, boxes[:, ::2])


def _boxes(x: Floats, y: Floats, where: NDArray[np.intp]) -> Floats:
    """Return left, top, right and bottom of each thing's points: (N, 4)."""
    boxes = np.empty((int(where.max(initial=-1)) + 1, 4))
    boxes[:, :2], boxes[:, 2:] = np.inf, -np.inf
    for side, values in enumerate((x, y)):
        np.minimum.at(boxes[:, side], where, values)
        np.maximum.at(boxes[:, side + 2], where, values)
    return boxes


def _joined(runs: list[Places], boxes: Floats, height: float, reach: float) -> list[Places]:
    """Join runs, which come from left to right; of small ones those within `reach`, too."""
    joined = runs[:1]
    for run in runs[1:]:
        before, box = _around(boxes, joined[-1]), _around(boxes, run)
        has_small = _is_small(before, height) or _is_small(box, height)
        if box[0] - before[2] <= (reach if has_small else _TOGETHER) * height:
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def _around(boxes: Floats, run: Places) -> Floats:
    """Return the box around some boxes."""
    some = boxes[list(run)]
    return np.concatenate((some[:, :2].min(axis=0), some[:, 2:].max(axis=0)))


def _is_small(box: Floats, height: float) -> bool:
    """Tell whether it is a dot or a dash: a flat 0 is as low, but neither."""
    wide, high = (box[2:] - box[:2]).tolist()
    most = _SMALL * height
    return bool(high <= most and (wide <= most or wide >= _FLAT * high))
