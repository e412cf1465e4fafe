"""Where a drawing that a person keeps, or moves to another class, is put among the others."""

import hashlib
import os
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.data.drawings import (
    SIDES,
    KeptDrawing,
    class_folders,
    entries,
    put_back,
    read_list,
)
from engine.data.folder_names import LIST, as_list, check_label, folder_name
from engine.errors import DataError
from engine.files import write_whole
from engine.words.message import reason


class Places:
    """Which places in a folder are taken, seen once: many drawings are kept or moved by one look.

    A class whose folder may not be read hinders no other. Raises DataError, as all that it does.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._classes = class_folders(folder)
        self._count: Counter[tuple[str, str]] = Counter()  # drawings, by side and folder
        self._last: Counter[str] = Counter()  # number, by the folders of both sides
        self._kept: dict[str, str] = {}  # the folder of each digest
        for side in SIDES:
            for name in self._classes:
                for entry in entries(folder / side / name, lambda _: None):
                    if entry.name.endswith(".png"):
                        self._take(Path(entry))

    def keep(self, image: NDArray[np.uint8], label: str) -> KeptDrawing:
        """Do what `keep` does."""
        check_label(label)
        digest = hashlib.blake2b(image.tobytes(), digest_size=6).hexdigest()
        if digest in self._kept:
            raise DataError("already_kept", label=self._classes.get(self._kept[digest], ""))
        name = self._folder_of(label)
        learned, tested = (self._count[side, name] for side in SIDES)
        path = self._next(self._folder / SIDES[learned > 2 * tested] / name, digest)
        drawing = KeptDrawing(path, label, image.copy())
        put_back(drawing)
        self._take(path)
        return drawing

    def move(self, drawing: KeptDrawing, label: str) -> KeptDrawing:
        """Do what `move` does."""
        check_label(label)
        name = self._folder_of(label)
        path = self._next(drawing.path.parent.parent / name, _digest(drawing.path))
        _rename(drawing.path, path)
        self._count[path.parent.parent.name, drawing.path.parent.name] -= 1
        self._take(path)
        return KeptDrawing(path, label, drawing.image)

    def _take(self, path: Path) -> None:
        name = path.parent.name
        self._count[path.parent.parent.name, name] += 1
        self._last[name] = max(self._last[name], _number(path))
        self._kept[_digest(path)] = name

    def _next(self, folder: Path, digest: str) -> Path:
        return folder / f"{self._last[folder.name] + 1:04}-{digest}.png"

    def _folder_of(self, label: str) -> str:
        """Return the name of a class's folder; a new one that differs gets into the list."""
        named = read_list(self._folder)
        known = [name for name, other in {**self._classes, **named}.items() if other == label]
        if known:
            return known[0]
        name = folder_name(label, {*self._classes, *named})
        if name != label:
            _write_list(self._folder, {**named, name: label})
        self._classes[name] = label
        return name


def keep(folder: Path, image: NDArray[np.uint8], label: str) -> KeptDrawing:
    """Write a drawing uint8 (28, 28) of the class `label` to its side of a folder, and return it.

    A class gets its first to learn from, its second to test on, and then two to one. The file is
    written whole or not at all. Raises DataError, also for a drawing that is already there.
    """
    return Places(folder).keep(image, label)


def move(folder: Path, drawing: KeptDrawing, label: str) -> KeptDrawing:
    """Put a drawing into another class, on the side where it is, and return it as it is there.

    Raises DataError.
    """
    return Places(folder).move(drawing, label)


def move_back(drawing: KeptDrawing, moved: KeptDrawing) -> None:
    """Put a drawing where it was before `move`, though it has gone meanwhile. Raises DataError."""
    if moved.path.is_file():
        _rename(moved.path, drawing.path)
    else:
        put_back(drawing)


def _rename(old: Path, new: Path) -> None:
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        os.replace(old, new)
    except OSError as error:
        raise DataError("unwritable", file=new, reason=reason(error)) from None


def _write_list(folder: Path, named: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / LIST, as_list(named))
    except OSError as error:
        raise DataError("unwritable", file=folder / LIST, reason=reason(error)) from None


def _digest(path: Path) -> str:
    return path.stem.rpartition("-")[2]


def _number(path: Path) -> int:
    digits = path.name.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
