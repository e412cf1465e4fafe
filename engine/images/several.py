"""Several things side by side in a picture, as two numerals are: seen, or each made ready."""

from itertools import pairwise

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.blobs import label_blobs
from engine.images.paper import ink_on_paper
from engine.images.parting import along, part
from engine.images.pixels import digit_image, picture_greys, prepare_image
from engine.images.placing import SIDE_PX

_INK = 64  # of 255: fainter ink joins nothing
_SMALL = 0.12  # of all ink, below which a blob is a speck or a short stroke
_AS_TALL = 0.5  # of the whole: strokes of one digit that stand side by side are seldom so tall
_APART_PX = 1  # columns without ink between them
_OUTLINE = 0.4  # a blob of a picture's ink begins where a pixel holds this much

Floats = NDArray[np.float64]


def prepare_several(source: PIL.Image.Image | NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return each digit of a picture as `prepare_image` would: uint8 (N, 28, 28), left to right.

    Ink that lies apart is digits of their own; a picture of one digit gives that one, a blank one
    none. Dots and dashes are left out; more than 12 things side by side are one. Raises DataError
    for what is no picture.
    """
    grey = picture_greys(source)
    if grey.shape == (SIDE_PX, SIDE_PX):  # it may be ready
        images = [prepare_image(source)]
    else:
        ink = ink_on_paper(grey)
        images = [digit_image(digit) for digit in _digits(ink)]
    return np.array([image for image in images if image.any()], np.uint8).reshape(-1, 28, 28)


def _digits(ink: Floats) -> list[Floats]:
    """Cut ink (height, width) into a piece for each digit, with its soft edges."""
    mask = ink > _OUTLINE
    rows, columns = np.nonzero(mask)
    if not len(rows):
        return [ink]
    _, where = np.unique(label_blobs(mask)[mask], return_inverse=True)
    digits, lean, spans = part(np.stack((columns, rows), axis=1).astype(np.float64), where)
    if len(digits) < 2:
        return [ink]
    grid: Floats = np.indices(ink.shape).astype(np.float64)
    place = along(grid[1], grid[0], lean)
    pieces = []
    for places in digits:
        own, others = spans[list(places)], np.delete(spans, list(places), axis=0)
        left, right = own[:, 0].min(), own[:, 1].max()
        before = others[others[:, 1] <= left, 1].max(initial=place.min() - 1)
        behind = others[others[:, 0] >= right, 0].min(initial=place.max() + 1)
        is_own = (place > (before + left) / 2) & (place < (right + behind) / 2)
        pieces.append(np.where(is_own, ink, 0.0))
    return pieces


def shows_several(image: NDArray[np.uint8]) -> bool:
    """Tell of an image uint8 (28, 28) whether things of like height stand apart, side by side."""
    mask = image >= _INK
    labels = label_blobs(mask)
    names, counts = np.unique(labels[mask], return_counts=True)
    rows = np.flatnonzero(mask.any(axis=1))
    spans = []
    for name in names[counts > _SMALL * counts.sum()]:
        tall = np.flatnonzero((labels == name).any(axis=1))
        if np.ptp(tall) + 1 >= _AS_TALL * (np.ptp(rows) + 1):
            wide = np.flatnonzero((labels == name).any(axis=0))
            spans.append((int(wide[0]), int(wide[-1])))
    spans.sort()
    return any(right[0] - left[1] > _APART_PX for left, right in pairwise(spans))
