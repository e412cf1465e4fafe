"""A digit of few pixels whose pixels were enlarged to blocks -> the digit of few pixels again."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_ALIKE = 2.5 / 255  # tones that differ by less are one
_LEAST_PX = 3.5  # a block's side
_FEWEST = 4  # edges between blocks, along each side
_MOST = 64  # blocks along each side; with more of them a picture is fine enough
_OFF_PX = 1.0  # an edge from its place, at most: blocks may be of 10 and 11 px by turns
_SAMPLES = 16  # rows and columns that are looked at first


def without_blocks(grey: Floats) -> Floats:
    """Return one pixel for each block of a picture (height, width); any other comes back as is."""
    rows, columns = _middles(grey), _middles(grey.T)
    return grey if rows is None or columns is None else grey[np.ix_(rows, columns)]


def _middles(grey: Floats) -> NDArray[np.intp] | None:
    """Return the middle of each block down a picture, if its rows change only where blocks end."""
    few = grey[:, :: -(-grey.shape[1] // _SAMPLES)]
    if len(_edges(few)) >= _MOST:
        return None
    edges = _edges(grey)
    if not _FEWEST <= len(edges) < _MOST:
        return None
    gaps = np.diff(edges)
    side = float(gaps[gaps < 1.5 * gaps.min()].mean())
    places = np.rint((edges - edges[0]) / side)
    side, first = np.polyfit(places, edges, 1)
    if side < _LEAST_PX or np.abs(first + side * places - edges).max() > _OFF_PX:
        return None
    middle = first % side - side / 2  # of the first block, which may be cut off by its middle
    return np.arange(middle if middle >= 0 else middle + side, len(grey), side).astype(np.intp)


def _edges(grey: Floats) -> NDArray[np.intp]:
    """Return the rows that differ from the one above."""
    return np.flatnonzero((np.abs(np.diff(grey, axis=0)) > _ALIKE).any(axis=1)) + 1
