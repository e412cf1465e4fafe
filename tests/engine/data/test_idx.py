"""IDX files are read as published, and told apart from anything else."""

import bz2
import gzip
import lzma
import struct
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst
from numpy.typing import NDArray

from engine.data.idx import parse_idx
from engine.data.watch import Watch
from engine.errors import DataError

Bytes = NDArray[np.uint8]


def parsed(data: bytes, name: str) -> NDArray[np.generic]:
    return parse_idx(data, name, Watch(None, name))


def to_idx(array: Bytes) -> bytes:
    """Write the format down from its description, apart from the reader."""
    head = bytes([0, 0, 8, array.ndim])
    return head + b"".join(struct.pack(">I", size) for size in array.shape) + array.tobytes()


@given(
    array=npst.arrays(np.uint8, npst.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=9)),
    packed=st.booleans(),
)
def test_what_is_written_is_read_back(array: Bytes, packed: bool) -> None:
    data = gzip.compress(to_idx(array)) if packed else to_idx(array)
    found = parsed(data, "images")
    assert found.dtype == np.uint8
    assert np.array_equal(found, array)


@given(cut=st.integers(0, 39), packed=st.booleans())
def test_a_file_cut_short_anywhere_is_refused(cut: int, packed: bool) -> None:
    whole = to_idx(np.arange(24, dtype=np.uint8).reshape(2, 3, 4))
    data = gzip.compress(whole[:cut]) if packed else whole[:cut]
    with pytest.raises(DataError, match=r"^train-images "):
        parsed(data, "train-images")


@given(cut=st.integers(2, 50))
def test_a_gz_cut_short_anywhere_is_refused(cut: int) -> None:
    packed = gzip.compress(to_idx(np.random.default_rng(0).integers(0, 255, 40, np.uint8)))
    assert len(packed) > 50
    with pytest.raises(DataError, match="incomplete"):
        parsed(packed[:cut], "train-images.gz")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        struct.pack(">BBBBI", 0, 0, 0x0A, 1, 4) + b"\0" * 16,  # no such type
        struct.pack(">BBBB", 0, 0, 8, 0),
        struct.pack(">BBBB5I", 0, 0, 8, 5, 1, 1, 1, 1, 1) + b"\0",
        to_idx(np.zeros(4, np.uint8)) + b"more",
        struct.pack(">BBBB3I", 0, 0, 8, 3, 2**31, 2**31, 2**31),
        gzip.compress(struct.pack(">BBBB3I", 0, 0, 8, 3, 60000, 280, 280)) + b"\0" * 8,
        b"\x1f\x8b" + b"\xff" * 30,
        b"",
    ],
    ids=[
        "png",
        "no type",
        "no sides",
        "five sides",
        "too long",
        "huge",
        "huge gz",
        "not gz",
        "empty",
    ],
)
def test_anything_else_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(DataError, match=r"^train-images .*: "):
        parsed(data, "train-images")


@pytest.mark.parametrize(("kind", "written"), [(9, ">i1"), (11, ">i2"), (12, ">i4"), (13, ">f4")])
def test_other_types_are_read_too(kind: int, written: str) -> None:
    array = np.arange(-6, 6).reshape(3, 4)
    head = struct.pack(">BBBB2I", 0, 0, kind, 2, 3, 4)
    assert np.array_equal(parsed(head + array.astype(written).tobytes(), "labels"), array)


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_other_packings_are_read_too(pack: Callable[[bytes], bytes]) -> None:
    assert np.array_equal(parsed(pack(to_idx(np.arange(9, dtype=np.uint8))), "a"), np.arange(9))
