"""Paper of several even tones, as a strip or a panel beside a digit on a screen is."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_RIM = 0.04  # the outermost part of a picture's longer side
_ALIKE = 2  # of 255: tones that differ by no more are one
_PATCH = 0.08  # of the picture's rim that each tone of paper takes at least
_ALL = 0.7  # of the rim, at least, that they take together
_CLEAR = 10 / 255  # ink is that much lighter than all paper, or darker
_INK = 0.002  # of the picture, at least
_FEWER = 0.1  # times the pixels of the ink: those at the other end of the greys


def with_one_tone(grey: Floats) -> Floats:
    """Return a picture (height, width) in which all paper has the tone that is next to the ink's.

    Papers are the even tones along the rim. One that isn't even, or has a single tone, and one
    whose ink has a tone between them or isn't found, comes back as it is.
    """
    tones = _tones(grey[rim(grey.shape)])
    if len(tones) < 2:
        return grey
    darkest, lightest = min(tones), max(tones)
    darker = float((grey < darkest - _CLEAR).mean())
    lighter = float((grey > lightest + _CLEAR).mean())
    if max(darker, lighter) < _INK or min(darker, lighter) > _FEWER * max(darker, lighter):
        return grey
    return np.maximum(grey, lightest) if lighter > darker else np.minimum(grey, darkest)


def rim(shape: tuple[int, ...]) -> Mask:
    """Return a picture's outermost pixels: wider than a frame that somebody drew."""
    width = max(1, round(max(shape) * _RIM))
    outermost = np.ones(shape, bool)
    outermost[width:-width, width:-width] = False
    return outermost


def _tones(edge: Floats) -> list[float]:
    """Return the even tones that make up a rim; none where much of it has other tones."""
    counts = np.bincount(np.rint(edge * 255).astype(np.intp), minlength=256)
    tones: list[float] = []
    together = 0
    while True:
        tone = int(counts.argmax())
        near = slice(max(0, tone - _ALIKE), tone + _ALIKE + 1)
        amount = int(counts[near].sum())
        if amount < _PATCH * edge.size:
            return tones if together >= _ALL * edge.size else []
        tones.append(tone / 255)
        together += amount
        counts[near] = 0
