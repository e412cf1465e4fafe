"""Ruled and squared paper: its lines are taken for paper, but not the strokes across them.

Lines are found as stable paths: the best way from a point at the left edge to the right, whose best
way back leads to the same point (Cardoso et al., "Staff Detection with Stable Paths", 2009). They
may be turned, bent or in perspective.
"""

from dataclasses import dataclass

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.closing import highest

Floats = NDArray[np.float64]
Indices = NDArray[np.intp]
Mask = NDArray[np.bool_]

_LOOK_PX = 256  # lines are looked for in a picture of this size
_LEAST_PX = 120  # a smaller picture shows no sheet of paper
_NARROW = 0.018  # of the picture's height: half of what a line is thinner than, and its gaps wider
_FAINTEST = 0.02  # darkness of a line
_OVER_GRAIN = 5  # times the darkness of a quarter of the picture, which is grain
_SLOPE_COST = 0.15  # of a step up or down
_COVERED = 0.75  # of a line's way across the picture, at least
_COVERED_AGAIN = 0.65  # where others were found already
_SEEN = 0.5  # of its way, at least, that no others cross
_OFF_PX = 1.5  # from a smooth curve, at most
_ACROSS = 0.9  # of a margin's way
_PALER = 0.6  # times the ink's darkness, that a margin has at most
_FEWEST = 3  # lines that make paper ruled
_LOOKS = 3  # times that lines are looked for again
_NODES = 9  # places along a line where its tone is looked up
_WINDOW = 0.5  # of its length, around each
_BRIGHTER = 60  # percentile: ink on the line must not pass for its tone
_STRONGER = 4.0  # times, at most, that ink on a line is made


@dataclass(frozen=True)
class Line:
    """A line across a picture: its height at each column, and how much of its way it shows."""

    curve: Floats
    covered: float


def without_rules(grey: Floats) -> Floats:
    """Return a picture (height, width) of dark ink with its paper's lines in the paper's tone."""
    if min(grey.shape) < _LEAST_PX:
        return grey
    ink = float(np.percentile(grey, 0.5))
    across, down = _lines(grey), _lines(grey.T)
    if _are_rules(across) or _are_rules(down):
        across, down = _all_lines(grey, across, ink), _all_lines(grey.T, down, ink)
    else:
        across = [line for line in across if _is_margin(grey, line, ink)]
        down = [line for line in down if _is_margin(grey.T, line, ink)]
    for line in across:
        grey = _erased(grey, line.curve, ink)
    for line in down:
        grey = _erased(grey.T, line.curve, ink).T
    return grey


def _are_rules(lines: list[Line]) -> bool:
    return sum(line.covered > _COVERED for line in lines) >= _FEWEST


def _is_margin(grey: Floats, line: Line, ink: float) -> bool:
    """Tell whether a lone line is a page's margin: from edge to edge, and paler than the ink."""
    rows = np.rint(line.curve).astype(np.intp).clip(0, len(grey) - 1)
    tone = float(np.median(grey[rows, np.arange(grey.shape[1])]))
    paper = float(np.median(grey))
    return line.covered > _ACROSS and paper - tone < _PALER * (paper - ink)


def _all_lines(grey: Floats, new: list[Line], ink: float) -> list[Line]:
    """Return the lines that show as well when those found before are gone; a margin's too."""
    every = new
    for _ in range(_LOOKS if new else 0):
        for line in new:
            grey = _erased(grey, line.curve, ink)
        new = _lines(grey)
        if not new:
            break
        every = every + new
    return every


def _lines(grey: Floats) -> list[Line]:
    """Return the lines that cross the picture from left to right."""
    step = max(1, -(-max(grey.shape) // _LOOK_PX))
    small = np.asarray(PIL.Image.fromarray(grey.astype(np.float32)).reduce(step), np.float64)
    depth, other = _narrow(small, 0), _narrow(small, 1)
    least = max(_FAINTEST, _OVER_GRAIN * float(np.percentile(depth, 25)))
    columns = np.arange(small.shape[1])
    places = (np.arange(grey.shape[1]) + 0.5) / step - 0.5
    found = []
    for path in _stable_paths(1 - 0.95 * np.clip(depth / (2 * least), 0, 1)):
        dark = depth[path, columns] > least
        alone = other[path, columns] <= least  # no other line crosses it here
        if not _is_line(dark, dark | alone):
            continue
        curve, off = _smooth(path)
        dark &= off < _OFF_PX
        if _is_line(dark, seen := dark | alone):
            rows = np.polyval(curve, places) * step + (step - 1) / 2
            found.append(Line(rows, float(dark.sum() / seen.sum())))
    return found


def _is_line(dark: Mask, seen: Mask) -> bool:
    return bool(dark.sum() > _COVERED_AGAIN * seen.sum() and seen.mean() > _SEEN)


def _narrow(grey: Floats, axis: int) -> Floats:
    """Return how much darker each pixel is than what is around it along one axis."""
    reach = max(2, round(_NARROW * grey.shape[axis]))
    depth: Floats = -highest(-highest(grey, reach, axis), reach, axis) - grey
    return depth


def _stable_paths(cost: Floats) -> list[Indices]:
    """Return the rows, column by column, of the paths whose way there is also the way back."""
    starts, chosen = _ways(cost)
    ends, _ = _ways(cost[:, ::-1])
    paths = []
    for end in np.flatnonzero(ends[starts] == np.arange(len(cost))):
        path = np.empty(cost.shape[1], np.intp)
        path[-1] = end
        for column in range(cost.shape[1] - 1, 0, -1):
            path[column - 1] = path[column] + chosen[column, path[column]]
        paths.append(path)
    return paths


def _ways(cost: Floats) -> tuple[Indices, Indices]:
    """Return where the cheapest path to each row of the last column starts, and all its steps."""
    height, width = cost.shape
    rows = np.arange(height)
    total, starts = cost[:, 0], rows
    chosen = np.zeros((width, height), np.intp)
    beyond = np.full(1, np.inf)
    for column in range(1, width):
        above = np.concatenate((beyond, total[:-1] + _SLOPE_COST))
        below = np.concatenate((total[1:] + _SLOPE_COST, beyond))
        best = np.stack((total, above, below))
        step = np.array([0, -1, 1])[best.argmin(axis=0)]
        total = best.min(axis=0) + cost[:, column]
        starts = starts[rows + step]
        chosen[column] = step
    return starts, chosen


def _smooth(path: Indices) -> tuple[Floats, Floats]:
    """Fit a parabola to a path, strokes that lead it astray left out; return it and the way off."""
    columns = np.arange(len(path))
    off = np.zeros(len(path))
    for most in (np.inf, 2 * _OFF_PX, _OFF_PX):
        near = off <= max(most, float(np.median(off)))
        curve = np.polyfit(columns[near], path[near], 2)
        off = np.abs(np.polyval(curve, columns) - path)
    return curve, off


def _erased(grey: Floats, curve: Floats, ink: float) -> Floats:
    """Give a line the tone of the paper around it; `ink` is the tone of full ink."""
    height, width = grey.shape
    reach = max(4, round(_NARROW * max(grey.shape)))
    offsets = np.arange(-reach, reach + 1)
    columns = np.arange(width)
    rows = np.rint(curve).astype(np.intp) + offsets[:, None]
    inside = (rows >= 0) & (rows < height)
    band = grey[rows.clip(0, height - 1), columns]
    line = _along(_level(band, rows - curve, offsets), width)
    paper = np.maximum(line[0], line[-1])
    line = np.minimum(-highest(-line, 1, 0), paper)
    at = rows - curve + reach  # of each pixel, in rows of `line`
    low = np.floor(at).astype(np.intp).clip(0, 2 * reach - 1)
    share = np.clip(at - low, 0, 1)
    tone = line[low, columns] * (1 - share) + line[low + 1, columns] * share
    stronger = np.clip((paper - ink) / np.maximum(tone - ink, 1e-6), 1, _STRONGER)
    new = paper - np.clip(tone - band, 0, None) * stronger
    changed = grey.copy()
    new = np.where(tone < paper - 1e-9, new, band)
    changed[rows[inside], np.broadcast_to(columns, rows.shape)[inside]] = new[inside]
    return changed


def _level(band: Floats, places: Floats, offsets: Indices) -> Floats:
    """Move each column of a band of pixels by less than one, so that the line lies level."""
    shift = places[len(offsets) // 2]  # of the pixels, down from the line
    whole = np.pad(band, ((1, 1), (0, 0)), mode="edge")
    down, up = np.clip(shift, 0, 1), np.clip(-shift, 0, 1)
    level: Floats = whole[1:-1] * (1 - down - up) + whole[:-2] * down + whole[2:] * up
    return level


def _along(band: Floats, width: int) -> Floats:
    """Return the usual tone along each row of a band, without the strokes that cross it."""
    nodes = np.linspace(0, width - 1, _NODES)
    half = _WINDOW * width / 2
    tones = []
    for node in nodes:
        start, stop = max(0, int(node - half)), min(width, int(node + half) + 1)
        tones.append(np.percentile(band[:, start:stop], _BRIGHTER, axis=1))
    columns = np.arange(width)
    return np.stack([np.interp(columns, nodes, row) for row in np.array(tones).T])
