"""Turns the image files of a dataset into 28x28 greys, all of them in the same way.

A dataset shares one look, so nothing is cropped or centred here as `pixels` does for a single scan:
an image keeps its place in its frame. Pixels come from the file alone; names are `layout`'s job.
"""

import io
import warnings

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageOps

from engine.data.splits import SIDE_PX
from engine.errors import DataError
from engine.images.bitmaps import DAMAGE, FORMATS, TOO_LARGE, check_effort, unheard

LIGHT_PAPER = 160  # an edge lighter than this is paper; random or mid-grey edges stay below it

_DRAFT_PX = 4 * SIDE_PX  # a large JPEG is decoded smaller, sooner
FRAME = np.ones((SIDE_PX, SIDE_PX), bool)  # the pixels at the edge of an image
FRAME[1:-1, 1:-1] = False


def read_dataset_image(data: bytes | bytearray, where: str) -> NDArray[np.uint8]:
    """Return the image in a file's bytes as uint8 (28, 28), whatever its size and colours.

    A greyscale image of 28x28 is taken as it is. Any other becomes grey (luminance; transparency
    laid on white if the ink is dark, on black if it is light) and is scaled to fit into 28x28: by
    averaging areas, which keeps black paper black and gives an enlarged MNIST back unchanged. The
    shape is kept; what stays free takes the tone of the edge. Raises DataError naming `where`.
    """
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # about odd metadata, which doesn't matter
            io.BytesIO(data) as file,
            Image.open(file, formats=FORMATS) as image,
        ):
            check_effort(image, file, where)
            if image.mode == "L" and image.size == (SIDE_PX, SIDE_PX):
                with unheard(image):
                    return np.asarray(image)
            image.draft(None, (_DRAFT_PX, _DRAFT_PX))
            with unheard(image):
                ImageOps.exif_transpose(image, in_place=True)
            return _transparent(image) if image.has_transparency_data else _fit(_grey(image))
    except TOO_LARGE:
        raise DataError("image_too_many_pixels", file=where) from None
    except (*DAMAGE, MemoryError):
        raise DataError("image_damaged", file=where) from None


def light_paper(images: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell of each image (N, 28, 28), going by the median of its edge, whether its paper is light.

    None of them is read: shirts and letters have paper as digits do.
    """
    lighter: NDArray[np.bool_] = np.median(images[:, FRAME], axis=1) >= LIGHT_PAPER
    return lighter


def fit_array(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a grey uint8 (H, W) array as (28, 28), scaled as `read_dataset_image` does."""
    return _fit(Image.fromarray(np.ascontiguousarray(image)))


def _grey(image: Image.Image) -> Image.Image:
    """Return an image without transparency as 8-bit greys; Pillow's own clips what has more."""
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode == "I":  # 16 bits, by the formats that are read; a TIFF may have bytes in 32
        whole = np.asarray(image).clip(0, 65535)
        are_bytes = image.format == "TIFF" and whole.max() <= 255
        return Image.fromarray((whole if are_bytes else whole >> 8).astype(np.uint8))
    if image.mode == "F":
        numbers = np.nan_to_num(np.asarray(image))
        full = next((full for full in (1.0, 255.0) if numbers.max() <= full), 65535.0)
        return Image.fromarray((numbers / full * 255).clip(0, 255).astype(np.uint8))
    return image.convert("L")


def _transparent(image: Image.Image) -> NDArray[np.uint8]:
    """Return an image laid on white if its ink is dark, on black if it is light; (28, 28)."""
    layered = image if image.mode in ("LA", "RGBA") else image.convert("RGBA")
    alpha = layered.getchannel("A")
    seen = ImageChops.multiply(layered.convert("L"), alpha)  # on black
    if 2 * _sum(seen) < _sum(alpha):
        seen = ImageChops.add(seen, ImageChops.invert(alpha))
    return _fit(seen)


def _sum(grey: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(grey.histogram()))


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
