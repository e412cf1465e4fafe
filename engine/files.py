"""Writing files whole or not at all. What stands in them is their makers' business."""

import errno
import os
import secrets
from pathlib import Path


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


def beside(path: Path) -> Path:
    """Return a new hidden name in the same folder, for what is not yet whole. Raises OSError."""
    if "\0" in str(path):  # or Python would raise a ValueError
        raise OSError(errno.EINVAL, "A file's name can't hold a NUL")
    return path.with_name(f".{path.name}-{secrets.token_hex(4)}.part")
