"""Soft pictures: digits of a few pixels that were enlarged, or a camera out of focus -> firm ones.

How soft a picture is shows when it is blurred once more: a soft one loses little of its edges. The
blur is then taken back by the method of Richardson (1972) and Lucy (1974).
"""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.placing import INK_SIDE_PX

Floats = NDArray[np.float64]

_FEW_PX = 64  # what is no sharper than so many pixels to a side was enlarged from fewer
_LOST = 0.08  # greys that differ from those of the few pixels, at most
_ALIKE = 2.5 / 255  # tones that differ by less are one
_BARE = 0.15  # of a picture, that has the tone of bare paper
_OUTLINE = 0.4  # the digit is where a pixel holds this much
_BLUR_PX = 1.0  # of the look at how much is lost
_SOFT_PX = 0.5  # MNIST's own digits have 0.15 to 0.45
_LINES = 2.1  # lines lose their edges slower than areas: the blur's deviation is so much more
_ROOM_PX = 4  # of bare paper around the picture, as ink may be at its edge
_PASSES = 15
_LARGEST_PX = 256  # a digit that is a tiny part of its picture isn't worth it


def is_enlarged(grey: Floats) -> bool:
    """Tell whether a picture (height, width) is a clean one of few pixels, softly enlarged.

    It can be made again from few pixels, and its paper is wholly white or black: no camera's.
    """
    scale = _FEW_PX / max(grey.shape)
    picture = PIL.Image.fromarray(grey.astype(np.float32))
    size = [max(1, round(side * scale)) for side in picture.size]
    few = picture.resize(size, PIL.Image.Resampling.BOX)
    again = np.asarray(few.resize(picture.size, PIL.Image.Resampling.BICUBIC), np.float64)
    if np.abs(again - grey).max() > _LOST:
        return False
    dark, light = grey < grey.min() + _ALIKE, grey > grey.max() - _ALIKE
    return bool(max(dark.mean(), light.mean()) > _BARE)


def firmed(ink: Floats) -> Floats | None:
    """Return ink (height, width), 0 to 1, without its blur; None if it is firm.

    It comes back smaller, the digit 20 pixels long: more was never in it.
    """
    digit = ink > _OUTLINE
    places = np.flatnonzero(digit.any(axis=1)), np.flatnonzero(digit.any(axis=0))
    scale = INK_SIDE_PX / (max(np.ptp(place) for place in places) + 1)
    size = [max(2, round(side * scale)) for side in ink.shape[::-1]]
    if max(size) > _LARGEST_PX:
        return None
    soft_px = _softness(np.pad(_resized(ink, [2 * side for side in size]), 2 * _ROOM_PX)) / 2
    if soft_px < _SOFT_PX:
        return None
    firm = _without_blur(np.pad(_resized(ink, size), _ROOM_PX), _LINES * soft_px)
    return firm[_ROOM_PX:-_ROOM_PX, _ROOM_PX:-_ROOM_PX]


def _resized(ink: Floats, size: list[int]) -> Floats:
    picture = PIL.Image.fromarray(ink.astype(np.float32))
    shrinks = size[0] < ink.shape[1]
    way = PIL.Image.Resampling.BOX if shrinks else PIL.Image.Resampling.BICUBIC
    return np.asarray(picture.resize(size, way), np.float64).clip(0, 1)


def _softness(ink: Floats) -> float:
    """Return how soft edges are, in pixels: about the deviation of a Gaussian."""
    again = _blurred(ink, 2 * _BLUR_PX)
    lost = _edges(ink) / max(_edges(again), 1e-12)
    return float(2 * _BLUR_PX / np.sqrt(max(lost * lost - 1, 1e-6)))


def _edges(ink: Floats) -> float:
    return float((np.diff(ink, axis=0) ** 2).sum() + (np.diff(ink, axis=1) ** 2).sum())


def _without_blur(ink: Floats, deviation_px: float) -> Floats:
    found = ink
    for _ in range(_PASSES):
        wrong = ink / np.maximum(_blurred(found, deviation_px), 1e-3)
        found = np.clip(found * _blurred(wrong, deviation_px), 0, 1)
    return np.clip(1.3 * found - 0.05, 0, 1)


def _blurred(ink: Floats, deviation_px: float) -> Floats:
    """Smooth with a Gaussian; beyond the edge lies nothing."""
    down, across = (_kernel(side, deviation_px) for side in ink.shape)
    smooth: Floats = down @ ink @ across.T
    return smooth


def _kernel(side: int, deviation_px: float) -> Floats:
    apart = np.arange(side)[:, None] - np.arange(side)
    kernel: Floats = np.exp(-(apart**2) / (2 * deviation_px**2))
    kernel /= kernel.sum(axis=1, keepdims=True)
    return kernel
