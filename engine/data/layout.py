"""Works out from file names alone which images belong to which class, and to which side.

Names are relative, with forward slashes, from a folder or an archive; no file is opened here.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from engine.data.class_names import printable
from engine.data.doubled_folders import doubled_folders
from engine.data.findings import Finding, left_out, noticed
from engine.data.watch import Watch
from engine.errors import DataError

_NUMBER = re.compile("[0-9]+")
_NOBODY = Watch(None, "")

DEPTH = 6  # how deep a folder is searched: folders around train/<class>/<file>
STRAYS = 0.1  # of the files; more that can't be used aren't left out, but refused


def _with_endings(*stems: str) -> tuple[str, ...]:
    endings = ("", "set", "_set", "_images", "_data")
    return tuple(stem + ending for stem in stems for ending in endings)


TRAIN = _with_endings("train", "training", "mnist_train")
VALID = _with_endings("valid", "validation", "val", "test", "testing", "mnist_test")
IMAGES = (
    *(".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".gif", ".webp"),
    *(".tif", ".tiff", ".pgm", ".ppm", ".pbm", ".pnm", ".pfm"),
)
_UNREAD = (  # images that must not be overlooked, though they can't be read
    *(".heic", ".heif", ".avif", ".jp2", ".j2k", ".jxl", ".svg", ".psd", ".tga", ".pcx"),
    *(".ico", ".eps", ".dng", ".cr2", ".nef", ".arw", ".xcf"),
)


class File(NamedTuple):
    """An image file: its whole name, and the parts of it that are still to be understood."""

    name: str
    parts: tuple[str, ...]


class Labelled(NamedTuple):
    """One image file and its class."""

    file: str
    label: str


@dataclass(frozen=True)
class Plan:
    """The image files of each side, in the dataset's order; `valid` is empty if there is none."""

    train: Sequence[Labelled]
    valid: Sequence[Labelled]
    findings: Sequence[Finding] = ()


def is_wanted(name: str) -> bool:
    """Whether this is an image, by its name, and not hidden or among macOS's extras."""
    return name.lower().endswith(IMAGES + _UNREAD) and not any(map(is_hidden, name.split("/")))


def is_hidden(part: str) -> bool:
    """Whether the name of this folder or file says that it holds nothing for people."""
    return part.startswith(".") or part == "__MACOSX"


def natural_key(text: str) -> tuple[object, ...]:
    """Return a sort key that puts "2" before "10" and takes upper and lower case as one.

    It is a text, and not one of words and numbers: a long name has thousands of them.
    """
    return _NUMBER.sub(_by_value, text.casefold()), text


def _by_value(number: re.Match[str]) -> str:
    """Return a number so that it comes before any letter, and after one of fewer digits."""
    digits = number[0].lstrip("0")
    return f"\0{chr(min(len(digits), sys.maxunicode))}{digits}"


def side_of(folder: str) -> str | None:
    """Return "train" or "valid" where a folder's name says so."""
    return "train" if _is(folder, TRAIN) else "valid" if _is(folder, VALID) else None


def tops(files: Sequence[File], watch: Watch = _NOBODY) -> list[tuple[str, ...]]:
    """Return the folders that each hold a dataset of class folders, in parts.

    Several of them are several datasets.
    """
    folders = {file.parts[:-1] for file in watch.each(files)}
    around = {
        folder[:-2] for folder in watch.each(folders) if len(folder) > 1 and _is(folder[-2], TRAIN)
    }
    if not around:
        top = _shared(folders)
        around = {top}
        apart = {f.parts[: len(top) + 1] for f in watch.each(files) if len(f.parts) > 1}
        classes = defaultdict(set)
        for folder in watch.each(folders):
            classes[folder[:-1]].add(folder[-1:])
        if len(apart) > 1 and all(len(classes[top]) > 1 for top in apart):
            around = apart
    return sorted(around)


def plan(files: Sequence[File], where: str, watch: Watch) -> Plan:
    """Return which image belongs to which side and class, from files that are all wanted.

    Folders around the dataset's own are looked through. A side comes class after class in natural
    order, except that files numbered 0 to N-1 across the classes come in the order of the numbers:
    so a saved dataset is read back as it was. Raises DataError when there is no clear plan.
    """
    if not files:
        raise DataError("no_images", file=where)
    top, *others = tops(files, watch)
    if others:
        raise DataError(
            "several_datasets", file=where, choices=["/".join(t) for t in (top, *others)]
        )
    around = len(top)
    inner = [File(f.name, f.parts[around:]) for f in watch.each(files) if f.parts[:around] == top]
    sides = {file.parts[0] for file in inner if len(file.parts) > 1}
    train = _first(sides, TRAIN)
    if train is None:
        if _first(sides, VALID):
            raise DataError("no_train_folder", file=where)
        classed = [file for file in inner if len(file.parts) > 1] or inner
        learned, findings = _by_class(classed, where, watch)
        return Plan(learned, [], [*findings, *_beside(len(files) - len(classed))])
    learned, findings = _by_class(_inside(watch.each(inner), train), where, watch)
    valid, more = _checked_on(inner, sides, learned, where, watch)
    used = sum(file.parts[0] == train or side_of(file.parts[0]) == "valid" for file in inner)
    return Plan(learned, valid, [*findings, *more, *_beside(len(files) - used)])


def in_parts(names: Iterable[str], watch: Watch = _NOBODY) -> list[File]:
    """Return the names in parts; a folder that holds but a folder of its own name counts once."""
    files = [File(name, tuple(name.split("/"))) for name in watch.each(names)]
    doubled = doubled_folders({file.parts[:-1] for file in watch.each(files)}, watch)
    if not doubled:
        return files
    return [
        File(name, tuple(p for i, p in enumerate(parts) if parts[:i] not in doubled))
        for name, parts in watch.each(files)
    ]


def _shared(holding: AbstractSet[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the folders that all others lie in, but for the one that is a class or a side."""
    folders = holding - {()}
    levels = zip(*folders, strict=False)
    shared = [level[0] for level in takewhile(lambda level: len({*level}) == 1, levels)]
    around = shared[: min(map(len, folders), default=1) - 1]  # the last is a class
    return tuple(takewhile(lambda folder: not _is(folder, VALID), around))


def _inside(files: Iterable[File], folder: str) -> list[File]:
    return [File(f.name, f.parts[1:]) for f in files if len(f.parts) > 1 and f.parts[0] == folder]


def _checked_on(
    inner: Sequence[File],
    sides: Iterable[str],
    learned: Sequence[Labelled],
    where: str,
    watch: Watch,
) -> tuple[list[Labelled], list[Finding]]:
    """Return the images to validate on, from the first folder for them that has classes."""
    known = {image.label for image in learned}
    findings: list[Finding] = []
    chosen: list[Labelled] = []
    for side in sorted((s for s in sides if _is(s, VALID)), key=lambda s: VALID.index(_plain(s))):
        files = _inside(watch.each(inner), side)
        labels = {printable(file.parts[0]) for file in files if len(file.parts) > 1}
        if chosen:
            findings.append(left_out("side_left_alone", n=len(files), folder=side))
        elif not labels & known and len(labels) < 2:
            findings.append(left_out("side_without_labels", n=len(files), folder=side))
        else:
            chosen, more = _by_class(files, where, watch)
            findings += more
    unknown = {image.label for image in chosen} - known
    if unknown:
        name = min(unknown, key=natural_key)
        raise DataError("class_only_valid", file=where, name=name)
    return chosen, findings


def _by_class(
    files: Sequence[File], where: str, watch: Watch
) -> tuple[list[Labelled], list[Finding]]:
    """Return `files`, whose parts are (class, file), in the order that `plan` promises."""
    strays = [file.name for file in watch.each(files) if len(file.parts) != 2]
    if len(strays) > STRAYS * len(files):
        raise DataError("not_in_class_folder", file=where, image=strays[0])
    classed = [file for file in watch.each(files) if len(file.parts) == 2]
    stems = [file.parts[1].rpartition(".")[0] for file in classed]
    if _count_up(stems):
        ordered = [file for _, file in sorted(zip(map(int, stems), classed, strict=True))]
    else:
        ordered = _in_natural_order(classed, watch)
    labels = {folder: printable(folder) for folder in {file.parts[0] for file in ordered}}
    labelled = [Labelled(file.name, labels[file.parts[0]]) for file in watch.each(ordered)]
    return labelled, [left_out("strays", n=len(strays), files=strays)] if strays else []


def _in_natural_order(files: Sequence[File], watch: Watch) -> list[File]:
    def key(file: File) -> tuple[object, ...]:
        watch.check()  # there may be a million of them
        return tuple(map(natural_key, file.parts))

    return sorted(files, key=key)


def _beside(count: int) -> list[Finding]:
    return [noticed("images_beside", n=count)] if count else []


def _count_up(stems: Sequence[str]) -> bool:
    if not all(stem.isascii() and stem.isdigit() and len(stem) < 10 for stem in stems):
        return False
    return sorted(map(int, stems)) == list(range(len(stems)))


def _plain(folder: str) -> str:
    return re.sub(r"[-\s]+", "_", folder.casefold())


def _is(folder: str, names: tuple[str, ...]) -> bool:
    return _plain(folder) in names


def _first(folders: Iterable[str], names: tuple[str, ...]) -> str | None:
    known = [folder for folder in folders if _is(folder, names)]
    return min(known, key=lambda f: (names.index(_plain(f)), f), default=None)
