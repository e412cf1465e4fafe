"""Writing files whole or not at all. What stands in them is their makers' business."""

import errno
import os
import secrets
import stat
from pathlib import Path
from typing import IO

_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)  # for a pipe's writer


def write_whole(path: Path, data: bytes) -> None:
    """Replace the file `path` in one move, so that nobody ever finds half of it. Raises OSError."""
    temporary = beside(path)
    try:
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def open_plain(path: Path) -> IO[bytes]:
    """Open a file to be read. Raises OSError, also for a pipe or a device: they may never end."""
    descriptor = os.open(path, os.O_RDONLY | _NO_WAITING)
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind):
        return open(descriptor, "rb")
    os.close(descriptor)
    number = errno.EISDIR if stat.S_ISDIR(kind) else errno.ESPIPE
    raise OSError(number, os.strerror(number), str(path))


def beside(path: Path) -> Path:
    """Return a new hidden name in the same folder, for what is not yet whole. Raises OSError."""
    if "\0" in str(path):  # or Python would raise a ValueError
        raise OSError(errno.EINVAL, "A file's name can't hold a NUL")
    return path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")
