"""What a file or a folder is to this program: its name tells, or else a look into it."""

import os
from collections.abc import Iterator
from enum import Enum, auto
from functools import partial
from pathlib import Path

from desktop.worker.questions import Question, Session
from engine.errors import DataError

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
_SKETCH, _LESSON, _MODEL = ".svg", ".inkgrad", ".safetensors"
_DATA = (".zip", ".tgz", ".tar", ".gz", ".bz2", ".xz", ".tbz2", ".txz", ".npz", ".npy",
         ".csv", ".tsv", ".arff", ".txt", ".data")  # fmt: skip
DATA = " ".join(f"*{end}" for end in (*_DATA, "ubyte"))
OPENED = f"{' '.join(f'*{end}' for end in (*_PICTURES, _SKETCH, _LESSON, _MODEL))} {DATA}"


class Kind(Enum):
    """What is done with it: a sketch is a picture too."""

    LESSON = auto()
    MODEL = auto()
    PICTURE = auto()
    DATASET = auto()


def kind_by_name(path: Path) -> Kind | None:
    """Return what the name says, if anything; the file may not keep what it promises."""
    ending = path.suffix.lower()
    if os.path.isdir(path):
        return None
    if ending in (*_PICTURES, _SKETCH):
        return Kind.PICTURE
    return {_LESSON: Kind.LESSON, _MODEL: Kind.MODEL}.get(ending)


def find_kinds(paths: tuple[Path, ...]) -> Question:
    """Ask what each is: (path, Kind), or (path, Message) where it is nothing to open."""
    return partial(_find_kinds, paths)


def _find_kinds(paths: tuple[Path, ...], session: Session) -> Iterator[object]:
    for path in paths:
        try:
            yield path, _look_at(path)
        except DataError as error:
            yield path, error.message


def _look_at(path: Path) -> Kind:
    from engine.data.loading import check
    from engine.images.bitmaps import is_image

    if os.path.isfile(path) and is_image(path):
        return Kind.PICTURE
    check(path)
    return Kind.DATASET
