"""Any picture -> its greys, a float array in [0, 1] that is small enough to look at closely.

Lives here: files' modes, arrays' number types, colour, transparency. What is ink and what is paper
is `paper`'s matter.
"""

import numpy as np
import PIL.Image
import PIL.ImageOps
from numpy.typing import NDArray

from engine.errors import DataError
from engine.words.message import reason

Floats = NDArray[np.float64]

_LARGEST_PX = 800  # a longer side is shrunk first: a digit needs 20 px, a photo has thousands
_FULL_SCALES = (1.0, 2.0, 16.0, 255.0, 4095.0, 65535.0)  # what number full white usually is
_COARSE_PX = 16  # up to here even bytes may count to 16 only, as in the 8x8 digits of scikit-learn
_CLEARER = 1.5  # a colour channel must show this much more contrast than the luminance


def greys(source: PIL.Image.Image | NDArray[np.generic]) -> Floats:
    """Return a picture's greys, (height, width) from 0 (black) to 1 (white).

    Takes any PIL image, and arrays of bool, whole numbers or floats in any usual range, with the
    shape (height, width) or with 1 to 4 channels last (grey, grey + alpha, RGB, RGBA).
    Transparent pixels become the opposite of the ink. Raises DataError for anything else.
    """
    picture = _upright(source) if isinstance(source, PIL.Image.Image) else _from_array(source)
    if 0 in picture.size:
        raise DataError("image_empty")
    picture = picture.reduce(max(1, -(-max(picture.size) // _LARGEST_PX)))
    if picture.mode == "F":
        return np.asarray(picture, np.float64)
    if picture.mode == "L":
        return np.asarray(picture, np.float64) / 255
    return _clearest_channel(_without_alpha(np.asarray(picture, np.float64) / 255))


def _upright(image: PIL.Image.Image) -> PIL.Image.Image:
    """Turn a photo as its camera held it, and bring its mode down to F, L, RGB or RGBA."""
    try:
        image = PIL.ImageOps.exif_transpose(image)
    except (OSError, SyntaxError, ValueError) as error:
        raise DataError("image_broken", reason=reason(error)) from error
    if image.mode in ("I", "F") or image.mode.startswith("I;"):
        return _from_array(np.asarray(image))
    if image.mode in ("L", "RGB", "RGBA"):
        return image
    if image.mode == "La":
        image = image.convert("LA")
    if image.mode in ("LA", "PA", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


def _from_array(source: NDArray[np.generic]) -> PIL.Image.Image:
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
    unit = _to_unit_range(array)
    if unit.ndim == 2:
        return PIL.Image.fromarray(unit.astype(np.float32))
    if unit.shape[2] == 2:
        unit = unit[:, :, [0, 0, 0, 1]]
    return PIL.Image.fromarray(np.rint(unit * 255).astype(np.uint8))


def _to_unit_range(array: NDArray[np.generic]) -> Floats:
    """Scale numbers to [0, 1]: bool, 0..255, 0..1, -1..1, 0..2, 0..16, 0..65535."""
    numbers = array.astype(np.float64)
    if not np.isfinite(numbers).all():
        raise DataError("image_not_finite")
    low, high = float(numbers.min()), float(numbers.max())
    if low < 0:
        reach = max(-low, high)
        return (numbers / reach + 1) / 2
    coarse = high <= 16 and max(array.shape) <= _COARSE_PX
    if array.dtype == np.uint8 and high > 1 and not coarse:
        return numbers / 255
    return numbers / next((full for full in _FULL_SCALES if high <= full), high)


def _without_alpha(channels: Floats) -> Floats:
    """Lay a transparent picture on white if its ink is dark, on black if its ink is light."""
    if channels.shape[2] == 3:
        return channels
    colour, alpha = channels[:, :, :3], channels[:, :, 3:]
    if alpha.min() == 1 or alpha.max() == 0:
        return colour * alpha
    paper = float((colour * alpha).sum() < alpha.sum() * 1.5)
    return colour * alpha + paper * (1 - alpha)


def _clearest_channel(colour: Floats) -> Floats:
    """Return the luminance, or the one channel that shows coloured ink much better."""
    luminance: Floats = colour @ np.array([0.299, 0.587, 0.114])
    contrasts = colour.std(axis=(0, 1))
    if contrasts.max() > _CLEARER * luminance.std():
        return colour[:, :, int(contrasts.argmax())]
    return luminance
