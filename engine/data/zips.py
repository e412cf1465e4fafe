"""Reads the files of a .zip, each when it is asked for, in bounded pieces."""

import bz2
import lzma
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO, Any

from engine.data.archives import Archive, Guard, SmallReads, clean, fingerprint_of
from engine.data.files import HEAD_BYTES, read_in_pieces
from engine.data.unpacking import DAMAGE, LIMIT_BYTES
from engine.data.watch import Watch
from engine.errors import DataError
from engine.files import open_plain

_LOCAL_HEAD = 30  # bytes before a member's name
_PIECE = 1 << 20
_PACKED_HEAD = 1 << 20  # more than a block of bzip2 has
_LARGEST_DIRECTORY = 100 << 20  # of a million files with names of fifty letters
_LZMA_MEMORY = 256 << 20


class ZipFiles(Archive):
    """The files of a .zip. `close` it when all is read."""

    def __init__(self, file: IO[bytes], where: str, size: int, watch: Watch) -> None:
        """List what is in an open file of `size` bytes. Raises DataError."""
        super().__init__(where)
        self._file = file
        self._size = size
        self._watch = watch
        self._members: dict[str, zipfile.ZipInfo] = {}
        guard = Guard(where, size)
        try:
            listed = SmallReads(file, _LARGEST_DIRECTORY, watch)
            with _Listing(listed, watch) as archive:
                members = archive.infolist()
        except DAMAGE:
            raise DataError("archive_damaged", file=where) from None
        for member in members:
            watch.check()
            self._take(member, guard)
        self.names = list(self._members)

    @classmethod
    def of(cls, path: Path, watch: Watch) -> "ZipFiles":
        """Open the file at `path`. Raises DataError or OSError."""
        file = open_plain(path)
        try:
            files = cls(file, path.name, path.stat().st_size, watch)
        except BaseException:
            file.close()
            raise
        files.fingerprint = fingerprint_of(path)
        return files

    def read(self, name: str, watch: Watch) -> bytes | bytearray:
        """Return a file's content. Raises DataError where it is damaged or longer than it says."""
        member = self._members[name]
        data = self._unpacked(name, member.file_size, watch)
        if len(data) != member.file_size or _checksum(data, watch) != member.CRC:
            raise DataError("damaged_in_archive", file=self.path_of(name))
        return data

    def head(self, name: str) -> bytes:
        """Return a file's first 64 KB. Raises DataError where they are damaged."""
        self._watch.check()
        return bytes(self._unpacked(name, HEAD_BYTES, self._watch, _PACKED_HEAD)[:HEAD_BYTES])

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _take(self, member: zipfile.ZipInfo, guard: Guard) -> None:
        kind = stat.S_IFMT(member.external_attr >> 16)
        guard.check_member(member.filename, kind in (0, stat.S_IFREG, stat.S_IFDIR))
        name = clean(member.filename)
        if not name or member.is_dir():  # an empty name can't be asked
            return
        guard.add(member.file_size)
        if member.flag_bits & 1:
            raise DataError("archive_damaged", file=self.where)
        known = self._members.setdefault(name, member)
        if known is not member:
            same = (known.CRC, known.file_size) == (member.CRC, member.file_size)
            self._note_twice(name, same)

    def _unpacked(
        self, name: str, limit: int, watch: Watch, most_packed: int = LIMIT_BYTES
    ) -> bytes | bytearray:
        """Return a member's content up to `limit` bytes, or a little more."""
        member = self._members[name]
        try:
            packed = self._packed(member, min(most_packed, self._size), watch)
            if member.compress_type == zipfile.ZIP_STORED:
                return packed
            return _inflate(member.compress_type, packed, limit, watch)
        except (OSError, *DAMAGE) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            raise DataError("damaged_in_archive", file=self.path_of(name)) from None

    def _packed(self, member: zipfile.ZipInfo, most: int, watch: Watch) -> bytes | bytearray:
        """Return a member as it lies in the file, or its first bytes."""
        self._file.seek(member.header_offset)
        head = self._file.read(_LOCAL_HEAD)
        if head[:4] != b"PK\x03\x04":
            raise zipfile.BadZipFile
        name, extra = struct.unpack("<HH", head[26:30])
        self._file.seek(name + extra, 1)
        return read_in_pieces(self._file, min(member.compress_size, most), watch)


class _Listing(zipfile.ZipFile):
    """Asks, as each of a million members is listed, whether that is still wanted.

    Python's own lists all of them while it is made, and can't be stopped.
    """

    def __init__(self, file: SmallReads, watch: Watch) -> None:
        self._members = _WatchedList(watch)
        super().__init__(file)

    @property
    def filelist(self) -> list[zipfile.ZipInfo]:
        return self._members

    @filelist.setter
    def filelist(self, _: list[zipfile.ZipInfo]) -> None:
        """Keep ours: it would begin with an empty one."""


class _WatchedList(list[zipfile.ZipInfo]):
    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    def append(self, member: zipfile.ZipInfo) -> None:
        self._watch.check()
        super().append(member)


def _checksum(data: bytes | bytearray, watch: Watch) -> int:
    checksum = 0
    for part in watch.slices(len(data), _PIECE):
        checksum = zlib.crc32(memoryview(data)[part], checksum)
    return checksum


def _inflate(kind: int, packed: bytes | bytearray, limit: int, watch: Watch) -> bytearray:
    """Return what is packed; a member that goes on beyond `limit` is cut off soon after it."""
    unpacker: Any
    if kind == zipfile.ZIP_DEFLATED:
        unpacker = zlib.decompressobj(-15)
    elif kind == zipfile.ZIP_BZIP2:
        unpacker = bz2.BZ2Decompressor()
    elif kind == zipfile.ZIP_LZMA:  # two bytes of version, two of the size of five properties
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, memlimit=_LZMA_MEMORY)
        packed = packed[4:9] + b"\xff" * 8 + packed[9:]  # the head of a .lzma of unknown size
    else:
        raise NotImplementedError
    data = bytearray()
    for part in watch.slices(len(packed), _PIECE):
        waiting: Any = memoryview(packed)[part]
        while len(data) <= limit and not unpacker.eof:
            watch.check()
            most = min(_PIECE, limit + 1 - len(data))
            piece = unpacker.decompress(waiting, most)
            data += piece
            if len(piece) < most:  # it has used up what it was given
                break
            waiting = unpacker.unconsumed_tail if kind == zipfile.ZIP_DEFLATED else b""
    return data
