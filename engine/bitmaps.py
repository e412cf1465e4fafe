"""Image files -> pictures in memory, or a sentence that says why not."""

import warnings
from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.errors import DataError


def open_image(path: Path) -> PIL.Image.Image:
    """Read a whole image file, turned upright as its camera noted. Raises DataError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
            with PIL.Image.open(path) as image:
                return PIL.ImageOps.exif_transpose(image)
    except PIL.UnidentifiedImageError:
        problem = "isn't an image that can be read. Choose a PNG or JPEG"
    except (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning):
        problem = "is too large. Make it smaller than 80 megapixels first"
    except (OSError, SyntaxError, ValueError) as error:
        reason = (
            error.strerror if isinstance(error, OSError) and error.strerror else "it is damaged"
        )
        problem = f"could not be read: {reason}"
    raise DataError(f"{path} {problem}.")
