"""Reads IDX, the format MNIST is published in, plain or gzip-compressed.

An IDX file: two zero bytes, a type (8 = uint8), the number of dimensions, each dimension's size as
a big-endian 32-bit number, then the bytes. Which files make a dataset is `layout`'s business.
Source: http://yann.lecun.com/exdb/mnist/
"""

import gzip
import io
import math
import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from engine.errors import DataError

LIMIT_BYTES = 1 << 30  # ten times EMNIST, the largest set people have in this format


def parse_idx(data: bytes, name: str) -> NDArray[np.uint8]:
    """Return the array in an IDX file's bytes (plain or gzip); `name` stands in error messages.

    Raises DataError when it is no IDX file of unsigned bytes, is cut short, runs on, or is huge.
    """
    if not data.startswith(b"\x1f\x8b"):
        return _parse(io.BytesIO(data), name)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as unpacked:
            return _parse(unpacked, name)
    except (OSError, EOFError, zlib.error):
        raise DataError("idx_damaged", file=name) from None


def _parse(stream: io.BytesIO | gzip.GzipFile, name: str) -> NDArray[np.uint8]:
    head = stream.read(4)
    if len(head) < 4 or head[:3] != b"\0\0\x08" or not 1 <= head[3] <= 3:
        raise DataError("not_idx", file=name)
    sizes = stream.read(4 * head[3])
    if len(sizes) < 4 * head[3]:
        raise DataError("idx_short", file=name)
    shape = struct.unpack(f">{head[3]}I", sizes)
    expected = math.prod(shape)
    if expected > LIMIT_BYTES:
        raise DataError("idx_too_large", file=name, size=expected)
    pixels = stream.read(expected + 1)
    if len(pixels) < expected:
        raise DataError("idx_short", file=name)
    if len(pixels) > expected:
        raise DataError("idx_long", file=name)
    return np.frombuffer(pixels, np.uint8).reshape(shape)
