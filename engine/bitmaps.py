"""Image files -> pictures in memory, or a sentence that says why not."""

import struct
import warnings
import zlib
from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.errors import DataError

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")  # none that runs another program

_DAMAGE = (SyntaxError, ValueError, LookupError, ArithmeticError, struct.error, zlib.error)


def open_image(path: Path) -> PIL.Image.Image:
    """Read a whole image file, turned upright as its camera noted. Raises DataError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about odd metadata, which doesn't matter here
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(path, formats=FORMATS) as image:
                return PIL.ImageOps.exif_transpose(image)
    except PIL.UnidentifiedImageError:
        problem = "isn't an image that can be read. Choose a PNG or JPEG"
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
        problem = "is too large. Make it smaller than 80 megapixels first"
    except OSError as error:  # without a number it is Pillow's, about what the file holds
        problem = f"could not be read: {error.strerror or 'it is damaged'}"
    except _DAMAGE:
        problem = "could not be read: it is damaged"
    raise DataError(f"{path} {problem}.")
