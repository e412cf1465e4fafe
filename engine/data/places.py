"""Opens a place that may hold a dataset, a folder or a file, by its kind and its name."""

import errno
import os
import stat
from pathlib import Path

from engine.data.archives import is_archive, is_zip
from engine.data.files import Files
from engine.data.folders import FolderFiles
from engine.data.sides import related
from engine.data.tars import TarFiles
from engine.data.watch import Watch
from engine.data.zips import ZipFiles
from engine.errors import DataError


def resolve(path: Path) -> tuple[Path, str]:
    """Return the folder or the file to open, and what is meant in it: a path, or "" for all.

    A path may go on inside an archive, or name one of several sets in a folder. Raises OSError, or
    DataError for a pipe or a device.
    """
    if "\0" in str(path):  # or Python would raise a ValueError
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    place = path
    while not place.exists() and place != place.parent:
        place = place.parent
    inside = path.relative_to(place).as_posix() if place != path else ""
    real = Path(os.path.realpath(place, strict=True))
    kind = real.stat().st_mode
    if not (stat.S_ISDIR(kind) or stat.S_ISREG(kind)) or real.is_relative_to("/proc"):
        raise DataError("neither_file_nor_folder", file=real)
    if not inside or (is_archive(real.name) and stat.S_ISREG(kind)):
        return real, inside
    if stat.S_ISDIR(kind) and any(name.startswith(inside) for name in os.listdir(real)):
        return real, inside
    return Path(os.path.realpath(path, strict=True)), ""  # raises: it isn't there


def open_place(place: Path, watch: Watch) -> Files:
    """List a folder, an archive, or what belongs to a file beside it. Raises DataError, OSError.

    `close` it when all is read.
    """
    if place.is_dir():
        return FolderFiles(place, watch)
    if is_zip(place.name):
        return ZipFiles.of(place, watch)
    if is_archive(place.name):
        return TarFiles(place, watch)
    return FolderFiles(place.parent, watch, depth=0, only=lambda name: related(name, place.name))
