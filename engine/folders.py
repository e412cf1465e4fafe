"""Finds the files of a dataset in a folder, and writes a dataset as a folder of PNGs.

What the files mean is `layout`'s business and their content `assembly`'s.
"""

import hashlib
import os
import re
import shutil
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from engine.errors import DataError
from engine.layout import DEPTH, is_hidden, is_wanted_file
from engine.splits import Dataset, Split

LIMIT_FILES = 1_000_000
LIMIT_BYTES = 1 << 30  # of one file

_BAD_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|^[. ]|[. ]$|^$')  # for Windows, macOS or Linux
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class FolderFiles(Mapping[str, bytes]):
    """The files below a folder that a dataset may need; a file is read when it is asked for.

    `fingerprint` changes when a file is added, removed, renamed, or written to.
    """

    def __init__(self, root: Path) -> None:
        """List the files under `root`. Raises OSError, or DataError if there are too many."""
        self._root = root
        self._names: list[str] = []
        seen = array("q")  # size and time of each file
        for name, entry in _walk(root):
            status = entry.stat()
            seen.append(status.st_size)
            seen.append(status.st_mtime_ns)
            self._names.append(name)
        names = "\n".join(self._names).encode("utf-8", "surrogatepass")
        self.fingerprint = hashlib.sha256(names + b"\0" + seen.tobytes()).hexdigest()

    def __getitem__(self, name: str) -> bytes:
        with open(f"{self._root}/{name}", "rb") as file:
            data = file.read(LIMIT_BYTES + 1)
        if len(data) > LIMIT_BYTES:
            raise DataError(f"{self._root}/{name} is larger than a gigabyte: split or remove it.")
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the relative name and the entry of each wanted file, down to `DEPTH` folders."""
    waiting = [("", 0)]
    count = 0
    while waiting:
        prefix, depth = waiting.pop()
        with os.scandir(f"{root}/{prefix}") as entries:
            for entry in entries:
                count += 1
                if is_wanted_file(entry.name):
                    yield prefix + entry.name, entry
                elif depth < DEPTH and entry.is_dir() and not is_hidden(entry.name):
                    waiting.append((f"{prefix}{entry.name}/", depth + 1))
        if count > LIMIT_FILES:
            raise DataError(f"{root} holds over a million files: choose the dataset's own folder.")


def save_as_folders(dataset: Dataset, folder: str | Path) -> None:
    """Write `dataset` as train/<class>/<number>.png and valid/<class>/<number>.png in `folder`.

    `load_dataset` reads it back with identical arrays, in the same order; only classes that don't
    stand in natural order get new numbers. The folder must be new or empty. It appears when all is
    written, so a failure leaves nothing behind. Raises DataError.
    """
    target = Path(os.path.abspath(folder))
    _check_classes(dataset)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DataError(f"{target} already holds something: choose a new or an empty folder.")
        try:
            for part, split in (("train", dataset.train), ("valid", dataset.valid)):
                _write_split(split, dataset.classes, partial / part)
            if target.exists():
                target.rmdir()
            partial.rename(target)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise DataError(
            f"{target} can't be written ({error.strerror}): choose another place or make room."
        ) from None


def _check_classes(dataset: Dataset) -> None:
    trained = np.bincount(dataset.train.labels, minlength=len(dataset.classes))
    taken: dict[str, str] = {}
    for name, count in zip(dataset.classes, trained, strict=True):
        if _BAD_NAME.search(name) or _RESERVED.fullmatch(name) or len(name.encode()) > 200:
            raise DataError(f"The class {name!r} can't be a folder's name: rename it first.")
        if taken.setdefault(name.casefold(), name) != name:
            raise DataError(
                f"The classes {taken[name.casefold()]} and {name} would be one folder on many "
                "systems: rename one."
            )
        if not count:
            raise DataError(f"The class {name} has no training images to write: add one.")


def _write_split(split: Split, classes: tuple[str, ...], folder: Path) -> None:
    for name in classes:
        (folder / name).mkdir(parents=True)
    digits = len(str(len(split) - 1))
    for i, (image, label) in enumerate(zip(split.images, split.labels, strict=True)):
        Image.fromarray(image).save(folder / classes[label] / f"{i:0{digits}}.png")
