"""Writes a dataset as a folder of PNGs, whole or not at all."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image

from engine.data.class_names import printable
from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.words.message import reason

_AT_ONCE = 50  # images are written in a few milliseconds

_BAD_NAME = re.compile(r'[<>:"/\\|?*]|^[. ]|[. ]$|^$')  # for Windows, macOS or Linux
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


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
