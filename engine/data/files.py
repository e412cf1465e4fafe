"""What every place that holds a dataset can do: list its files, and read one when it is asked for.

A folder, an archive, a single file: `folders` and `archives` fill this in.
"""

import io
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import IO

from engine.data.findings import Finding
from engine.data.watch import Watch

HEAD_BYTES = 1 << 16  # enough for two rows of a table of pixels

_PIECE = 4 << 20  # read in a fifth of a second even from a slow disk


def read_in_pieces(file: IO[bytes], size: int, watch: Watch) -> bytes | bytearray:
    """Return the next `size` bytes of a file, or what there is; Cancel is heard meanwhile.

    What is large can be written to: images are turned where they lie, and not held twice.
    """
    watch.check()
    piece = file.read(min(_PIECE, size))
    if len(piece) < _PIECE:
        return piece
    whole = bytearray(piece)
    while piece := file.read(min(_PIECE, size - len(whole))):
        watch.check()
        whole += piece
    return whole


class Files(ABC):
    """The files of a place by relative names with forward slashes; hidden ones don't count.

    `where` names the place in errors. `fingerprint` changes when any of the files does.
    """

    where: str
    fingerprint: str
    names: Sequence[str]
    findings: Sequence[Finding] = ()

    @abstractmethod
    def read(self, name: str, watch: Watch) -> bytes | bytearray:
        """Return a whole file. Raises DataError or OSError."""

    def opened(self, name: str, watch: Watch) -> IO[bytes]:
        """Open a file of which parts are wanted, and in which one can seek: close it.

        Raises DataError or OSError.
        """
        return io.BytesIO(self.read(name, watch))

    @abstractmethod
    def head(self, name: str) -> bytes:
        """Return a file's first 64 KB. Raises DataError or OSError."""

    def path_of(self, name: str) -> str:
        """Return what errors call one of the files."""
        return f"{self.where}/{name}"

    def close(self) -> None:  # noqa: B027 (a folder has nothing to close)
        """Let go of what is open."""
