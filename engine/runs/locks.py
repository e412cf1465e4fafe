"""A lock on a run's folder that its process lets go of by ending, however it ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """One that is held until `release`."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        os.close(self._descriptor)


def try_lock(path: Path) -> Lock | None:
    """Return the lock, or None where another holds it. Raises OSError where there can be none."""
    return _held(os.open(path, os.O_RDWR | os.O_CREAT, 0o666))


def _held(descriptor: int) -> Lock | None:
    try:
        _try(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return Lock(descriptor)


def is_locked(path: Path) -> bool:
    """Tell whether somebody holds it, also where it may only be read. Raises OSError."""
    if not path.exists():
        return False
    try:
        lock = try_lock(path)
    except OSError:  # another user's run, or a disk that can't be written
        lock = _held(os.open(path, os.O_RDONLY))
    if lock:
        lock.release()
    return lock is None
