"""Where the name of a point in a plot stands: beside it, and on no curve where that can be."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Anchor = tuple[float, float]  # which part of the name lies at the point, from its top left corner
Line = tuple[NDArray[np.float64], NDArray[np.float64]]  # x to the right and y down, in pixels

_ABOVE: tuple[Anchor, Anchor] = ((-0.05, 1.1), (1.05, 1.1))  # at its right, at its left
_BELOW: tuple[Anchor, Anchor] = ((-0.05, -0.1), (1.05, -0.1))
_OVER: tuple[Anchor, ...] = ((0.5, 1.4), (0.5, 1.9), (0.5, 2.4))  # in a valley, between its sides
_FURTHER: tuple[Anchor, ...] = ((-0.05, 1.8), (-0.05, -0.8), (1.05, 1.8), (1.05, -0.8))
_POINT_PX = 5  # from a point's middle to where it ends
_MARGIN_PX = 3  # around the letters


@dataclass(frozen=True)
class Box:
    """A rectangle of a plot, in pixels, y down."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Tell whether all of the other one lies in this one."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Tell whether they overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def is_crossed_by(self, line: Line) -> bool:
        """Tell whether a curve goes through."""
        x, y = line
        drawn = np.isfinite(x) & np.isfinite(y)
        order = np.argsort(x[drawn], kind="stable")
        x, y = x[drawn][order], y[drawn][order]
        if not len(x) or x[-1] < self.left or x[0] > self.right:
            return False
        at = np.linspace(max(self.left, x[0]), min(self.right, x[-1]), 64)
        heights = np.interp(at, x, y)
        above, below = heights.max() < self.top, heights.min() > self.bottom
        return not (above or below)


def box_at(point: tuple[float, float], size: tuple[float, float], anchor: Anchor) -> Box:
    """Return where a name's letters lie whose `anchor` is at the point."""
    left, top = point[0] - anchor[0] * size[0], point[1] - anchor[1] * size[1]
    return Box(
        left + _MARGIN_PX,
        top + _MARGIN_PX,
        left + size[0] - _MARGIN_PX,
        top + size[1] - _MARGIN_PX,
    )


def free_anchor(
    point: tuple[float, float],
    size: tuple[float, float],
    room: Box,
    lines: list[Line],
    taken: list[Box],
    *,
    below: bool = False,
) -> Anchor:
    """Return where a name goes: towards the middle, above its point or below, where it is free.

    In a valley there is no room beside the point: there it stands over it.

    Where there is no free place it stays inside the plot, across a curve rather than a name.
    """
    is_left = point[0] <= (room.left + room.right) / 2
    sides = (_BELOW, _ABOVE) if below else (_ABOVE, _BELOW)
    beside = [anchor for side in sides for anchor in (side if is_left else side[::-1])]
    further = _FURTHER if is_left else _FURTHER[::-1]
    anchors = [*beside, *_OVER, *further]
    boxes = {anchor: box_at(point, size, anchor) for anchor in anchors}
    inside = [anchor for anchor in anchors if room.holds(boxes[anchor])]
    apart = [anchor for anchor in inside if not any(map(boxes[anchor].meets, taken))]
    free = [
        anchor
        for anchor in apart
        if not any(map(boxes[anchor].is_crossed_by, lines))
        and not (anchor in further and any(map(_way(point, boxes[anchor]).is_crossed_by, lines)))
    ]
    return next(iter([*free, *apart, *inside]), anchors[0])


def _way(point: tuple[float, float], name: Box) -> Box:
    """Return what lies between a point and its name: across a curve it would be that one's."""
    x, y = point
    top, bottom = (name.bottom, y - _POINT_PX) if name.top < y else (y + _POINT_PX, name.top)
    return Box(x - 1, top, x + 1, bottom)
