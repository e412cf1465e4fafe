"""Reads IDX, the format MNIST is published in, plain or packed.

An IDX file: two zero bytes, a type (8 = uint8), the number of dimensions, each dimension's size as
a big-endian 32-bit number, then the values. Which files make a dataset is `idx_sets`' business.
Source: http://yann.lecun.com/exdb/mnist/
"""

import math
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.unpacking import LIMIT_BYTES, unpack
from engine.data.watch import Watch
from engine.errors import DataError

_TYPES = {8: ">u1", 9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def parse_idx(data: bytes | bytearray, name: str, watch: Watch) -> NDArray[Any]:
    """Return the array in an IDX file's bytes, plain or packed; `name` stands in error messages.

    Raises DataError when it is no IDX file, is cut short, runs on, or is huge.
    """
    content = unpack(data, name, watch)
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] not in _TYPES:
        raise DataError("not_idx", file=name)
    dimensions = content[3]
    start = 4 + 4 * dimensions
    if not 1 <= dimensions <= 4:
        raise DataError("not_idx", file=name)
    if len(content) < start:
        raise DataError("idx_short", file=name)
    shape = struct.unpack(f">{dimensions}I", content[4:start])
    kind = np.dtype(_TYPES[content[2]])
    expected = math.prod(shape) * kind.itemsize
    if expected > LIMIT_BYTES:
        raise DataError("idx_too_large", file=name, size=expected)
    if len(content) - start < expected:
        raise DataError("idx_short", file=name)
    if len(content) - start > expected:
        raise DataError("idx_long", file=name)
    return np.frombuffer(content, kind, offset=start).reshape(shape)
