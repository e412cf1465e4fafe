"""Image files -> pictures in memory, or a sentence that says why not."""

import struct
import warnings
import zlib
from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.errors import DataError

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")  # none that runs another program
LIMIT_PIXELS = 50_000_000  # a photograph; more is a mistake or an attack
TOO_LARGE = (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning)
# All that Pillow raises about what a damaged file holds:
DAMAGE = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError),
    *(EOFError, struct.error, zlib.error),
)


def open_image(path: Path) -> PIL.Image.Image:
    """Read a whole image file, turned upright as its camera noted. Raises DataError."""
    if "\0" in str(path):
        raise DataError(f"{str(path)!r} is no path: choose an image file.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd metadata, which doesn't matter here
            with PIL.Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > LIMIT_PIXELS:
                    raise PIL.Image.DecompressionBombError
                return PIL.ImageOps.exif_transpose(image)
    except PIL.UnidentifiedImageError:
        problem = "isn't an image that can be read. Choose a PNG or JPEG"
    except TOO_LARGE:
        problem = f"is too large. Make it smaller than {LIMIT_PIXELS // 10**6} megapixels first"
    except DAMAGE as error:
        reason = error.strerror if isinstance(error, OSError) else None  # the system's, if any
        problem = f"could not be read: {reason or 'it is damaged'}"
    raise DataError(f"{path} {problem}.")
