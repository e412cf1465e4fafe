"""Several things side by side in a picture, as two numerals are: seen, or each made ready."""

from itertools import pairwise

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.blobs import label_blobs
from engine.images.paper import ink_on_paper
from engine.images.parting import part
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
    boxes = _blob_boxes(ink)
    parts = part(boxes)
    if len(parts) < 2:
        return [ink]
    pieces = []
    for places in parts:
        own = boxes[list(places)]
        others = np.delete(boxes, list(places), axis=0)
        left, right = own[:, 0].min(), own[:, 2].max()
        before = others[others[:, 2] <= left, 2].max(initial=0)
        behind = others[others[:, 0] >= right, 0].min(initial=ink.shape[1])
        pieces.append(ink[:, round((before + left) / 2) : round((right + behind) / 2)])
    return pieces


def _blob_boxes(ink: Floats) -> Floats:
    """Return the box around each blob of ink: (N, 4), left, top, right and bottom edge in px."""
    mask = ink > _OUTLINE
    rows, columns = np.nonzero(mask)
    names, where = np.unique(label_blobs(mask)[mask], return_inverse=True)
    boxes = np.empty((len(names), 4))
    boxes[:, :2], boxes[:, 2:] = np.inf, -np.inf
    np.minimum.at(boxes[:, 0], where, columns)
    np.minimum.at(boxes[:, 1], where, rows)
    np.maximum.at(boxes[:, 2], where, columns + 1)
    np.maximum.at(boxes[:, 3], where, rows + 1)
    return boxes


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
