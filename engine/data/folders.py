"""Finds the files of a dataset in a folder, and writes a dataset as a folder of PNGs.

What the files mean is `layout`'s business and their content `assembly`'s.
"""

import hashlib
import os
import re
import shutil
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import numpy as np
from PIL import Image

from engine.data.class_names import printable
from engine.data.layout import DEPTH, is_hidden, is_wanted
from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.words.message import reason

LIMIT_FILES = 1_000_000
LIMIT_BYTES = 1 << 30  # of one file
_AT_ONCE = 50  # images are written in a few milliseconds

_BAD_NAME = re.compile(r'[<>:"/\\|?*]|^[. ]|[. ]$|^$')  # for Windows, macOS or Linux
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class FolderFiles(Mapping[str, bytes]):
    """The files below a folder that a dataset may need; a file is read when it is asked for.

    `fingerprint` changes when any file there is added, removed, renamed or written to. It costs a
    look at every file's size and time, and nothing else is done until the files are needed.
    """

    def __init__(self, root: Path) -> None:
        """List the files under `root`. Raises OSError, or DataError for too many or too large."""
        self._root = root
        names: list[str] = []
        seen = array("q")  # size and time of each file
        waiting = [("", 0)]
        while waiting:
            prefix, depth = waiting.pop()
            with _entries(f"{root}/{prefix}") as entries:
                for entry in entries:
                    if entry.is_file():  # no pipe, no device, no link to nothing
                        status = entry.stat()
                        seen.append(status.st_size)
                        seen.append(status.st_mtime_ns)
                        names.append(prefix + entry.name)
                    elif depth < DEPTH and entry.is_dir() and not is_hidden(entry.name):
                        waiting.append((f"{prefix}{entry.name}/", depth + 1))
            if len(names) > LIMIT_FILES:
                raise DataError("too_many_files_in_folder", file=root)
        listing = "\n".join(names).encode("utf-8", "surrogatepass")
        self.fingerprint = hashlib.sha256(listing + b"\0" + seen.tobytes()).hexdigest()
        self._names, self._seen = names, seen

    @cached_property
    def _sizes(self) -> dict[str, int]:
        return dict(zip(self._names, self._seen[::2], strict=True))

    def __getitem__(self, name: str) -> bytes:
        if self._sizes[name] > LIMIT_BYTES:
            raise DataError("file_too_large", file=f"{self._root}/{name}")
        with open(f"{self._root}/{name}", "rb") as file:
            return file.read()

    def __iter__(self) -> Iterator[str]:
        return filter(is_wanted, self._sizes)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """List a folder by its descriptor where the system can: its files are then looked up faster."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def save_as_folders(dataset: Dataset, folder: str | Path) -> None:
    """Write `dataset` as train/<class>/<number>.png and valid/<class>/<number>.png in `folder`.

    `load_dataset` reads it back with identical arrays, in the same order; only classes that don't
    stand in natural order get new numbers. The folder must be new or empty. It appears when all is
    written, so a failure leaves nothing behind. Raises DataError.
    """
    for _ in saving_as_folders(dataset, folder):
        pass


def saving_as_folders(dataset: Dataset, folder: str | Path) -> Iterator[int]:
    """Do what `save_as_folders` does a little at a time; give how many images are written.

    Closed before its end, it leaves nothing behind.
    """
    target = Path(os.path.abspath(folder))
    _check_classes(dataset)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DataError("folder_not_empty", file=target)
        try:
            yield from _write_split(dataset.train, dataset.classes, partial / "train")
            for written in _write_split(dataset.valid, dataset.classes, partial / "valid"):
                yield len(dataset.train) + written
            if target.exists():
                target.rmdir()
            partial.rename(target)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise DataError("unwritable_here", file=target, reason=reason(error)) from None


def _check_classes(dataset: Dataset) -> None:
    trained = np.bincount(dataset.train.labels, minlength=len(dataset.classes))
    taken: dict[str, str] = {}
    for name, count in zip(dataset.classes, trained, strict=True):
        shown = printable(name)  # with a "?" where it can't be
        if _BAD_NAME.search(shown) or _RESERVED.fullmatch(name) or len(name.encode()) > 200:
            raise DataError("class_no_folder", name=name)
        if taken.setdefault(name.casefold(), name) != name:
            raise DataError("classes_one_folder", first=taken[name.casefold()], second=name)
        if not count:
            raise DataError("class_nothing_to_write", name=name)


def _write_split(split: Split, classes: tuple[str, ...], folder: Path) -> Iterator[int]:
    for name in classes:
        (folder / name).mkdir(parents=True)
    digits = len(str(len(split) - 1))
    for i, (image, label) in enumerate(zip(split.images, split.labels, strict=True)):
        if i % _AT_ONCE == 0:
            yield i
        Image.fromarray(image).save(folder / classes[label] / f"{i:0{digits}}.png")
    yield len(split)
