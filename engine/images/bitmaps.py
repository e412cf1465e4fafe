"""Image files -> pictures in memory, or a sentence that says why not."""

import logging
import os
import struct
import sys
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import PIL.Image
import PIL.ImageOps

from engine.errors import DataError
from engine.files import open_plain
from engine.words.message import Message, reason

FORMATS = ("PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF", "PPM")  # none that runs another program
LIMIT_PIXELS = 50_000_000  # a photograph; more is a mistake or an attack
TOO_LARGE = (PIL.Image.DecompressionBombError, PIL.Image.DecompressionBombWarning)
# All that Pillow raises about what a damaged file holds:
DAMAGE = (
    *(OSError, SyntaxError, ValueError, LookupError, ArithmeticError),
    *(EOFError, struct.error, zlib.error, AssertionError),
)
_STDERR = 2
_stderr_lent = threading.Lock()
# What Pillow finds wrong comes as an error, too; where nobody listens, Python would write it out:
logging.getLogger("PIL").addHandler(logging.NullHandler())


def is_image(path: Path) -> bool:
    """Tell whether a file begins as an image that can be read does."""
    try:
        with warnings.catch_warnings(action="ignore"), open_plain(path) as file:
            PIL.Image.open(file, formats=FORMATS)
            return True
    except (*TOO_LARGE, *DAMAGE):
        return False


def open_image(path: Path) -> PIL.Image.Image:
    """Read a whole image file, turned upright as its camera noted. Raises DataError."""
    if "\0" in str(path):
        raise DataError("no_image_path", path=str(path))
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # about odd metadata, which doesn't matter
            open_plain(path) as file,
            PIL.Image.open(file, formats=FORMATS) as image,
        ):
            if image.width * image.height > LIMIT_PIXELS:
                raise PIL.Image.DecompressionBombError
            with unheard(image):
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


@contextmanager
def unheard(image: PIL.Image.Image) -> Iterator[None]:
    """Let what libtiff says of a damaged file go nowhere while it is decoded.

    It writes to stderr past Python, and what it found wrong comes as an error as well.
    """
    if image.format != "TIFF":
        yield
        return
    with _stderr_lent:
        try:
            real = os.dup(_STDERR)
        except OSError:  # a window without a console has none
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if sys.stderr:
            sys.stderr.flush()
        os.dup2(nowhere, _STDERR)
        try:
            yield
        finally:
            os.dup2(real, _STDERR)
            os.close(real)
            os.close(nowhere)
