"""A picture as rows of numbers from 0 to 1, whatever it was made of: read band by band.

Lives here: Pillow's modes, arrays' shapes, number types and ranges, and what is no picture.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.errors import DataError
from engine.words.message import reason

Array = NDArray[np.generic]
Rows = NDArray[np.uint8] | NDArray[np.float32]

_FULL_SCALES = (1.0, 2.0, 16.0, 255.0, 4095.0, 65535.0)  # what number full white usually is
_COARSE_PX = 16  # up to here even bytes may count to 16 only, as in the 8x8 digits of scikit-learn
_PRECISE = ("I", "F")  # modes of numbers in any range; all others hold bytes


@dataclass(frozen=True)
class Raster:
    """The pixels of a picture; `rows` gives some of them, (rows, width) or (rows, width, channels).

    They are bytes, with 3 channels (RGB) or 4 (RGBA) where there are any, or, of one channel alone,
    single precision from 0 to 1.
    """

    height: int
    width: int
    rows: Callable[[int, int], Rows]  # from, up to


def raster_of(source: PIL.Image.Image | Array) -> Raster:
    """Make any PIL image, or any array of numbers shaped like a picture, readable by rows.

    Nothing large is copied. Raises DataError for anything else, and for a picture without pixels.
    """
    if isinstance(source, PIL.Image.Image):
        return _raster_of_image(source)
    return _raster_of_array(_shaped(source))


def _raster_of_image(image: PIL.Image.Image) -> Raster:
    width, height = image.size
    if 0 in image.size:
        raise DataError("image_empty")
    try:
        image.load()
        if not image.mode.startswith(_PRECISE):
            return Raster(height, width, partial(_byte_rows, image))
        pixels = partial(_precise_rows, image)
        step = max(1, (1 << 20) // width)
        ends = [_range_of(pixels(at, min(at + step, height))) for at in range(0, height, step)]
    except (OSError, SyntaxError, ValueError) as error:
        raise DataError("image_broken", reason=reason(error)) from error
    low, high = min(low for low, _ in ends), max(high for _, high in ends)
    scale = _scale(low, high, _full_scale(high))
    return Raster(height, width, lambda start, stop: scale(pixels(start, stop)))


def _byte_rows(image: PIL.Image.Image, start: int, stop: int) -> Rows:
    return np.asarray(_in_plain_mode(image.crop((0, start, image.width, stop))))


def _in_plain_mode(band: PIL.Image.Image) -> PIL.Image.Image:
    if band.mode in ("L", "RGB", "RGBA"):
        return band
    if band.mode == "La":
        band = band.convert("LA")
    if band.mode in ("LA", "PA", "RGBa") or "transparency" in band.info:
        return band.convert("RGBA")
    return band.convert("L" if band.mode == "1" else "RGB")


def _precise_rows(image: PIL.Image.Image, start: int, stop: int) -> Array:
    return np.asarray(image.crop((0, start, image.width, stop)))


def _shaped(source: Array) -> Array:
    """Return an array as (height, width) or (height, width, 2 to 4 channels)."""
    try:
        array = np.asarray(source)
    except ValueError as error:
        raise DataError("rows_unequal") from error
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[:, :, 0]
    elif array.ndim == 3 and array.shape[0] == 1:
        array = array[0]
    if array.ndim not in (2, 3) or (array.ndim == 3 and array.shape[2] not in (2, 3, 4)):
        raise DataError("image_shape", shape=str(array.shape))
    if array.dtype.kind not in "buif":
        raise DataError("image_of_no_numbers", kind=str(array.dtype))
    if array.size == 0:
        raise DataError("image_empty")
    return array


def _raster_of_array(array: Array) -> Raster:
    low, high = _range_of(array)
    height, width = array.shape[:2]
    coarse = high <= 16 and max(height, width) <= _COARSE_PX
    if array.dtype == np.uint8 and high > 1 and not coarse:
        pixels = array.astype(np.uint8, copy=False)
        return Raster(height, width, lambda start, stop: _with_three(pixels[start:stop]))
    scale = _scale(low, high, _full_scale(high))
    return Raster(height, width, lambda start, stop: _with_three(scale(array[start:stop])))


def _with_three(band: Rows) -> Rows:
    """Return rows of one, three or four channels: bytes if there are several."""
    if band.ndim == 2:
        return band
    if band.dtype != np.uint8:
        band = np.rint(band * 255).astype(np.uint8)
    return band[:, :, [0, 0, 0, 1]] if band.shape[2] == 2 else band


def _range_of(array: Array) -> tuple[float, float]:
    low, high = float(array.min()), float(array.max())
    if not np.isfinite([low, high]).all():
        raise DataError("image_not_finite")
    return low, high


def _full_scale(high: float) -> float:
    return next((full for full in _FULL_SCALES if high <= full), high)


def _scale(low: float, high: float, full: float) -> Callable[[Array], NDArray[np.float32]]:
    """Return what brings numbers to [0, 1]: bool, 0..255, 0..1, -1..1, 0..2, 0..16, 0..65535."""
    if low >= 0:
        return lambda numbers: (numbers.astype(np.float64) / full).astype(np.float32)
    reach = max(-low, high)
    return lambda numbers: ((numbers.astype(np.float64) / reach + 1) / 2).astype(np.float32)
