"""Lists the files of a folder, and reads them. What they mean is the formats' business."""

import hashlib
import os
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from engine.data.files import HEAD_BYTES, Files, read_in_pieces
from engine.data.layout import DEPTH, is_hidden, natural_key
from engine.data.unpacking import LIMIT_BYTES
from engine.data.watch import Watch
from engine.errors import DataError
from engine.files import leads_to, open_plain

LIMIT_FILES = 1_000_000  # folders count too

_WORD = (1 << 64) - 1  # nanoseconds before 1970 or after 2262 don't fit into a signed one


class FolderFiles(Files):
    """The files below a folder, `depth` folders deep.

    `fingerprint` changes when any file there is added, removed, renamed or written to. It costs a
    look at every file's size and time, and nothing else is done until the files are needed.
    A folder that can be reached in several ways, by links to it, counts once.
    """

    def __init__(
        self,
        root: Path,
        watch: Watch,
        depth: int = DEPTH,
        only: Callable[[str], bool] = lambda name: True,
    ) -> None:
        """List the files under `root` with names that are wanted.

        Raises OSError, or DataError for too many.
        """
        self.where = root.name
        self._root = root
        self._watch = watch
        self._sizes: dict[str, int] = {}
        self._times = array("Q")
        self._list(depth, only)
        self.names = list(self._sizes)
        listing = "\n".join(self.names).encode("utf-8", "surrogatepass")
        sizes = array("q", self._sizes.values())
        seen = listing + b"\0" + self._times.tobytes() + sizes.tobytes()
        self.fingerprint = hashlib.sha256(seen).hexdigest()

    def _list(self, depth: int, only: Callable[[str], bool]) -> None:
        """Note each file with its size and time; no folder twice."""
        visited = set()
        waiting = [("", 0)]
        while waiting:
            prefix, level = waiting.pop()
            with _entries(f"{self._root}/{prefix}") as (entries, identity):
                if identity in visited:
                    continue
                visited.add(identity)
                below = []
                for entry in entries:
                    self._watch.check()
                    if is_hidden(entry.name):
                        continue
                    if only(entry.name) and leads_to(entry.is_file):  # no pipe, device
                        status = entry.stat()
                        self._sizes[prefix + entry.name] = status.st_size
                        self._times.append(status.st_mtime_ns & _WORD)
                    elif level < depth and leads_to(entry.is_dir):
                        below.append(entry.name)
            below.sort(key=natural_key, reverse=True)  # so that the first by name is the next
            waiting += [(f"{prefix}{name}/", level + 1) for name in below]
            if len(self._sizes) + len(waiting) > LIMIT_FILES:
                raise DataError("too_many_files_in_folder", file=self._root)

    def read(self, name: str, watch: Watch) -> bytes | bytearray:
        """Return a whole file. Raises DataError for a huge one, OSError."""
        with self.opened(name, watch) as file:
            return read_in_pieces(file, LIMIT_BYTES, watch)

    def opened(self, name: str, watch: Watch) -> IO[bytes]:
        """Open a file. Raises DataError for a huge one, OSError."""
        if self._sizes[name] > LIMIT_BYTES:
            raise DataError("file_too_large", file=self.path_of(name))
        return open_plain(f"{self._root}/{name}")  # it may be a pipe by now

    def head(self, name: str) -> bytes:
        """Return a file's first 64 KB. Raises OSError."""
        self._watch.check()
        with open_plain(f"{self._root}/{name}") as file:
            return file.read(HEAD_BYTES)


@contextmanager
def _entries(folder: str) -> Iterator[tuple[Iterator[os.DirEntry[str]], tuple[int, int]]]:
    """List a folder by its descriptor where the system can: its files are then looked up faster.

    Gives what names the folder by whatever path, too.
    """
    if os.scandir not in os.supports_fd:
        status = os.stat(folder)
        with os.scandir(folder) as entries:
            yield entries, (status.st_dev, status.st_ino)
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        status = os.fstat(descriptor)
        with os.scandir(descriptor) as entries:
            yield entries, (status.st_dev, status.st_ino)
    finally:
        os.close(descriptor)
