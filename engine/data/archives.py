"""Lists and reads the files of a .zip or a .tar: nothing that an archive names lands on the disk.

An archive comes from anywhere, so it is taken for hostile: names that leave it, links, devices,
sizes out of proportion, and one name for two files are refused. What it says of its sizes is
checked again while its files are unpacked.
"""

import re
from pathlib import Path
from typing import IO

from engine.data.files import Files
from engine.data.findings import noticed
from engine.data.layout import is_hidden
from engine.data.unpacking import most_unpacked
from engine.data.watch import Watch
from engine.errors import DataError

LIMIT_MEMBERS = 1_000_000
LONGEST_PATH = 4096  # characters; no system takes a longer one
_MOST_LETTERS = 100 << 20  # of all names: a million files with names of a hundred
# Of folders: a single name may have thirty thousand, and each is looked at in all others.
_DEEPEST = 32

_TAR_ENDS = (".tar", ".tgz", ".tar.gz", ".tbz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz")
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\x00")


def is_archive(name: str) -> bool:
    """Whether the name says that it is an archive of files."""
    return name.lower().endswith((*_TAR_ENDS, ".zip"))


def is_zip(name: str) -> bool:
    """Whether the name says that it is a .zip."""
    return name.lower().endswith(".zip")


def fingerprint_of(path: Path) -> str:
    """Return what changes when the file does."""
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


class SmallReads:
    """An open file as `zipfile` and `tarfile` list it: no single piece may be larger than `most`.

    A head that claims a name or a directory of gigabytes is so taken for damage: ValueError.
    """

    def __init__(self, file: IO[bytes], most: int, watch: Watch) -> None:
        self._file, self._most, self._watch = file, most, watch
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes of the file. Raises ValueError, or LoadingStopped."""
        self._watch.check()
        data = self._file.read(self._most + 1 if size < 0 else min(size, self._most + 1))
        if len(data) > self._most:
            raise ValueError
        return data


class Guard:
    """Counts what an archive yields and refuses what no dataset needs. Raises DataError."""

    def __init__(self, place: str, packed_bytes: int) -> None:
        self._place = place
        self._members = self._letters = 0
        self._bytes = 0
        self.limit = most_unpacked(packed_bytes)

    def check_member(self, name: str, plain: bool) -> None:
        """Look at one member's name, and at whether it is a plain file or folder."""
        self._members += 1
        if self._members > LIMIT_MEMBERS:
            raise DataError("too_many_files_in_archive", file=self._place)
        self._letters += len(name)
        if len(name) > LONGEST_PATH or self._letters > _MOST_LETTERS:
            raise DataError("archive_damaged", file=self._place)
        if _OUTSIDE.search(name):
            raise DataError("archive_reaches_out", file=self._place, member=name)
        if not plain:
            raise DataError("archive_holds_link", file=self._place, member=name)

    def add(self, size: int) -> None:
        """Count bytes that will be unpacked."""
        self._bytes += size
        if self._bytes > self.limit:
            raise DataError(
                "archive_too_large", file=self._place, megabytes=max(1, self._bytes >> 20)
            )


class Archive(Files):
    """What both kinds share: the names, and what becomes of a name that is there twice."""

    def __init__(self, where: str) -> None:
        self.where = where
        self._doubled: list[str] = []

    def _note_twice(self, name: str, same: bool) -> None:
        """Note that a name stands for two files: the same one twice, or two that can't be told."""
        if not same:
            raise DataError("name_of_two_files", file=self.where, name=name)
        self._doubled.append(name)
        message = noticed("names_twice", n=len(self._doubled), files=self._doubled)
        self.findings = [message]


def clean(name: str) -> str | None:
    """Return a member's name with forward slashes alone; None if it is hidden, or far too deep."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".")]
    return None if len(parts) > _DEEPEST or any(map(is_hidden, parts)) else "/".join(parts)
