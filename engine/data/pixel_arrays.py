"""Turns arrays of numbers, in any usual shape and range, into images uint8 (N, 28, 28)."""

import math
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset_images import fit_array
from engine.data.findings import Finding, changed
from engine.data.splits import SIDE_PX
from engine.data.unpacking import LIMIT_IMAGES
from engine.data.watch import Watch
from engine.errors import DataError

_PIXELS_AT_ONCE = 500 * SIDE_PX**2  # a few milliseconds
_COPIED_AT_ONCE = 4096  # images
_LARGEST_PX = 4096  # of a side: arrays are of small images, and all of it becomes floats
_FULL = (1, 16, 255, 4095, 65535)  # what number white usually is: the first that is enough
_DEVIATIONS = 16  # what numbers stay below of which their mean is taken, and whose deviation is 1
_LUMINANCE = np.array([0.299, 0.587, 0.114])  # of red, green and blue, as Pillow weighs them


class Scale(NamedTuple):
    """How numbers become greys: `low` is black, `high` is white."""

    low: float
    high: float


def scale_of(values: NDArray[Any], where: str) -> Scale:
    """Return what number is black and what number is white, going by the range of all values.

    Raises DataError for numbers that can't be greys.
    """
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
    if np.isnan(low):
        raise DataError("not_a_number", file=where)
    if low >= 0 and high <= _FULL[-1]:
        return Scale(0, next(full for full in _FULL if high <= full))
    if low >= -1.5 and (high <= 1.5 or _DEVIATIONS < high <= 255):
        return Scale(-1, 1 if high <= 1.5 else 255)
    if values.dtype == np.int8:
        return Scale(-128, 127)
    if max(-low, high) <= _DEVIATIONS:
        return Scale(low, high)
    raise DataError("no_grey_values", file=where, low=low, high=high)


def scaling(values: NDArray[Any], scale: Scale, where: str) -> list[Finding]:
    """Say so where images have to be scaled. Raises DataError for numbers that are no images."""
    height, width = _frames(values, where).shape[1:3]
    findings = []
    if (height, width) != (SIDE_PX, SIDE_PX):
        findings.append(changed("scaled", height=height, width=width))
    if scale.low not in (0, -1, -128):
        low, high = (round(value, 2) for value in scale)
        findings.append(changed("standardised", low=low, high=high))
    return findings


def to_images(values: NDArray[Any], scale: Scale, watch: Watch, where: str) -> NDArray[np.uint8]:
    """Return images uint8 (N, 28, 28) of numbers in one of these shapes.

    (N, height, width), with a channel axis of 1, 3 or 4 after or before these two or without one,
    or (N, pixels) of square images, be they columns or rows. Other sizes are scaled as
    `dataset_images` does. Raises DataError.
    """
    frames = _frames(values, where)
    if max(frames.shape[1:3]) > _LARGEST_PX:
        raise DataError("no_image_shape", file=where, shape=" x ".join(map(str, values.shape)))
    if len(frames) > LIMIT_IMAGES:
        raise DataError("too_many_images", file=where, most=LIMIT_IMAGES)
    if frames.size and frames.dtype.kind == "f" and np.isnan(frames.min()):
        raise DataError("not_a_number", file=where)
    as_it_is = frames.shape[1:] == (SIDE_PX, SIDE_PX)
    if as_it_is and frames.dtype == np.uint8 and scale == (0, 255):
        return frames
    images = np.empty((len(frames), SIDE_PX, SIDE_PX), np.uint8)
    at_once = max(1, _PIXELS_AT_ONCE // math.prod(frames.shape[1:3]))
    for start in range(0, len(frames), at_once):
        watch.tell(start, len(frames))
        greys = _greys(frames[start : start + at_once], scale)
        done = slice(start, start + len(greys))
        images[done] = greys if as_it_is else [fit_array(grey) for grey in greys]
    return images


def small(block: NDArray[np.float32]) -> NDArray[Any]:
    """Return whole numbers up to 255 as bytes: most tables have them, and they are many."""
    if block.size and block.min() >= 0 and block.max() <= 255:
        as_bytes = block.astype(np.uint8)
        if (as_bytes == block).all():
            return as_bytes
    return block


def joined(blocks: list[NDArray[Any]], pixels: int, watch: Watch) -> NDArray[Any]:
    """Return rows of numbers in one array (N, pixels): what is missing at their ends is 0.

    The list is empty then: each block is let go when it is copied, as they may be large.
    """
    row = sum(map(len, blocks))
    whole = np.zeros((row, pixels), np.result_type(*{block.dtype for block in blocks}))
    while blocks:
        watch.check()
        block = blocks.pop()[:, :pixels]
        row -= len(block)
        whole[row : row + len(block), : block.shape[1]] = block
    return whole


def copy_rows(
    images: NDArray[np.uint8], rows: NDArray[np.intp], into: NDArray[np.uint8], watch: Watch
) -> None:
    """Copy images, by their places in ascending order, a part at a time.

    `into` may be the beginning of `images`: they then move together where they lie.
    """
    for part in watch.slices(len(rows), _COPIED_AT_ONCE):
        into[part] = images[rows[part]]


def _frames(values: NDArray[Any], where: str) -> NDArray[Any]:
    """Return the numbers as (N, height, width) or (N, height, width, 3)."""
    if values.ndim == 3 and 1 in values.shape[1:]:
        values = values.reshape(len(values), -1)
    shape = values.shape
    if len(shape) == 2 and shape[1] and math.isqrt(shape[1]) ** 2 == shape[1]:
        side = math.isqrt(shape[1])
        return values.reshape(len(values), side, side)
    if len(shape) == 4 and shape[1] in (1, 3, 4) and shape[3] not in (1, 3, 4):
        return _frames(np.moveaxis(values, 1, 3), where)
    if len(shape) == 4 and shape[3] in (1, 3, 4) and 0 not in shape[1:3]:
        return values[..., 0] if shape[3] == 1 else values[..., :3]
    if len(shape) == 3 and 0 not in shape[1:]:
        return values
    raise DataError("no_image_shape", file=where, shape=" x ".join(map(str, shape)))


def _greys(frames: NDArray[Any], scale: Scale) -> NDArray[np.uint8]:
    if frames.dtype.kind == "f":  # double numbers may be too large for the others
        wide = np.promote_types(frames.dtype, np.float32)  # and half ones end at 65,504
        frames = frames.astype(wide, copy=False).clip(scale.low, scale.high)
    greys = frames @ _LUMINANCE if frames.ndim == 4 else frames
    shares = (greys.astype(np.float32) - scale.low) / (scale.high - scale.low)
    result: NDArray[np.uint8] = np.rint(np.clip(shares, 0, 1) * 255).astype(np.uint8)
    return result
