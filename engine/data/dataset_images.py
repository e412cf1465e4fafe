"""Turns the image files of a dataset into 28x28 greys, all of them in the same way.

A dataset shares one look, so nothing is cropped or centred here as `pixels` does for a single scan:
an image keeps its place in its frame. Pixels come from the file alone; names are `layout`'s job.
"""

import io
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from engine.data.splits import SIDE_PX
from engine.errors import DataError
from engine.images.bitmaps import DAMAGE, LIMIT_PIXELS, TOO_LARGE

LIGHT_PAPER = 160  # an edge lighter than this is paper; random or mid-grey edges stay below it

_FORMATS = ("PNG", "JPEG", "BMP", "GIF")
_FRAME = np.ones((SIDE_PX, SIDE_PX), bool)
_FRAME[1:-1, 1:-1] = False


class DatasetImage(NamedTuple):
    """A uint8 (28, 28) image, and whether the file held just these greys."""

    pixels: NDArray[np.uint8]
    exact: bool


def read_dataset_image(data: bytes, where: str) -> DatasetImage:
    """Return the image in a PNG, JPEG, BMP or GIF file's bytes, whatever its size and colours.

    A greyscale image of 28x28 is taken as it is. Any other becomes grey (luminance; transparency
    laid on white if the ink is dark, on black if it is light) and is scaled to fit into 28x28: by
    averaging areas, which keeps black paper black and gives an enlarged MNIST back unchanged. The
    shape is kept; what stays free takes the tone of the edge. Raises DataError naming `where`.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > LIMIT_PIXELS:
                raise Image.DecompressionBombError
            if image.mode == "L" and image.size == (SIDE_PX, SIDE_PX):
                return DatasetImage(np.asarray(image), exact=True)
            image.draft(None, (4 * SIDE_PX, 4 * SIDE_PX))  # a large JPEG is decoded smaller, sooner
            upright = ImageOps.exif_transpose(image)
            grey, was_grey = _grey(upright)
            return DatasetImage(_fit(grey), was_grey and upright.size == (SIDE_PX, SIDE_PX))
    except TOO_LARGE:
        raise DataError("image_too_many_pixels", file=where) from None
    except DAMAGE:
        raise DataError("image_damaged", file=where) from None


def to_ink_on_black(images: NDArray[np.uint8], exact: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return `images` (N, 28, 28), with those not `exact` (N,) inverted if they are on light paper.

    It is one decision for them all, by the median of their edges: black ink on white sheets becomes
    what MNIST and the drawing pad have, and one odd image changes nothing.
    """
    converted = images[~exact]
    if not len(converted) or np.median(converted[:, _FRAME]) < LIGHT_PAPER:
        return images
    result = images.copy()
    result[~exact] = 255 - converted
    return result


def fit_array(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a grey uint8 (H, W) array as (28, 28), scaled as `read_dataset_image` does."""
    return _fit(Image.fromarray(image))


def _grey(image: Image.Image) -> tuple[Image.Image, bool]:
    """Return the image as 8-bit greys, and whether it had nothing but greys, without loss."""
    if image.mode == "L" and not image.has_transparency_data:
        return image, True
    if image.mode.startswith("I"):  # 16 bits a pixel; Pillow's own conversion clips instead
        return Image.fromarray((np.asarray(image).astype(np.int64) >> 8).astype(np.uint8)), True
    rgba = image.convert("RGBA")
    grey = rgba.convert("RGB").convert("L")
    alpha = rgba.getchannel("A")
    if alpha.getextrema() == (255, 255):
        return grey, all(rgba.getchannel(band).tobytes() == grey.tobytes() for band in "RGB")
    weights = np.asarray(alpha, np.float64)
    ink = np.average(np.asarray(grey), weights=weights) if weights.any() else 0.0
    paper = Image.new("L", image.size, 255 if ink < 128 else 0)
    return Image.composite(grey, paper, alpha), False


def _fit(grey: Image.Image) -> NDArray[np.uint8]:
    scale = SIDE_PX / max(grey.size)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    smooth = Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    scaled = grey.resize(size, smooth)
    pixels = np.asarray(scaled)
    if size == (SIDE_PX, SIDE_PX):
        return pixels
    edge = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    sheet = Image.new("L", (SIDE_PX, SIDE_PX), int(np.median(edge)))
    sheet.paste(scaled, ((SIDE_PX - size[0]) // 2, (SIDE_PX - size[1]) // 2))
    return np.asarray(sheet)
