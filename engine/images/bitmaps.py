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
from typing import IO

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
    TypeError,  # a TIFF's places of pixels as texts or fractions
)
_LARGEST = 100 << 20  # bytes of a file: Pillow reads what is beside the pixels, or all, at once
_MOST_BESIDE = 64 << 20  # bytes that are no pixels, in a larger file
_LARGEST_RAW = 8 * LIMIT_PIXELS + (1 << 20)  # of four numbers of 16 bits for each pixel
_RAW = (b"BM", b"II", b"MM", *(b"P%d" % kind for kind in range(1, 8)), b"PF", b"Pf")
_MOST_SCANS = 50  # of a JPEG; a progressive one has ten or so
_LARGEST_JPEG = 256 << 20
_PLAIN = (b"P1", b"P2", b"P3")  # pixels written as words, which Pillow reads one by one
_LARGEST_PLAIN = 4 << 20
_MOST_COMMENTS = 100
_PIECE = 1 << 20
_STDERR = 2
_stderr_lent = threading.Lock()
# What Pillow finds wrong comes as an error, too; where nobody listens, Python would write it out:
logging.getLogger("PIL").addHandler(logging.NullHandler())


def is_image(path: Path) -> bool:
    """Tell whether a file begins as an image that can be read does."""
    try:
        with warnings.catch_warnings(action="ignore"), open_plain(path) as file:
            _opened(file)
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
            _opened(file) as image,
        ):
            check_effort(image, file, path)
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


def _opened(file: IO[bytes]) -> PIL.Image.Image:
    """Begin to read an image. Raises what DAMAGE and TOO_LARGE hold: the latter for a huge file."""
    most = _LARGEST_RAW if file.read(2) in _RAW else _LARGEST
    size = os.fstat(file.fileno()).st_size
    if size > most:
        raise PIL.Image.DecompressionBombError
    file.seek(0)
    if size > _LARGEST:
        PIL.Image.open(_Beginning(file), formats=FORMATS)  # type: ignore[arg-type]
        file.seek(0)
    return PIL.Image.open(file, formats=FORMATS)


class _Beginning:
    """A file as Pillow begins to read it, when it wants none of the pixels."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._left = file, _MOST_BESIDE
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes. Raises what TOO_LARGE holds where they become too many."""
        data = self._file.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise PIL.Image.DecompressionBombError
        return data


def check_effort(image: PIL.Image.Image, file: IO[bytes], where: Path | str) -> None:
    """Raise DataError for a file that takes far longer to decode than its pixels need.

    One of too many pixels raises what TOO_LARGE holds, as Pillow itself does. `file` is the one
    from which `image` was opened; it is left where it stood.
    """
    if image.width * image.height > LIMIT_PIXELS:
        raise PIL.Image.DecompressionBombError
    at = file.tell()
    file.seek(0)
    try:
        if image.format in ("JPEG", "MPO"):
            costly = _has_many_scans(file)
        elif image.format == "PPM" and file.read(2) in _PLAIN:
            words = file.read(_LARGEST_PLAIN + 1)
            costly = len(words) > _LARGEST_PLAIN or words.count(b"#") > _MOST_COMMENTS
        else:
            costly = False
    finally:
        file.seek(at)
    if costly:
        raise DataError("image_takes_long", file=where)


def _has_many_scans(file: IO[bytes]) -> bool:
    """Count what begins a scan of a JPEG: the same two bytes mean nothing else in a scan."""
    scans = size = 0
    while piece := file.read(_PIECE):
        scans, size = scans + piece.count(b"\xff\xda"), size + len(piece)
        if scans > _MOST_SCANS or size > _LARGEST_JPEG:
            return True
    return False


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
