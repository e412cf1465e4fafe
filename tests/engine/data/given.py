"""Files in memory, and the images and archives that the tests of readers make of them."""

import io
import struct
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.data.assembly import assemble
from engine.data.files import HEAD_BYTES, Files
from engine.data.formats import find_dataset
from engine.data.splits import Dataset
from engine.data.turns import FindTurn
from engine.data.watch import Progress, Watch

Bytes = NDArray[np.uint8]


class Given(Files):
    """A place with the files that a test gives it."""

    def __init__(self, content: Mapping[str, bytes], where: str = "mine") -> None:
        self.where = where
        self.fingerprint = ""
        self.names = list(content)
        self._content = content

    def read(self, name: str, watch: Watch) -> bytes:
        watch.check()
        return self._content[name]

    def head(self, name: str) -> bytes:
        return self._content[name][:HEAD_BYTES]


def unseen(*_: object) -> str | None:
    """Look at no image: how they lie isn't this test's matter."""
    return None


def load(
    content: Mapping[str, bytes],
    progress: Progress | None = None,
    as_is: bool = False,
    find_turn: FindTurn = unseen,
    where: str = "mine",
) -> Dataset:
    """Return the dataset among files, read as `load_dataset` reads a place with them."""
    files, watch = Given(content, where), Watch(progress, where)
    form, found = find_dataset(files, watch)
    assert form.name
    return assemble(found.read(files, watch), where, watch, find_turn, as_is)


def codes(dataset: Dataset) -> list[str]:
    """Return what was found, and see that all of it can be said."""
    assert all("{" not in str(finding.message) for finding in dataset.findings)
    return [finding.code for finding in dataset.findings]


def png(image: Bytes) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, "PNG")
    return buffer.getvalue()


def noise(seed: int) -> Bytes:
    return np.random.default_rng(seed).integers(0, 256, (28, 28), np.uint8)


def idx(array: NDArray[np.generic], kind: int = 8) -> bytes:
    types = {8: ">u1", 12: ">i4", 13: ">f4"}
    head = struct.pack(f">BBBB{array.ndim}I", 0, 0, kind, array.ndim, *array.shape)
    return head + array.astype(types[kind]).tobytes()
