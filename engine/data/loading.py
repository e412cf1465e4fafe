"""The one door to labelled images: `load_dataset` finds the reader for what it is given.

`Split` and `Dataset` are defined in `splits`; each source has a file of its own.
"""

import os
from pathlib import Path

import numpy as np

from engine.data import cache
from engine.data.archives import is_archive, read_archive
from engine.data.assembly import Progress, read_idx_set, read_images
from engine.data.bundled import load_mnist, load_mnist_sample
from engine.data.drawings import load_own, load_own_with_mnist
from engine.data.folders import FolderFiles, save_as_folders
from engine.data.layout import natural_key
from engine.data.splits import Dataset, Split
from engine.errors import DataError
from engine.words.message import reason

__all__ = [
    "BUNDLED",
    "OWN",
    "Dataset",
    "Progress",
    "Split",
    "load_dataset",
    "mix",
    "save_as_folders",
]

BUNDLED = {"mnist_sample": load_mnist_sample, "mnist": load_mnist}
OWN = {"my_digits": load_own, "my_digits+mnist": load_own_with_mnist}


def load_dataset(name_or_path: str | Path, progress: Progress | None = None) -> Dataset:
    """Return the bundled set or the user's own of that name, or the one in a folder or archive.

    A folder or archive (.tgz, .tar.gz, .tar, .zip) holds train/<class>/ and valid/<class>/ with
    PNG, JPEG, BMP or GIF files, or MNIST's four IDX files, plain or .gz; folders around them don't
    matter. Valid may be called validation, val, test or testing. Without it, a fifth of each class
    is held out by a rule that gives the same split every time (`assembly.hold_out`). Images that
    aren't 28x28 grey are converted (`dataset_images`). What is slow to read is cached.

    While images are read, `progress(done, all)` is called now and then in the same thread; when it
    returns False, loading stops. Raises DataError, then too, with a sentence fit to be shown.
    """
    if isinstance(name_or_path, str) and name_or_path in BUNDLED:
        return BUNDLED[name_or_path]()
    if isinstance(name_or_path, str) and name_or_path in OWN:
        return OWN[name_or_path]()
    if "\0" in str(name_or_path):
        raise DataError("no_dataset_path", path=str(name_or_path))
    path = Path(os.path.expanduser(name_or_path))
    try:
        path = Path(os.path.realpath(path, strict=True))
        if path.is_dir():
            return _load_folder(path, progress)
        if is_archive(path):
            return _load_archive(path, progress)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DataError(
            "dataset_missing", file=error.filename or path, names=list(BUNDLED)
        ) from None
    except OSError as error:
        raise DataError("unreadable", file=error.filename or path, reason=reason(error)) from None
    raise DataError("not_a_dataset", file=path)


def mix(first: Dataset, second: Dataset) -> Dataset:
    """Return both sets in one, split by split, the first's images before the second's.

    Its classes are those of either, in natural order; equal names are one class.
    """
    classes = tuple(sorted({*first.classes, *second.classes}, key=natural_key))

    def join(a: Split, b: Split) -> Split:
        labels = [
            np.array([classes.index(name) for name in dataset.classes], np.int64)[split.labels]
            for dataset, split in ((first, a), (second, b))
        ]
        return Split(np.concatenate([a.images, b.images]), np.concatenate(labels))

    return Dataset(
        join(first.train, second.train),
        join(first.valid, second.valid),
        classes,
        f"{first.name} + {second.name}",
    )


def _load_folder(path: Path, progress: Progress | None) -> Dataset:
    files = FolderFiles(path)
    kept = cache.load(str(path), files.fingerprint)
    if kept:
        return kept
    dataset = read_idx_set(files, path.name)  # as quick to read as a cache would be
    if dataset is None:
        dataset = read_images(files, path.name, progress)
        cache.store(str(path), files.fingerprint, dataset)
    return dataset


def _load_archive(path: Path, progress: Progress | None) -> Dataset:
    status = path.stat()
    fingerprint = f"{status.st_size} {status.st_mtime_ns}"
    kept = cache.load(str(path), fingerprint)
    if kept:
        return kept
    files = read_archive(path)
    dataset = read_idx_set(files, path.name) or read_images(files, path.name, progress)
    cache.store(str(path), fingerprint, dataset)
    return dataset
