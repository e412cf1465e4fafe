"""A pad in a screenshot, or a frame drawn around a digit: the part of a picture that counts.

What is ink in there is `paper`'s matter; frames along the very edge, `blobs`'.
"""

import numpy as np
from numpy.typing import NDArray

from engine.images.blobs import label_blobs
from engine.images.paper import SMALL_PX, otsu

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_LOOK_PX = 128  # frames are looked for among so many blocks to a side
_COVERS = (0.05, 0.97)  # of the picture; less may be the digit, more is no frame
_LONG = 0.15  # of the picture that a box must cover if it is long: bars and buttons are smaller
_STOCKY = 0.6  # the shorter side to the longer one, above which a box isn't long
_STRAIGHT = 0.9  # of each edge of a box that its frame must fill
_FULL_ROW = 0.5  # of the fullest row, that the edges of a frame hold at least
_STICKS_OUT = 0.1  # of a frame, at most: its ticks; more is no frame
_ON_SCREEN = 0.6  # of the pixels of a screenshot or a plot has one of two tones
_CORNER = 0.15  # of a side, that a round corner takes at each end
_CORNER_LEFT = 0.1  # of a side, that may be left of it one block further in
_PLAIN = 0.8  # of a pad that must be bare, or it is a thick digit around its holes
_SLIM = 0.85  # width to height below which a bare box is a digit, or covers half of the picture
_NESTED = 3  # frames in frames
_EMPTY = 0.002  # of what a frame encloses; with less ink it is none, but a boxy 0


def inside_of_frame(grey: Floats) -> Floats:
    """Return what a frame or a pad in a picture (height, width) encloses, or else all of it.

    A page below its title bar may hold the pad, and the pad a frame: the innermost counts.
    """
    for _ in range(_NESTED):
        inside = _inside(grey)
        if inside is grey:
            break
        grey = inside
    return grey


def _inside(grey: Floats) -> Floats:
    if max(grey.shape) <= SMALL_PX:
        return grey
    step = -(-max(grey.shape) // _LOOK_PX)
    high, low = _blocks(np.maximum, grey, step), _blocks(np.minimum, grey, step)
    for threshold in _thresholds(grey[::step, ::step]):
        light, dark = high > threshold, low <= threshold  # a block with a thin line in it is both
        for own, other in ((light, dark), (dark, light)):
            for blob in _largest(own):
                if found := _enclosed(blob, own, other):
                    rows, columns = (slice(part.start * step, part.stop * step) for part in found)
                    return grey[rows, columns]
    return grey


def _thresholds(grey: Floats) -> list[float]:
    """Return what parts light from dark, and, where pad and page are both, the light and the dark.

    That is looked for on screens alone, where most pixels have one of two tones.
    """
    middle = otsu(grey)
    tones = np.sort(np.bincount(np.rint(grey * 255).astype(np.intp).ravel()))
    if tones[-2:].sum() < _ON_SCREEN * grey.size:
        return [middle]
    halves = (grey[grey > middle], grey[grey <= middle])
    return [middle, *(otsu(half) for half in halves if half.size and np.ptp(half))]


def _blocks(best: np.ufunc, grey: Floats, step: int) -> Floats:
    """Return the lowest or the highest grey of each block, `step` pixels to a side."""
    rows = best.reduceat(grey, np.arange(0, grey.shape[0], step), axis=0)
    blocks: Floats = best.reduceat(rows, np.arange(0, grey.shape[1], step), axis=1)
    return blocks


def _largest(mask: Mask) -> list[Mask]:
    """Return the two largest blobs: a frame may have less ink than the digit inside."""
    labels = label_blobs(mask)
    sizes = np.bincount(labels[mask], minlength=2)
    return [labels == name for name in sizes.argsort()[:-3:-1] if sizes[name]]


def _enclosed(blob: Mask, own: Mask, other: Mask) -> tuple[slice, slice] | None:
    """Return the rows and columns inside a blob of the tone `own`, if it frames some ink.

    A pad is all of its own tone but for the ink; a frame is a line, and the ink has its tone.
    """
    rows, columns = _extent(blob, 1), _extent(blob, 0)
    box = blob[rows, columns]
    least = _COVERS[0] if min(box.shape) > _STOCKY * max(box.shape) else _LONG
    if not least < box.size / own.size < _COVERS[1] or not _is_straight(box, 0):
        return None
    if blob.sum() - box.sum() > _STICKS_OUT * blob.sum():
        return None
    bare = 1 - other[rows, columns].mean() + own[rows, columns].mean()  # edges count to both
    if bare / 2 > _PLAIN:
        if box.shape[1] < _SLIM * box.shape[0] and box.size < own.size / 2:
            return None
        line, ink = 1, other
    else:
        line, ink = _line_width(box) + 1, own
    rows = slice(rows.start + line, rows.stop - line)
    columns = slice(columns.start + line, columns.stop - line)
    inside = ink[rows, columns]
    if inside.sum() <= _EMPTY * inside.size or any(
        edge.any() for edge in _edges(inside, _CORNER_LEFT)
    ):
        return None
    return rows, columns


def _extent(blob: Mask, across: int) -> slice:
    """Return the slice from the first row (or column) with much of the blob to the last.

    Ticks that stick out of a frame are in few rows each and don't count.
    """
    amounts = blob.sum(axis=across)
    places = np.flatnonzero(amounts >= _FULL_ROW * amounts.max())
    return slice(int(places[0]), int(places[-1]) + 1)


def _line_width(box: Mask) -> int:
    """Return how many blocks wide the line of a frame is, at all four edges alike."""
    depths = range(1, min(box.shape) // 2)
    return next((depth for depth in depths if not _is_straight(box, depth)), depths.stop)


def _is_straight(box: Mask, depth: int) -> bool:
    """Tell whether a blob fills all four edges of what lies `depth` blocks inside its box."""
    inner = box[depth : box.shape[0] - depth, depth : box.shape[1] - depth]
    return all(edge.mean() >= _STRAIGHT for edge in _edges(inner, _CORNER))


def _edges(box: Mask, corner: float) -> tuple[Mask, ...]:
    """Return the top, bottom, left and right edge of a box, without so much of each end."""
    down, across = (round(corner * side) for side in box.shape)
    rows, columns = slice(down, box.shape[0] - down), slice(across, box.shape[1] - across)
    return box[0, columns], box[-1, columns], box[rows, 0], box[rows, -1]
