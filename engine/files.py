"""Writing files whole or not at all, and what becomes of those that are damaged or left behind.

What stands in them is their makers' business.
"""

import errno
import os
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from itertools import count
from pathlib import Path
from typing import IO

DAMAGED = ".damaged-"  # in the names of files that were put aside
_PART = ".part"
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # for a pipe's writer
_LONGEST_NAME = 255 - len(f".-01234567{_PART}")  # bytes
_OLD_S = 60.0  # whoever wrote a part then writes it no more


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file `path` in one move, so that nobody ever finds half of it. Raises OSError."""
    with replaced_whole(path) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_through(file: FileIO, data: bytes) -> None:
    """Write all of it. Raises OSError, after which nothing more is written.

    A file with a buffer, which this one has not, tries again when it is cut or closed.
    """
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


@contextmanager
def replaced_whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a new file, which takes the place of `path` once all is in it, and goes after an error.

    Raises OSError, also where a pipe or a device is there: whoever may write to /dev could
    otherwise put a file in the place of one.
    """
    check_replaceable(path)
    temporary = beside(path)
    try:
        with open(temporary, "xb") as file:
            yield file
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def check_replaceable(path: Path) -> None:
    """Raise OSError where a pipe or a device stands, or what a link to it leads to."""
    try:
        kind = os.stat(path).st_mode
    except (OSError, ValueError):  # nothing that could be replaced
        return
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))


def open_plain(path: Path | str) -> IO[bytes]:
    """Open a file to be read. Raises OSError, also for a pipe or a device: they may never end."""
    descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
    status = os.fstat(descriptor)
    if stat.S_ISREG(status.st_mode) and not _is_made_up(path, status):
        return open(descriptor, "rb")
    os.close(descriptor)
    number = errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.ESPIPE
    raise OSError(number, os.strerror(number), str(path))


def _is_made_up(path: Path | str, status: os.stat_result) -> bool:
    """Tell whether the system writes a file while it is read, and may wait with it."""
    return not status.st_size and os.path.realpath(path).startswith("/proc/")


def beside(path: Path) -> Path:
    """Return a new hidden name in the same folder, for what is not yet whole.

    What a killed process left of an earlier try is removed. Raises OSError.
    """
    if "\0" in str(path):  # or Python would raise a ValueError
        raise OSError(errno.EINVAL, "A file's name can't hold a NUL")
    if not path.name:  # "/", or "" for the folder at hand
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with suppress(FileNotFoundError):
        os.lstat(path)  # or a name that is too long would be refused once all is written
    _remove_old(_parts_of(path))
    return path.with_name(f"{_part_start(path)}{secrets.token_hex(4)}{_PART}")


def is_same(path: Path, other: Path) -> bool:
    """Tell whether two names, links among them, lead to one file; neither need be there."""
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):
        return False


def remove(path: Path) -> None:
    """Remove a file, a folder with all that is in it, or a link alone. Raises OSError."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def read_whole(path: Path, most_bytes: int) -> bytes:
    """Return what stands in a file. Raises OSError, also for one that is larger or no file."""
    with open_plain(path) as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        raise OSError(errno.EFBIG, "Too large")
    return data


def leads_to(kind: Callable[[], bool]) -> bool:
    """Tell whether an entry of a folder is of a kind: `leads_to(entry.is_dir)`.

    A link that leads back to itself is of none, and one that can't be followed neither.
    """
    try:
        return kind()
    except OSError:
        return False


def put_aside(path: Path) -> Path:
    """Give a damaged file a name that says so, sketch.damaged-1.svg, and return it.

    Raises OSError.
    """
    names = (f"{path.stem}{DAMAGED}{number}{path.suffix}" for number in count(1))
    aside = next(path.with_name(name) for name in names if not os.path.lexists(path.parent / name))
    os.rename(path, aside)
    return aside


def clear_parts(folder: Path) -> None:
    """Remove, in a folder of the program's own, what killed processes left half written.

    What cannot be removed stays.
    """
    for place, folders, files in os.walk(folder):
        parts = [name for name in (*folders, *files) if _is_part(name)]
        _remove_old(Path(place, name) for name in parts)


def _is_part(name: str) -> bool:
    return name.startswith(".") and name.endswith(_PART)


def _parts_of(path: Path) -> Iterator[Path]:
    try:
        names = os.listdir(path.parent)
    except OSError:
        return
    start = _part_start(path)
    for name in names:
        if _is_part(name) and name.startswith(start) and len(name) == len(start) + 8 + len(_PART):
            yield path.with_name(name)


def _part_start(path: Path) -> str:
    """Return how the names of its parts begin; a name may have no more than 255 bytes in all."""
    name = path.name[:_LONGEST_NAME]
    while len(os.fsencode(name)) > _LONGEST_NAME:
        name = name[:-1]
    return f".{name}-"


def _remove_old(parts: Iterator[Path]) -> None:
    for part in parts:
        try:
            if time.time() - os.lstat(part).st_mtime < _OLD_S:
                continue
            remove(part)
        except OSError:
            pass
