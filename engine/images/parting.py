"""Which strokes, or blobs of ink, are which digit of a number: by the boxes around them alone."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

MOST_DIGITS = 12  # more is a line of writing

_TOGETHER = 0.04  # of the line's height: what is so near belongs to one digit, as in an open 4
_REACH = 0.15  # or so near, where one of the two is small: the bar of a 5
_SMALL = 0.3  # of the line's height: so low a dot or a dash is, which are no digits
_FLAT = 3  # a dash is so many times as wide as it is high, at least

Floats = NDArray[np.float64]
Places = tuple[int, ...]


def part_strokes(strokes: Sequence[Floats]) -> tuple[Places, ...]:
    """Part strokes, each (N, 2) points, x right and y down, into digits as `part` does."""
    halves = [stroke / 2 for stroke in strokes]  # the full numbers' differences could overflow
    boxes = [np.concatenate((half.min(axis=0), half.max(axis=0))) for half in halves]
    return part(np.reshape(boxes, (-1, 4)))


def part(boxes: Floats) -> tuple[Places, ...]:
    """Part boxes (N, 4), each (left, top, right, bottom), into digits, from left to right.

    Each digit is the places of its boxes: those that lie above one another are of one. Dots and
    dashes that stand alone are left out. Where that leaves fewer than two digits, or more than
    MOST_DIGITS, all boxes are one thing.
    """
    everything: Places = tuple(range(len(boxes)))
    if len(boxes) < 2:
        return (everything,)
    sides = boxes[:, 2:] - boxes[:, :2]
    height = max(float(sides[:, 1].max()), float(sides[:, 0].max()) / _FLAT)
    runs: list[Places] = [(int(place),) for place in np.argsort(boxes[:, 0], kind="stable")]
    runs = _joined(runs, boxes, height, reach=_TOGETHER)
    runs = _joined(runs, boxes, height, reach=_REACH)
    digits = [run for run in runs if not _is_small(_around(boxes, run), height)]
    return tuple(digits) if 1 < len(digits) <= MOST_DIGITS else (everything,)


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
