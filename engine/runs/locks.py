"""A lock on a run's folder that its process lets go of by ending, however it ends."""

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int, shared: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try(descriptor: int, shared: bool) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


_NO_WAITING = getattr(os, "O_NONBLOCK", 0)  # of a pipe that nobody writes


class Lock:
    """One that is held until `release`."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        os.close(self._descriptor)


def try_lock(path: Path) -> Lock | None:
    """Return the lock, or None where another holds it. Raises OSError where there can be none."""
    return _held(os.open(path, os.O_RDWR | os.O_CREAT, 0o666), shared=False)


def is_locked(path: Path) -> bool:
    """Tell whether somebody holds it, also where it may only be read. Raises OSError.

    On a network's disk what may only be read can be shared, but not held alone.
    """
    if not path.exists():
        return False
    if lock := _held(os.open(path, os.O_RDONLY | _NO_WAITING), shared=True):
        lock.release()
    return lock is None


def _held(descriptor: int, shared: bool) -> Lock | None:
    try:
        _try(descriptor, shared)
    except (BlockingIOError, PermissionError):  # another holds it, as Linux and as Windows say it
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    return Lock(descriptor)
