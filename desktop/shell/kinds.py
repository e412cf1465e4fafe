"""What a file or a folder is to this program: its name tells, or else a look into it."""

import os
import threading
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.worker.questions import Question, Session, Waiting
from engine.errors import DataError

if TYPE_CHECKING:
    from engine.data.watch import Progress

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
_SKETCH, _LESSON, _MODEL = ".svg", ".inkgrad", ".safetensors"
_DATA = (".zip", ".tgz", ".tar", ".gz", ".bz2", ".xz", ".tbz", ".tbz2", ".txz", ".npz", ".npy",
         ".csv", ".tsv", ".arff", ".txt", ".data", ".tra", ".tes", ".train", ".test",
         ".libsvm", ".svm", ".t", ".tr", ".scale")  # fmt: skip
DATA = " ".join(f"*{end}" for end in (*_DATA, "ubyte"))
OPENED = f"{' '.join(f'*{end}' for end in (*_PICTURES, _SKETCH, _LESSON, _MODEL))} {DATA}"
_TURN_S = 0.02  # between two looks at whether it is known; others get their turn then


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
            yield path, (yield from _look_patiently(path))
        except DataError as error:
            yield path, error.message


def _look_patiently(path: Path) -> Generator[Waiting, None, Kind]:
    """Look in a thread: to list a large archive takes long, and others have questions too.

    It ends soon after nobody wants to know any more.
    """
    is_unwanted = threading.Event()
    pool = ThreadPoolExecutor(1, "looking")
    try:
        looking = pool.submit(_look_at, path, lambda *_: not is_unwanted.is_set())
        while not wait([looking], _TURN_S).done:
            yield Waiting.FOR_DATA
        return looking.result()
    finally:
        is_unwanted.set()
        pool.shutdown(wait=False)


def _look_at(path: Path, progress: "Progress") -> Kind:
    from engine.data.loading import check
    from engine.images.bitmaps import is_image

    if os.path.isfile(path) and is_image(path):
        return Kind.PICTURE
    check(path, progress)
    return Kind.DATASET
