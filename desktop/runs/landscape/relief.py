"""A loss over a plane as bands between round numbers, like the heights on a map. No Qt."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.plots.thinning import round_step

Losses = NDArray[np.float64]
Codes = NDArray[np.uint8]
_MUCH = 20.0  # times the lowest: from there on the scale is logarithmic
_MOST = 14  # bands
_SOME = 10
_FAR = 1e6  # times the lowest: all that is higher is one band
_NOTHING = 1e-6  # a lower loss is as good as none
_WITHIN_TEN = ((1.0, 1.5, 2.0, 3.0, 5.0, 7.0), (1.0, 2.0, 5.0), (1.0, 3.0), (1.0,))


@dataclass(frozen=True)
class Bands:
    """The numbers at which one band ends and the next begins, ascending; one or more.

    Places without a number have the code after the last band's.
    """

    edges: tuple[float, ...]
    is_log: bool

    @classmethod
    def of(cls, losses: Losses) -> "Bands | None":
        """Return bands that suit the losses; None where none is a finite number."""
        finite = losses[np.isfinite(losses)]
        if not len(finite):
            return None
        low, high = float(finite.min()), float(finite.max())
        least = max(float(finite[finite > 0].min(initial=high)), _NOTHING)
        if high > _MUCH * least:
            return cls(_round_powers(least, min(high, max(_FAR * least, _MUCH))), is_log=True)
        step = round_step((high - low) / _SOME or max(abs(high), 1.0))
        first = math.floor(low / step) + 1
        count = max(1, math.ceil(high / step) - first)
        return cls(tuple((first + n) * step for n in range(count)), is_log=False)

    @property
    def count(self) -> int:
        return len(self.edges) + 1

    def codes(self, losses: Losses, size: tuple[int, int]) -> Codes:
        """Return each pixel's band, for a picture of `size` (height, width) with the top first."""
        edges = self._scaled(np.array(self.edges))
        first, last = (float(np.diff(edges)[at]) if len(edges) > 1 else 1.0 for at in (0, -1))
        # no place counts as farther than a band outside: it would push the line beside it away
        scaled = np.clip(self._scaled(losses), edges[0] - first, edges[-1] + last)
        smooth = enlarged(np.nan_to_num(scaled, nan=edges[-1] + last), size)
        codes = np.searchsorted(edges, smooth, side="right").astype(np.uint8)
        unknown = ~np.isfinite(losses)
        if unknown.any():
            codes[enlarged(unknown.astype(np.float64), size) >= 0.5] = self.count
        return codes[::-1]

    def _scaled(self, losses: Losses) -> Losses:
        return np.log(np.maximum(losses, _NOTHING / _FAR)) if self.is_log else losses


def enlarged(values: Losses, size: tuple[int, int]) -> Losses:
    """Return values (n, n) for each pixel of (height, width), in straight lines between them."""
    return _between(len(values), size[0]) @ values @ _between(len(values), size[1]).T


def value_at(losses: Losses, across: float, up: float) -> float:
    """Return the loss at a place, 0 to 1 from left and bottom; NaN beside what is no number."""
    last = len(losses) - 1
    x, y = min(max(across, 0.0), 1.0) * last, min(max(up, 0.0), 1.0) * last
    column, row = min(int(x), last - 1), min(int(y), last - 1)
    around = losses[row : row + 2, column : column + 2]
    if not np.isfinite(around).all():
        return math.nan
    right, above = x - column, y - row
    shares = np.outer([1 - above, above], [1 - right, right])
    return float((around * shares).sum())


def edges_of(codes: Codes) -> NDArray[np.bool_]:
    """Return the pixels at which another band begins: the contour lines."""
    lines = np.zeros(codes.shape, np.bool_)
    lines[:, 1:] |= codes[:, 1:] != codes[:, :-1]
    lines[1:] |= codes[1:] != codes[:-1]
    return lines


def _between(count: int, pixels: int) -> Losses:
    """Return the share (pixels, count) that each value has in each pixel."""
    at = np.linspace(0, count - 1, pixels)[:, None]
    shares: Losses = np.maximum(0.0, 1 - np.abs(at - np.arange(count)))
    return shares


def _round_powers(low: float, high: float) -> tuple[float, ...]:
    """Return round numbers between the two, closer or farther apart, so that they aren't many."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    found: tuple[float, ...] = ()
    for steps in _WITHIN_TEN:
        powers = [step * 10.0**power for power in range(first, last + 1) for step in steps]
        found = tuple(float(f"{edge:.3g}") for edge in powers if low < edge < high)
        if len(found) < _MOST:
            break
    return found or (math.sqrt(low * high),)
