"""Reads the files of a .tar, plain or packed with gzip, bzip2 or xz, each when it is asked for."""

import hashlib
import tarfile
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from engine.data.archives import Archive, Guard, SmallReads, clean, fingerprint_of
from engine.data.files import HEAD_BYTES, read_in_pieces
from engine.data.unpacking import DAMAGE, opened
from engine.data.watch import Watch
from engine.errors import DataError
from engine.files import open_plain

_PIECE = 1 << 20
_LARGEST_HEAD = 1 << 20  # a name can be long, but not so long
_MOST_DIGITS = 256  # in a row: a name can't have more
_DIGITS = bytes.maketrans(b"123456789", b"0" * 9)
_MOST_SHARED = 100  # headers that are said of all files; tarfile copies them for each
_IN_MEMORY = 64 << 20  # a larger one waits in a nameless temporary file


class TarFiles(Archive):
    """The files of a .tar. `close` it when all is read."""

    def __init__(self, path: Path, watch: Watch) -> None:
        """Unpack the archive at `path` and list it. Raises DataError or OSError."""
        super().__init__(path.name)
        self.fingerprint = fingerprint_of(path)
        self._watch = watch
        self._places: dict[str, tuple[int, int]] = {}  # where in the tar a file begins; its size
        guard = Guard(self.where, path.stat().st_size)
        self._tar = self._open(path, guard, watch)
        try:
            self._list(guard, watch)
        except BaseException as error:
            self._tar.close()
            if isinstance(error, DAMAGE):
                raise DataError("archive_damaged", file=self.where) from None
            raise
        self.names = list(self._places)

    def read(self, name: str, watch: Watch) -> bytes | bytearray:
        """Return a file's content."""
        start, size = self._places[name]
        self._tar.seek(start)
        return read_in_pieces(self._tar, size, watch)

    def head(self, name: str) -> bytes:
        """Return a file's first 64 KB."""
        self._watch.check()
        start, size = self._places[name]
        self._tar.seek(start)
        return self._tar.read(min(size, HEAD_BYTES))

    def close(self) -> None:
        """Close the file."""
        self._tar.close()

    def _open(self, path: Path, guard: Guard, watch: Watch) -> IO[bytes]:
        """Return the tar itself, unpacked. Nothing beyond the limit is unpacked."""
        with ExitStack() as on_failure:
            file = on_failure.enter_context(open_plain(path))
            stream = opened(file)
            if stream is file:
                guard.add(path.stat().st_size)
                on_failure.pop_all()
                return file
            whole = on_failure.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))
            try:
                while piece := stream.read(_PIECE):
                    watch.check()
                    guard.add(len(piece))
                    whole.write(piece)
            except (OSError, *DAMAGE) as error:
                if isinstance(error, OSError) and error.errno is not None:
                    raise
                raise DataError("archive_damaged", file=self.where) from None
            on_failure.pop_all()
            file.close()
            whole.seek(0)
            return whole

    def _list(self, guard: Guard, watch: Watch) -> None:
        heads = _Heads(self._tar, _LARGEST_HEAD, watch)
        shared = _SharedHeaders()
        with tarfile.TarFile(fileobj=heads, pax_headers=shared) as archive:  # type: ignore[arg-type]
            while member := archive.next():
                # or a million of them take a gigabyte:
                archive.members.clear()  # type: ignore[attr-defined]
                watch.check()
                plain = member.isfile() and not member.issparse()  # holes would unpack to anything
                guard.check_member(member.name, plain or member.isdir())
                name = clean(member.name)
                if plain and name:
                    self._take(name, (member.offset_data, member.size), watch)
            end = archive.offset
        self._tar.seek(end)
        rest = self._tar.read(tarfile.BLOCKSIZE)
        if len(rest) < tarfile.BLOCKSIZE or any(rest):  # tarfile takes damage for the end
            raise tarfile.ReadError

    def _take(self, name: str, place: tuple[int, int], watch: Watch) -> None:
        known = self._places.setdefault(name, place)
        if known is not place:
            here = self._tar.tell()
            first, second = (self._digest(one, watch) for one in (known, place))
            self._tar.seek(here)
            self._note_twice(name, first == second)

    def _digest(self, place: tuple[int, int], watch: Watch) -> bytes:
        start, size = place
        self._tar.seek(start)
        digest = hashlib.sha256()
        for part in watch.slices(size, _PIECE):
            digest.update(self._tar.read(min(_PIECE, size - part.start)))
        return digest.digest()


class _Heads(SmallReads):
    """Refuses heads with very many digits in a row, through which tarfile looks from each one."""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes of the tar. Raises ValueError, or LoadingStopped."""
        data = super().read(size)
        if b"0" * _MOST_DIGITS in data.translate(_DIGITS):
            raise ValueError
        return data


class _SharedHeaders(dict[str, str]):
    """What a tar says of all its files. Raises ValueError where that is more than any does."""

    def __setitem__(self, key: str, value: str) -> None:
        super().__setitem__(key, value)
        letters = sum(len(key) + len(value) for key, value in self.items())
        if len(self) > _MOST_SHARED or letters > _LARGEST_HEAD:
            raise ValueError
