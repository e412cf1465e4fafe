"""Tells whether a prepared image shows several things side by side, as two numerals are."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.images.blobs import label_blobs

_INK = 64  # of 255: fainter ink joins nothing
_SMALL = 0.12  # of all ink, below which a blob is a speck or a short stroke
_AS_TALL = 0.5  # of the whole: strokes of one digit that stand side by side are seldom so tall
_APART_PX = 1  # columns without ink between them


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
