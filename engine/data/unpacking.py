"""Unpacks gzip, bzip2 and xz in bounded pieces, and tells damage from other errors.

What a file says of its own size is never believed: reading ends at a limit.
"""

import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any

from engine.data.watch import Watch
from engine.errors import DataError

LIMIT_BYTES = 1 << 30  # of one file; EMNIST's largest, as IDX, has 0.6 of it
LIMIT_IMAGES = 1_000_000  # of a dataset; EMNIST's largest has 814,255
LIMIT_RATIO = 100  # unpacked to packed; images of any kind stay below 10
FREE_BYTES = 64 << 20  # what is small when packed may unpack to this, whatever the ratio
PACKED_ENDS = (".gz", ".bz2", ".xz")
DAMAGE = (
    *(zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error, EOFError),
    *(RuntimeError, ValueError, LookupError, ArithmeticError, MemoryError),
)

_PIECE = 1 << 20
_LONGEST_LINE = 1 << 17  # bytes
_MORE_LINES = 10_000  # than images: of headers and of what is left out
_HEAD = 1 << 16
_OPENERS: dict[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": lambda stream: gzip.GzipFile(fileobj=stream),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\0": lzma.LZMAFile,
}


def most_unpacked(packed_bytes: int) -> int:
    """Return to how many bytes a file or an archive of that size may unpack."""
    return min(LIMIT_BYTES, max(FREE_BYTES, LIMIT_RATIO * packed_bytes))


def opened(stream: IO[bytes]) -> IO[bytes]:
    """Return a stream of what is in `stream`, unpacked where its first bytes say that it is packed.

    `stream` must be able to seek, and stands at its beginning.
    """
    magic = stream.read(6)
    stream.seek(0)
    for sign, opener in _OPENERS.items():
        if magic.startswith(sign):
            unpacked: IO[bytes] = opener(stream)
            return unpacked
    return stream


def unpack(data: bytes | bytearray, name: str, watch: Watch) -> bytes | bytearray:
    """Return the content of a file, unpacked if it is packed. Raises DataError for damage."""
    if not data.startswith(tuple(_OPENERS)):
        return data
    whole, most = bytearray(), most_unpacked(len(data))
    try:
        with opened(io.BytesIO(data)) as stream:
            while piece := stream.read(_PIECE):
                watch.check()
                whole += piece
                if len(whole) > most:
                    raise DataError("unpacks_to_too_much", file=name, megabytes=most >> 20)
    except OSError as error:
        if error.errno is not None:
            raise
        raise DataError("damaged_file", file=name) from None
    except DAMAGE:
        raise DataError("damaged_file", file=name) from None
    return whole


def unpack_head(head: bytes) -> bytes:
    """Return the first 64 KB of what is in a file, given its first bytes; empty for damage."""
    try:
        with opened(io.BytesIO(head)) as stream:
            return stream.read1(_HEAD)  # type: ignore[attr-defined, no-any-return]
    except (OSError, *DAMAGE):
        return b""


def lines_of(data: bytes | bytearray, name: str) -> Iterator[bytes]:
    """Give the lines of a text; of one longer than any row of numbers only the beginning.

    Raises DataError for more lines than a dataset may have images, be they empty.
    """
    at, ends_in = 0, b"\n" if b"\n" in data else b"\r"  # as spreadsheets on a Mac may write
    for _ in range(LIMIT_IMAGES + _MORE_LINES):
        if at == len(data):
            return
        end = data.find(ends_in, at) + 1 or len(data)
        yield bytes(memoryview(data)[at : min(end, at + _LONGEST_LINE)])
        at = end
    raise DataError("too_many_images", file=name, most=LIMIT_IMAGES)


def is_packed(name: str) -> bool:
    """Whether a file's name says that it is packed."""
    return name.lower().endswith(PACKED_ENDS)


def without_packing(name: str) -> str:
    """Return a file's name in lower case, without .gz, .bz2 or .xz."""
    lower = name.lower()
    return next((lower.removesuffix(end) for end in PACKED_ENDS if lower.endswith(end)), lower)
