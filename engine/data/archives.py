"""Reads the files of a dataset from a .zip or .tar archive into memory: nothing lands on the disk.

An archive comes from anywhere, so it is taken for hostile: names that leave it, links, devices and
sizes out of proportion are refused. What the files mean is `layout`'s business.
"""

import gzip
import io
import os
import re
import stat
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path

from engine.data.layout import is_wanted
from engine.errors import DataError

LIMIT_MEMBERS = 1_000_000
LIMIT_BYTES = 1 << 30  # unpacked; EMNIST's largest set takes 0.6 of it
LIMIT_RATIO = 100  # unpacked to packed; images of any kind stay below 10
FREE_BYTES = 64 << 20  # a small archive may unpack to this, whatever the ratio

_TAR_ENDS = (".tgz", ".tar.gz", ".tar")
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\x00")


def is_archive(path: Path) -> bool:
    """Whether the name says that `path` is an archive that `read_archive` reads."""
    return path.name.lower().endswith((*_TAR_ENDS, ".zip"))


def read_archive(path: Path) -> dict[str, bytes]:
    """Return {relative name: content} of the files in the archive that a dataset may need.

    Raises DataError for a damaged or a dangerous archive, OSError when it can't be opened.
    """
    try:
        return _read_zip(path) if path.name.lower().endswith(".zip") else _read_tar(path)
    except (zipfile.BadZipFile, tarfile.TarError, gzip.BadGzipFile, zlib.error, struct.error,
            EOFError, RuntimeError, ValueError, LookupError, ArithmeticError):  # fmt: skip
        raise DataError("archive_damaged", file=path) from None


def _read_zip(path: Path) -> dict[str, bytes]:
    files = {}
    guard = _Guard(path)
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            kind = stat.S_IFMT(member.external_attr >> 16)
            guard.check_member(member.filename, kind in (0, stat.S_IFREG, stat.S_IFDIR))
            guard.add(member.file_size)
            name = _clean(member.filename)
            if not member.is_dir() and is_wanted(name):
                files[name] = archive.read(member)
    return files


def _read_tar(path: Path) -> dict[str, bytes]:
    files = {}
    guard = _Guard(path)
    data = _unpack(path, guard)
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        for member in archive:
            plain = member.isfile() and not member.issparse()  # holes would unpack to anything
            guard.check_member(member.name, plain or member.isdir())
            name = _clean(member.name)
            content = archive.extractfile(member) if is_wanted(name) else None
            if content:
                files[name] = content.read()
        end = data[archive.offset : archive.offset + tarfile.BLOCKSIZE]
    if len(end) < tarfile.BLOCKSIZE or any(end):  # tarfile takes damage in the middle for the end
        raise tarfile.ReadError
    return files


def _unpack(path: Path, guard: "_Guard") -> bytes:
    """Return the bytes of a tar archive, plain or gzip. Nothing beyond the limit is unpacked."""
    with open(path, "rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        if not packed:
            guard.add(os.fstat(file.fileno()).st_size)
            return file.read()
        with gzip.GzipFile(fileobj=file) as unpacked:
            data = unpacked.read(guard.limit + 1)
    guard.add(len(data))
    return data


def _clean(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")  # some Windows programs write backslashes


class _Guard:
    """Counts what an archive yields and refuses what no dataset needs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._members = 0
        self._bytes = 0
        self.limit = min(LIMIT_BYTES, max(FREE_BYTES, LIMIT_RATIO * path.stat().st_size))

    def check_member(self, name: str, plain: bool) -> None:
        self._members += 1
        if self._members > LIMIT_MEMBERS:
            raise DataError("too_many_files_in_archive", file=self._path)
        if _OUTSIDE.search(name):
            raise DataError("archive_reaches_out", file=self._path, member=name)
        if not plain:
            raise DataError("archive_holds_link", file=self._path, member=name)

    def add(self, size: int) -> None:
        self._bytes += size
        if self._bytes > self.limit:
            raise DataError("archive_too_large", file=self._path, megabytes=self._bytes >> 20)
