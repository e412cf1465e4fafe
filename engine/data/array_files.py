"""NumPy's arrays: .npz as Keras and MedMNIST have it, one .npz or .npy for each array as KMNIST.

Nothing in them runs: arrays of Python objects, which would have to be unpickled, are refused.
"""

import io
import math
import re
import sys
import tokenize
import warnings
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import class_names
from engine.data.files import Files
from engine.data.findings import Finding, left_out
from engine.data.pixel_arrays import scale_of, scaling, to_images
from engine.data.reading import Found, Part, Raw
from engine.data.sides import role_of
from engine.data.unpacking import DAMAGE
from engine.data.watch import Watch
from engine.data.zips import ZipFiles
from engine.errors import DataError

Arrays = dict[str, NDArray[Any]]

_HEADS = {
    (1, 0): np.lib.format.read_array_header_1_0,
    (2, 0): np.lib.format.read_array_header_2_0,
}
_LONGEST_HEAD = 1 << 17  # bytes
_BY_PLACE = ("x_train", "y_train", "x_test", "y_test")  # what arr_0, arr_1, ... are


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return each .npz of whole sets, and the sets of files that hold an array each."""
    found = []
    apart: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for name in watch.each(names):
        folder, _, base = name.rpartition("/")
        stem, _, ending = base.lower().rpartition(".")
        if ending not in ("npy", "npz"):
            continue
        role = role_of(base.rpartition(".")[0])
        if ending == "npy" or (ending == "npz" and role.content):
            apart[folder, role.rest][name] = stem
        else:
            found.append(Found(name, frozenset([name]), partial(_read_one, name)))
    for (folder, rest), arrays in apart.items():
        if len(arrays) > 1:
            called = "/".join(filter(None, (folder, rest)))
            found.append(Found(called, frozenset(arrays), partial(_read_apart, list(arrays))))
        else:
            (name,) = arrays
            if name.lower().endswith(".npz"):
                found.append(Found(name, frozenset(arrays), partial(_read_one, name)))
    return found


def _read_one(name: str, files: Files, watch: Watch) -> Raw:
    return _raw(_npz(files, name, watch), files.path_of(name), watch)


def _read_apart(names: Sequence[str], files: Files, watch: Watch) -> Raw:
    arrays: Arrays = {}
    for name in names:
        stem = name.rpartition("/")[2].rpartition(".")[0]
        if name.lower().endswith(".npy"):
            arrays[stem] = _npy(files.read(name, watch), files.path_of(name))
        else:
            arrays[stem] = next(iter(_npz(files, name, watch).values()))
    return _raw(arrays, files.where, watch)


def _npz(files: Files, name: str, watch: Watch) -> Arrays:
    where = files.path_of(name)
    with files.opened(name, watch) as file:
        inside = ZipFiles(file, where, file.seek(0, io.SEEK_END), watch)
        arrays = {
            member.removesuffix(".npy"): _npy(inside.read(member, watch), where)
            for member in inside.names
            if member.endswith(".npy")
        }
    if not arrays:
        raise DataError("no_arrays", file=where)
    return arrays


def _npy(data: bytes | bytearray, where: str) -> NDArray[Any]:
    stream = io.BytesIO(data[:_LONGEST_HEAD])
    try:
        version = np.lib.format.read_magic(stream)
        with warnings.catch_warnings(action="ignore"):  # about names that NumPy no longer likes
            shape, by_columns, kind = _HEADS[version](stream)
        if kind.hasobject:
            raise DataError("pickled_array", file=where)
        count = math.prod(shape)
        if kind.kind not in "biufU" or count * kind.itemsize > len(data) - stream.tell():
            raise ValueError
        array = np.frombuffer(data, kind, count, stream.tell())
        if kind.kind == "U" and not _is_text(array):
            raise ValueError
        return array.reshape(shape, order="F" if by_columns else "C")
    except (*DAMAGE, SyntaxError, TypeError, tokenize.TokenError):  # the head is a Python dict
        raise DataError("damaged_file", file=where) from None


def _is_text(array: NDArray[Any]) -> bool:
    """Whether all characters are some: Python can't make a text of any other number."""
    numbers = array.view(np.dtype("u4").newbyteorder(array.dtype.byteorder))
    return bool(numbers.max(initial=0) <= sys.maxunicode)


def _raw(arrays: Arrays, where: str, watch: Watch) -> Raw:
    """Put images and labels together. Raises DataError where it isn't clear which are which."""
    chosen: dict[tuple[str, str], NDArray[Any]] = {}
    findings: list[Finding] = []
    several = {name: array for name, array in _known(arrays).items() if array.ndim}
    for name, array in sorted(several.items(), key=lambda pair: _rank(pair[0])):
        side, content, _, _ = role_of(name)
        key = (side or "train", content or ("labels" if array.ndim == 1 else "images"))
        if key not in chosen:
            chosen[key] = array
        elif key == ("valid", "images"):
            findings.append(left_out("side_left_alone", n=len(array), folder=name))
    if ("train", "images") not in chosen or ("train", "labels") not in chosen:
        raise DataError("unknown_arrays", file=where, names=sorted(arrays))
    if not chosen["train", "images"].size:
        raise DataError("no_training_images", file=where)
    scale = scale_of(chosen["train", "images"], where)
    findings += scaling(chosen["train", "images"], scale, where)
    sides: dict[str, Part] = {}
    for side in ("train", "valid"):
        if (side, "images") in chosen and (side, "labels") in chosen:
            images, labels = chosen[side, "images"], chosen[side, "labels"]
            count = len(labels) if labels.size else 0
            if len(images) != count or labels.ndim not in (1, 2):
                raise DataError("unequal_arrays", file=where, images=len(images), labels=count)
            sides[side] = Part(to_images(images, scale, watch, where), class_names(labels))
        elif (side, "images") in chosen:
            images = chosen[side, "images"]
            findings.append(left_out("side_without_labels", n=len(images), folder=side))
    return Raw(sides["train"], sides.get("valid"), findings)


def _rank(name: str) -> tuple[bool, bool]:
    """Return what puts val before test, and y before class_names."""
    role = role_of(name)
    return not role.preferred, bool(role.rest)


def _known(arrays: Mapping[str, NDArray[Any]]) -> Mapping[str, NDArray[Any]]:
    """Name the arrays that NumPy numbered by their places."""
    if all(re.fullmatch(r"arr_\d", name) for name in arrays) and len(arrays) in (2, 4):
        return dict(zip(_BY_PLACE, (arrays[name] for name in sorted(arrays)), strict=False))
    return arrays
