"""Works out from file names alone which files make a dataset, and what each one is.

Two layouts are known: class folders (`train/3/*.png`, `valid/3/*.png`, or class folders alone), and
the four IDX files of MNIST. Names are relative, with forward slashes, from a folder or an archive;
no file is opened here.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from engine.data.class_names import printable
from engine.errors import DataError

TRAIN = ("train", "training")
VALID = ("valid", "validation", "val", "test", "testing")  # the first that is there is taken
IMAGES = (".png", ".jpg", ".jpeg", ".bmp", ".gif")
DEPTH = 5  # how deep a folder is searched: two folders around train/<class>/<file>

_IDX = re.compile(
    r"(train|t10k|test|valid)\w*[-_.](images|labels)[-_.]idx[13][-_.]ubyte(\.gz)?$", re.IGNORECASE
)


class File(NamedTuple):
    """An image file: its whole name, and the parts of it that are still to be understood."""

    name: str
    parts: tuple[str, ...]


class Labelled(NamedTuple):
    """One image file and the class its folder names."""

    file: str
    label: str


class Plan(NamedTuple):
    """The image files of each split, in the dataset's order; `valid` is empty if there is none."""

    train: list[Labelled]
    valid: list[Labelled]


def is_wanted(name: str) -> bool:
    """Whether this is an image or IDX file, not hidden, and not among macOS's extras."""
    if not name.lower().endswith(IMAGES) and not _IDX.search(name):
        return False
    return not any(map(is_hidden, name.split("/")))


def is_hidden(part: str) -> bool:
    """Whether the name of this folder or file says that it holds nothing for people."""
    return part.startswith(".") or part == "__MACOSX"


def natural_key(text: str) -> tuple[object, ...]:
    """Return a sort key that puts "2" before "10" and takes upper and lower case as one."""
    parts = re.split(r"([0-9]+)", text.casefold())
    numbers = [part.lstrip("0") for part in parts[1::2]]
    key = ((word, len(n), n) for word, n in zip(parts[::2], [*numbers, ""], strict=True))
    return (*key,), text


def find_idx(names: Iterable[str], where: str) -> dict[str, str] | None:
    """Return {"train images": name, ...} for the IDX files among `names`, or None without any.

    The keys are "train" or "valid" and "images" or "labels". A plain file goes before its .gz.
    Raises DataError when one of a pair is missing or several sets lie side by side.
    """
    found: dict[str, str] = {}
    for name in sorted(names):
        if match := _IDX.search(name):
            split = "train" if match[1].lower() == "train" else "valid"
            key = f"{split} {match[2].lower()}"
            if key in found and name != f"{found[key]}.gz":
                raise DataError("two_idx_sets", file=where, first=found[key], second=name)
            found.setdefault(key, name)
    if not found:
        return None
    for split in ("train", "valid") if any("valid" in key for key in found) else ("train",):
        for what in ("images", "labels"):
            if f"{split} {what}" not in found:
                stem = "train" if split == "train" else "t10k"
                name = f"{stem}-{what}-idx{3 if what == 'images' else 1}-ubyte"
                raise DataError("idx_lacks", file=where, name=name)
    return found


def plan(names: Iterable[str], where: str) -> Plan:
    """Return which image belongs to which split and class, from `names` that are all wanted.

    Folders around the dataset's own are looked through. A split comes class after class in natural
    order, except that files numbered 0 to N-1 across the classes come in the order of the numbers:
    so a saved dataset is read back as it was. Raises DataError when there is no clear plan.
    """
    files = [File(name, tuple(name.split("/"))) for name in names]
    if not files:
        raise DataError("no_images", file=where)
    top = _top(files, where)
    inner = [File(f.name, f.parts[len(top) :]) for f in files if f.parts[: len(top)] == top]
    folders = {file.parts[0] for file in inner if len(file.parts) > 1}
    train, valid = _first(folders, TRAIN), _first(folders, VALID)
    if train is None and valid is None:
        return Plan(_by_class([f for f in inner if len(f.parts) > 1] or inner, where), [])
    if train is None:
        raise DataError("no_train_folder", file=where)
    result = Plan(
        _by_class([File(f.name, f.parts[1:]) for f in inner if f.parts[0] == train], where),
        _by_class([File(f.name, f.parts[1:]) for f in inner if f.parts[0] == valid], where),
    )
    _check_classes(result, where)
    return result


def _top(files: Sequence[File], where: str) -> tuple[str, ...]:
    """Return the folders around train/, or around the class folders if there is no train/."""
    tops = {f.parts[:-3] for f in files if len(f.parts) > 2 and _is(f.parts[-3], TRAIN)}
    if len(tops) > 1:
        first, second = ("/".join([*top, "train"]) for top in sorted(tops)[:2])
        raise DataError("two_datasets", file=where, first=first, second=second)
    if tops:
        return tops.pop()
    folders = {file.parts[:-1] for file in files if len(file.parts) > 1}
    levels = zip(*folders, strict=False)
    shared = [level[0] for level in takewhile(lambda level: len({*level}) == 1, levels)]
    around = shared[: min(map(len, folders), default=1) - 1]  # the last is a class
    return tuple(takewhile(lambda folder: not _is(folder, VALID), around))


def _by_class(files: Sequence[File], where: str) -> list[Labelled]:
    """Return `files`, whose parts are (class, file), in the order that `plan` promises."""
    for file in files:
        if len(file.parts) != 2:
            raise DataError("not_in_class_folder", file=where, image=file.name)
    stems = [file.parts[1].rpartition(".")[0] for file in files]
    if _count_up(stems):
        ordered = [file for _, file in sorted(zip(map(int, stems), files, strict=True))]
    else:
        ordered = sorted(files, key=lambda file: tuple(map(natural_key, file.parts)))
    return [Labelled(file.name, printable(file.parts[0])) for file in ordered]


def _check_classes(result: Plan, where: str) -> None:
    unknown = {image.label for image in result.valid} - {image.label for image in result.train}
    if unknown:
        name = min(unknown, key=natural_key)
        raise DataError("class_only_valid", file=where, name=name)


def _count_up(stems: Sequence[str]) -> bool:
    if not all(stem.isascii() and stem.isdigit() and len(stem) < 10 for stem in stems):
        return False
    return sorted(map(int, stems)) == list(range(len(stems)))


def _is(folder: str, names: tuple[str, ...]) -> bool:
    return folder.casefold() in names


def _first(folders: Iterable[str], names: tuple[str, ...]) -> str | None:
    known = [folder for folder in folders if _is(folder, names)]
    return min(known, key=lambda f: (names.index(f.casefold()), f), default=None)
