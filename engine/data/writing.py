"""Writes a dataset as a folder of PNGs, as arrays, a table or IDX files: whole or not at all."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from engine.data.class_names import printable
from engine.data.folder_names import LIST, as_list, folder_names, is_label
from engine.data.splits import Dataset, Split
from engine.data.writers import write_csv, write_idx, write_npz
from engine.errors import DataError
from engine.files import beside, check_replaceable
from engine.words.message import reason

_AT_ONCE = 50  # images are written in a few milliseconds


def save_as_folders(dataset: Dataset, folder: str | Path) -> None:
    """Write `dataset` as train/<class>/<number>.png and valid/<class>/<number>.png in `folder`.

    A class that no folder can be called after has another, which a list beside them tells.
    `load_dataset` reads it back with identical arrays, in the same order; only classes that don't
    stand in natural order get new numbers. The folder must be new or empty. It appears when all is
    written, so a failure leaves nothing behind. Raises DataError.
    """
    for _ in saving(dataset, folder, "folders"):
        pass


def saving(dataset: Dataset, target: str | Path, form: str) -> Iterator[int]:
    """Write `dataset` in a form of WRITERS a little at a time; give how many images are written.

    `load_dataset` reads it back as `save_as_folders` says. "npz" is a file, which is replaced if it
    is there; all others are folders, new or empty. Closed before its end, it leaves nothing behind.
    Raises DataError.
    """
    target = Path(target).absolute()
    try:
        check_replaceable(target)
        partial = beside(target)
        if form != "npz" and target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise DataError("folder_not_empty", file=target)
        try:
            yield from WRITERS[form](dataset, partial)
            if target.is_dir():
                target.rmdir()
            partial.replace(target)
        finally:
            partial.unlink() if partial.is_file() else shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise DataError("unwritable_here", file=target, reason=reason(error)) from None


def _write_folders(dataset: Dataset, folder: Path) -> Iterator[int]:
    _check_classes(dataset)
    names = folder_names(dataset.classes)
    folders = [names[label] for label in dataset.classes]
    yield from _write_split(dataset.train, folders, folder / "train")
    for written in _write_split(dataset.valid, folders, folder / "valid"):
        yield len(dataset.train) + written
    if others := {name: label for label, name in names.items() if name != label}:
        (folder / LIST).write_bytes(as_list(others))


def _check_classes(dataset: Dataset) -> None:
    trained = np.bincount(dataset.train.labels, minlength=len(dataset.classes))
    for name, count in zip(dataset.classes, trained, strict=True):
        if not is_label(name) or printable(name) != name:
            raise DataError("class_no_folder", name=name)
        if not count:
            raise DataError("class_nothing_to_write", name=name)


def _write_split(split: Split, folders: Sequence[str], folder: Path) -> Iterator[int]:
    for name in folders:
        (folder / name).mkdir(parents=True)
    digits = len(str(len(split) - 1))
    for i, (image, label) in enumerate(zip(split.images, split.labels, strict=True)):
        if i % _AT_ONCE == 0:
            yield i
        Image.fromarray(image).save(folder / folders[label] / f"{i:0{digits}}.png")
    yield len(split)


WRITERS: dict[str, Callable[[Dataset, Path], Iterator[int]]] = {
    "folders": _write_folders,
    "npz": write_npz,
    "csv": write_csv,
    "idx": write_idx,
}
