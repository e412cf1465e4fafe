"""Any bitmap of a digit (a scan, a photo, a screenshot) -> 28x28 as MNIST's makers would have it.

Lives here: cropping, the line's width, scaling and placing. `greys` reads the picture,
`frame` finds the part that counts and `paper` the ink on it; drawn strokes never
become bitmaps (`ink`).
"""

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from engine.images.blocks import without_blocks
from engine.images.frame import inside_of_frame
from engine.images.greys import greys
from engine.images.paper import ink_is_dark, ink_on_paper
from engine.images.placing import CENTRE_PX, INK_SIDE_PX, SIDE_PX, centre_of_mass, fitted_side, trim

Floats = NDArray[np.float64]

_FINE = 4  # the digit is worked on at this many times its final size
_OUTLINE = 0.4  # the ink's box begins where a pixel holds this much
_WIDTHS_PX = (1.7, 3.9)  # MNIST's lines; thinner and thicker ones are brought near
_THINNEST = 1.5  # a line's least width, in pixels of the shrunk picture, that it gets before
_PASSES = 3


def prepare_image(source: PIL.Image.Image | NDArray[np.generic]) -> NDArray[np.uint8]:
    """Return uint8 (28, 28), 0 paper and 255 ink, of a picture that shows one digit.

    Dark on light or light on dark, any size, mode or number type (`greys.greys`). A picture
    that already is as MNIST's comes back unchanged, a blank one all 0. Raises DataError for what
    is no picture.
    """
    grey = picture_greys(source)
    if grey.shape == (SIDE_PX, SIDE_PX):
        ready = _to_bytes(1 - grey if ink_is_dark(grey) else grey)
        if _is_placed(ready):
            return ready
    return digit_image(ink_on_paper(grey))


def picture_greys(source: PIL.Image.Image | NDArray[np.generic]) -> Floats:
    """Return the greys (height, width), 0 black to 1 white, of the part of a picture that counts.

    A digit of few pixels that were enlarged to blocks comes back as those pixels.
    """
    return without_blocks(inside_of_frame(greys(source)))


def digit_image(ink: Floats) -> NDArray[np.uint8]:
    """Return uint8 (28, 28) of a digit's ink (height, width), 0 paper to 1 full ink."""
    for work in (_cropped, _fine, _with_usual_width, _cropped):
        if not (ink > _OUTLINE).any():  # blank, or nothing is left that could be seen
            return np.zeros((SIDE_PX, SIDE_PX), np.uint8)
        ink = work(ink)
    image = _placed(ink)
    return _to_bytes(image / image.max())


def _to_bytes(ink: Floats) -> NDArray[np.uint8]:
    return np.rint(np.clip(ink, 0, 1) * 255).astype(np.uint8)


def _is_placed(image: NDArray[np.uint8]) -> bool:
    """Tell whether a digit already is as MNIST's are: 20 px long, centred, on clean paper."""
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    if not len(rows):
        return False
    sides = np.ptp(rows) + 1, np.ptp(columns) + 1
    off = np.abs(centre_of_mass(image.astype(np.float64)) - CENTRE_PX).max()
    return max(sides) == INK_SIDE_PX and bool(off < 0.55)


def _cropped(ink: Floats) -> Floats:
    """Cut the picture down to its ink."""
    rows = np.flatnonzero((ink > _OUTLINE).any(axis=1))
    columns = np.flatnonzero((ink > _OUTLINE).any(axis=0))
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _fine(ink: Floats) -> Floats:
    """Scale the ink to 80 px, with room around it, and make the edges of an enlarged one firm."""
    scale = _FINE * INK_SIDE_PX / max(ink.shape)
    padded = _wide_enough(np.pad(ink, 2), 1 / scale)
    size = [max(1, round(side * scale)) for side in padded.shape[::-1]]
    picture = PIL.Image.fromarray(padded.astype(np.float32))
    fine = np.asarray(picture.resize(size, PIL.Image.Resampling.BICUBIC), np.float64)
    firm = np.clip(scale / 2, 1, 2.5)
    firmed: Floats = np.clip((fine - 0.5) * firm + 0.5, 0, 1)
    return firmed


def _wide_enough(ink: Floats, least_px: float) -> Floats:
    """Widen lines that would vanish where so many pixels become one."""
    lacking = _THINNEST * least_px - _line_width(ink)
    if lacking <= 0:
        return ink
    return _spread(np.pad(ink, int(np.ceil(lacking / 2))), lacking / 2)


def _with_usual_width(ink: Floats) -> Floats:
    """Thicken a hairline and thin a marker's line until MNIST has the like."""
    width_px = _line_width(ink) / _FINE
    wanted_px = float(np.clip(width_px, *_WIDTHS_PX))
    reach = abs(wanted_px - width_px) / 2 * _FINE
    if reach < 0.1:
        return ink
    ink = np.pad(ink, int(np.ceil(reach)) + 1)
    return _spread(ink, reach) if wanted_px > width_px else 1 - _spread(1 - ink, reach)


def _line_width(ink: Floats) -> float:
    """Return the mean width of the lines in pixels: twice the area over the outline's length."""
    across = np.diff(np.pad(ink, 1), axis=1)[:-1]
    down = np.diff(np.pad(ink, 1), axis=0)[:, :-1]
    return float(2 * ink.sum() / np.hypot(across, down).sum())


def _spread(ink: Floats, reach: float) -> Floats:
    """Grow the ink by `reach` pixels in all directions."""
    whole = int(np.ceil(reach))
    padded = np.pad(ink, whole)
    grown = ink
    for down in range(-whole, whole + 1):
        for across in range(-whole, whole + 1):
            weight = reach + 0.5 - float(np.hypot(down, across))
            if weight > 0:
                rows = slice(whole + down, whole + down + ink.shape[0])
                columns = slice(whole + across, whole + across + ink.shape[1])
                grown = np.maximum(grown, padded[rows, columns] * min(weight, 1))
    return grown


def _placed(ink: Floats) -> Floats:
    """Lay the ink into (28, 28): the longest side 20 px, the centre of mass on (14, 14)."""
    height, width = ink.shape
    sides = np.array([width, height], np.float64)
    centre = centre_of_mass(ink) + 0.5
    for _ in range(_PASSES):
        shares = zip(centre / sides, sides, strict=True)
        scale = min(fitted_side(float(share)) / float(side) for share, side in shares)
        start = np.clip(CENTRE_PX - centre * scale, -0.5, SIDE_PX - 0.5 - sides * scale)
        columns, rows = _shares(start[0], scale, width), _shares(start[1], scale, height)
        image: Floats = rows.T @ ink @ columns
        trim(image, start)
        centre = (centre_of_mass(image) - start) / scale
    return image


def _shares(start: float, scale: float, count: int) -> Floats:
    """Return how much of each of 28 pixels each of `count` finer ones covers, (count, 28)."""
    edges = start + 0.5 + scale * np.arange(count + 1)[:, None]
    before = np.clip(edges - np.arange(SIDE_PX), 0, 1)
    covered: Floats = np.diff(before, axis=0)
    return covered
