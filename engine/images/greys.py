"""Any picture -> its greys, a float array in [0, 1] that is small enough to look at closely.

Lives here: which way up, colour, transparency. Modes and numbers are `raster`'s matter, size is
`shrinking`'s; what is ink and what is paper, `paper`'s.
"""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.raster import raster_of
from engine.images.shrinking import shrunk

Floats = NDArray[np.float64]

_CLEARER = 1.5  # a colour channel must show this much more contrast than the luminance
_ORIENTATION = 0x0112  # EXIF's note on how the camera was held
_TURNS = {2: (0, True), 3: (2, False), 4: (2, True), 5: (3, True), 6: (3, False)}
_TURNS |= {7: (1, True), 8: (1, False)}  # quarter turns to the left, then mirrored or not


def greys(source: PIL.Image.Image | NDArray[np.generic]) -> Floats:
    """Return a picture's greys, (height, width) from 0 (black) to 1 (white), at most 800 px long.

    Takes any PIL image, and arrays of bool, whole numbers or floats in any usual range, with the
    shape (height, width) or with 1 to 4 channels last (grey, grey + alpha, RGB, RGBA).
    Transparent pixels become the opposite of the ink. Raises DataError for anything else.
    """
    colours = shrunk(raster_of(source))
    if isinstance(source, PIL.Image.Image):
        colours = _upright(colours, source)
    return colours if colours.ndim == 2 else _clearest_channel(_without_alpha(colours))


def _upright(colours: Floats, image: PIL.Image.Image) -> Floats:
    """Turn a photo as its camera held it."""
    turns, mirrored = _TURNS.get(image.getexif().get(_ORIENTATION, 1), (0, False))
    turned = np.rot90(colours, turns)
    return np.ascontiguousarray(turned[:, ::-1] if mirrored else turned)


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
