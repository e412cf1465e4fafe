"""Image files -> pictures in memory, or a sentence that says why not."""

import struct
import warnings
import zlib
from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.errors import DataError
from engine.words.message import Message, reason

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")  # none that runs another program
LIMIT_PIXELS = 50_000_000  # a photograph; more is a mistake or an attack
TOO_LARGE = (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning)
# All that Pillow raises about what a damaged file holds:
DAMAGE = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError),
    *(EOFError, struct.error, zlib.error),
)


def is_image(path: Path) -> bool:
    """Tell whether a file begins as an image that can be read does."""
    try:
        with PIL.Image.open(path, formats=FORMATS):
            return True
    except (*TOO_LARGE, *DAMAGE):
        return False


def open_image(path: Path) -> PIL.Image.Image:
    """Read a whole image file, turned upright as its camera noted. Raises DataError."""
    if "\0" in str(path):
        raise DataError("no_image_path", path=str(path))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd metadata, which doesn't matter here
            with PIL.Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > LIMIT_PIXELS:
                    raise PIL.Image.DecompressionBombError
                PIL.ImageOps.exif_transpose(image, in_place=True)
                return image
    except PIL.UnidentifiedImageError:
        raise DataError("not_an_image", file=path) from None
    except TOO_LARGE:
        most = LIMIT_PIXELS // 10**6
        raise DataError("image_too_large", file=path, megapixels=most) from None
    except DAMAGE as error:
        by_system = isinstance(error, OSError) and error.errno
        why = reason(error) if by_system else Message("damaged")
        raise DataError("image_unreadable", file=path, reason=why) from None
