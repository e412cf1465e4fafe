"""Writes datasets as arrays, tables and IDX files, which `load_dataset` reads back identical.

`writing` sees to it that they appear whole or not at all; each function here gives, now and then,
how many images are written.
"""

import gzip
import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import class_name
from engine.data.splits import SIDE_PX, Dataset, Split
from engine.errors import DataError

_AT_ONCE = 500  # images are written in some ten milliseconds
_LEAST_WHITE = 17  # readers take numbers up to 16 for greys of their own
_PIXELS = SIDE_PX**2
_CELLS = [str(value) for value in range(256)]
_MAPPED = "set"  # what the names of IDX files begin with where a list of signs lies beside them


def write_npz(dataset: Dataset, target: Path) -> Iterator[int]:
    """Write one .npz: x_train, y_train, x_test and y_test, the labels as the classes' names."""
    names = np.array(_readable(dataset))
    done = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for side, split in (("train", dataset.train), ("test", dataset.valid)):
            labels = io.BytesIO()
            np.save(labels, names[split.labels])
            archive.writestr(f"y_{side}.npy", labels.getvalue())
            head = io.BytesIO()
            shape = {"shape": split.images.shape, "fortran_order": False, "descr": "|u1"}
            np.lib.format.write_array_header_1_0(head, shape)
            with archive.open(f"x_{side}.npy", "w", force_zip64=True) as file:
                file.write(head.getvalue())
                for images, _ in _parts(split):
                    file.write(images.tobytes())
                    done += len(images)
                    yield done


def write_csv(dataset: Dataset, target: Path) -> Iterator[int]:
    """Write a new folder with train.csv and test.csv, as Kaggle has them: a row for each image."""
    names = _readable(dataset)
    for name in names:
        if set(name) & set(",;\t\"'"):
            raise DataError("class_no_cell", name=name)
    head = ",".join(["label", *(f"pixel{place}" for place in range(_PIXELS))])
    target.mkdir()
    done = 0
    for side, split in (("train", dataset.train), ("test", dataset.valid)):
        with open(target / f"{side}.csv", "w", encoding="utf-8", newline="\n") as file:
            file.write(head)
            for images, labels in _parts(split):
                for pixels, label in zip(images.reshape(-1, _PIXELS), labels, strict=True):
                    cells = ",".join([_CELLS[value] for value in pixels.tolist()])
                    file.write(f"\n{names[label]},{cells}")
                done += len(images)
                yield done


def write_idx(dataset: Dataset, target: Path) -> Iterator[int]:
    """Write a new folder with the four files that MNIST has.

    Their labels are bytes: classes that are no numbers must be single signs, and a list of them,
    as EMNIST's, lies beside.
    """
    names = _readable(dataset)
    numbers, signs = _numbered(names)
    prefix = f"{_MAPPED}-" if signs else ""
    target.mkdir()
    if signs:
        lines = [f"{number} {ord(sign)}" for number, sign in enumerate(signs)]
        (target / f"{prefix}mapping.txt").write_text("\n".join(lines), "ascii")
    done = 0
    for side, split in (("train", dataset.train), ("t10k", dataset.valid)):
        with gzip.open(target / f"{prefix}{side}-labels-idx1-ubyte.gz", "wb") as file:
            file.write(_idx_head(len(split)) + numbers[split.labels].tobytes())
        with gzip.open(target / f"{prefix}{side}-images-idx3-ubyte.gz", "wb") as file:
            file.write(_idx_head(*split.images.shape))
            for images, _ in _parts(split):
                file.write(images.tobytes())
                done += len(images)
                yield done


def _parts(split: Split) -> Iterator[tuple[NDArray[np.uint8], NDArray[np.int64]]]:
    for start in range(0, len(split), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        yield split.images[part], split.labels[part]


def _readable(dataset: Dataset) -> tuple[str, ...]:
    """Return the classes' names. Raises DataError where files of numbers would read otherwise."""
    if dataset.train.images.max() < _LEAST_WHITE:
        raise DataError("too_dark_to_write", file=dataset.name)
    for name in dataset.classes:
        if not name or class_name(name) != name:
            raise DataError("class_no_cell", name=name)
    return dataset.classes


def _numbered(names: tuple[str, ...]) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Return the byte that stands for each class, and the signs that must be listed, if any."""
    if set(names) <= set(_CELLS):
        return np.array([int(name) for name in names], np.uint8), ()
    wrong = next((name for name in names if len(name) != 1), None)
    if wrong is not None or len(names) > 256:
        raise DataError("class_no_sign", name=wrong or names[-1])
    return np.arange(len(names), dtype=np.uint8), names


def _idx_head(*sizes: int) -> bytes:
    return struct.pack(f">BBBB{len(sizes)}I", 0, 0, 8, len(sizes), *sizes)
