"""One drag of the brush, cut where it leaves the pad, without Qt: what nobody sees isn't read.

A pen that goes over the edge of a sheet leaves no ink there, and draws on where it comes back.
"""

from typing import NamedTuple

from desktop.sketch.strokes import BRUSH, Stroke, StrokeBuilder, Strokes


class Edges(NamedTuple):
    """What is to be seen of the plane, in pad units; strokes end there."""

    left: float
    top: float
    right: float
    bottom: float


UNIT = Edges(0.0, 0.0, 1.0, 1.0)


class Drag:
    """Strokes that are being drawn: `done` are those that ended at an edge.

    `stroke` is the one under the pen; None while the pen is beyond the edges.
    """

    def __init__(
        self, x: float, y: float, pressure: float, width: float = BRUSH, edges: Edges = UNIT
    ) -> None:
        self.done: Strokes = ()
        self._edges, self._width = edges, width
        self._last = (x, y)
        is_inside = inside((x, y), (x, y), edges) is not None
        self._builder = StrokeBuilder(x, y, pressure, width) if is_inside else None

    @property
    def stroke(self) -> Stroke | None:
        return self._builder.stroke() if self._builder else None

    @property
    def strokes(self) -> Strokes:
        """All that was drawn so far."""
        return (*self.done, self.stroke) if self.stroke else self.done

    def extend(self, x: float, y: float, pressure: float) -> bool:
        """Draw on to a point; return whether there is any more ink, or the pen has left."""
        start, end = self._last, (x, y)
        span = inside(start, end, self._edges)
        if span is None:
            self._last = end
            return False
        first, last = (_between(start, end, share) for share in span)
        returns = self._builder is None
        if self._builder is None:
            self._builder = StrokeBuilder(*first, pressure, self._width)
        has_grown = self._builder.extend(*last, pressure) or returns
        leaves = last != end
        if has_grown or leaves:
            self._last = end
        if leaves:
            self.done, self._builder = self.strokes, None
        return has_grown or leaves


def inside(
    start: tuple[float, float], end: tuple[float, float], edges: Edges
) -> tuple[float, float] | None:
    """Return between which shares of the way, 0 to 1, it is within the edges, if anywhere.

    Liang and Barsky's clipping of a line by a rectangle (1984).
    """
    first, last = 0.0, 1.0
    for at, to, low, high in zip(start, end, edges[:2], edges[2:], strict=True):
        step = to - at
        if step == 0:
            if not low <= at <= high:
                return None
            continue
        near, far = sorted(((low - at) / step, (high - at) / step))
        first, last = max(first, near), min(last, far)
    return (first, last) if first <= last else None


def _between(
    start: tuple[float, float], end: tuple[float, float], share: float
) -> tuple[float, float]:
    if share in (0.0, 1.0):
        return end if share else start
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
