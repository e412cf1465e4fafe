"""The drawings that a person kept and named: where they are, and how they change.

The folder is laid out as any other dataset, train/<class>/*.png and valid/<class>/*.png, so that
it can be browsed, copied and read by anything that reads MNIST_SAMPLE. Every third drawing of a
class is kept back to test on, and stays on its side for good, whatever it is called. No Qt and no
torch. Where one is put: `own_places`; how drawings become a dataset: `own_sets`.
"""

import contextlib
import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray
from PIL import Image

from engine.data.class_names import printable
from engine.data.dataset_images import light_paper, read_dataset_image
from engine.data.folder_names import LARGEST_LIST, LIST, as_list, folder_names, parse_list
from engine.data.layout import is_hidden, natural_key
from engine.errors import DataError
from engine.files import DAMAGED, leads_to, put_aside, read_whole, write_whole
from engine.words.message import reason

SIDES = ("train", "valid")
_LARGEST_BYTES = 1 << 20


@dataclass(frozen=True, eq=False)
class KeptDrawing:
    """One drawing: its file, what it is, and its pixels uint8 (28, 28), 0 paper to 255 ink."""

    path: Path
    label: str
    image: NDArray[np.uint8]

    @property
    def kept_back(self) -> bool:
        """Whether it is there to test on, and never learned from."""
        return self.path.parent.parent.name == SIDES[1]

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Puts drawings class after class, and of each class the oldest first."""
        return natural_key(self.label), natural_key(self.path.name)


def own_folder() -> Path:
    """Return where this user's drawings are kept; it is made when the first is.

    It has the name of version 0.1.0, which kept nothing but digits.
    """
    return platformdirs.user_data_path("inkgrad", appauthor=False) / "digits"


def class_folders(
    folder: Path, on_refused: Callable[[DataError], None] = lambda _: None
) -> dict[str, str]:
    """Return the classes by their folders' names; those that differ stand in the list."""
    named = read_list(folder)
    there = [entry for side in SIDES for entry in entries(folder / side, on_refused)]
    return {
        entry.name: named.get(entry.name, printable(entry.name))
        for entry in there
        if not is_hidden(entry.name) and leads_to(entry.is_dir)
    }


def _refuse(error: DataError) -> None:
    raise error


def read_own(
    folder: Path,
    on_damaged: Callable[[Path], None] = lambda _: None,
    on_refused: Callable[[DataError], None] = _refuse,
) -> Iterator[KeptDrawing]:
    """Give the drawings in a folder, class after class, the oldest first.

    A folder that isn't there holds none. A damaged file is put aside and left out; `on_damaged`
    is told where it is now. Raises DataError for a damaged list of the classes, and for a folder
    that may not be read, unless `on_refused` is told of it.
    """
    classes = class_folders(folder, on_refused)
    for name in sorted(classes, key=lambda name: natural_key(classes[name])):
        places = [folder / side / name for side in SIDES]
        found = [Path(entry) for place in places for entry in entries(place, on_refused)]
        paths = [path for path in found if path.suffix.lower() == ".png"]
        for path in sorted(paths, key=lambda path: natural_key(path.name)):
            if is_hidden(path.name) or DAMAGED in path.name:
                continue
            try:
                yield KeptDrawing(path, classes[name], _read(path))
            except FileNotFoundError:
                continue  # another window has moved or removed it meanwhile
            except (DataError, OSError):
                with contextlib.suppress(OSError):
                    path = put_aside(path)
                on_damaged(path)


def entries(folder: Path, on_refused: Callable[[DataError], None]) -> list["os.DirEntry[str]"]:
    """Return what is in a folder: nothing where it isn't there, or may not be read.

    `on_refused` is told of the latter.
    """
    try:
        return list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):  # nothing is kept there
        return []
    except OSError as error:
        on_refused(DataError("unreadable", file=folder, reason=reason(error)))
        return []


def put_back(drawing: KeptDrawing) -> None:
    """Write a drawing to its file, as `remove` found it. Raises DataError."""
    try:
        drawing.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(drawing.path, _png(drawing.image))
    except OSError as error:
        raise DataError("unwritable", file=drawing.path, reason=reason(error)) from None


def remove(drawing: KeptDrawing) -> None:
    """Take a drawing away; `put_back` brings it back to the same side. Raises DataError."""
    try:
        drawing.path.unlink(missing_ok=True)
    except OSError as error:
        raise DataError("unremovable", file=drawing.path, reason=reason(error)) from None


def export_zip(drawings: Iterable[KeptDrawing], target: Path) -> None:
    """Write drawings as a .zip that `load_dataset` reads, whole or not at all. Raises DataError."""
    drawings = list(drawings)
    names = folder_names(list(dict.fromkeys(drawing.label for drawing in drawings)))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for drawing in drawings:
            side, file = SIDES[drawing.kept_back], drawing.path.name
            archive.writestr(f"{side}/{names[drawing.label]}/{file}", _png(drawing.image))
        if others := {name: label for label, name in names.items() if name != label}:
            archive.writestr(LIST, as_list(others))
    try:
        write_whole(target, data.getvalue())
    except OSError as error:
        raise DataError("unwritable_elsewhere", file=target, reason=reason(error)) from None


def read_list(folder: Path) -> dict[str, str]:
    """Return the classes that the list names, by their folders. Raises DataError."""
    path = folder / LIST
    try:
        return parse_list(read_whole(path, LARGEST_LIST), str(path))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise DataError("unreadable", file=path, reason=reason(error)) from None


def _read(path: Path) -> NDArray[np.uint8]:
    pixels = read_dataset_image(read_whole(path, _LARGEST_BYTES), str(path))
    return 255 - pixels if light_paper(pixels[None])[0] else pixels


def _png(image: NDArray[np.uint8]) -> bytes:
    data = io.BytesIO()
    Image.fromarray(image).save(data, "PNG")
    return data.getvalue()
