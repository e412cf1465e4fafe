"""Finds the reader for what it is given: a bundled set, the user's own, a folder, a file.

`engine.datasets` is the door to it; `Split` and `Dataset` are defined in `splits`.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.data import cache, formats
from engine.data.archives import fingerprint_of, is_archive
from engine.data.assembly import assemble
from engine.data.bundled import load_mnist, load_mnist_and_pens, load_mnist_sample, load_pens
from engine.data.files import Files
from engine.data.layout import natural_key
from engine.data.own_sets import load_own, load_own_with
from engine.data.places import open_place, resolve
from engine.data.ready_sets import READY_SETS, ReadySet
from engine.data.splits import Dataset, Split
from engine.data.turns import FindTurn
from engine.data.watch import Progress, Watch
from engine.data.writing import save_as_folders
from engine.errors import DataError
from engine.words.message import reason

__all__ = [
    "BUNDLED",
    "OWN",
    "Dataset",
    "Progress",
    "Split",
    "check",
    "fingerprint",
    "mix",
    "read",
    "save_as_folders",
]

BUNDLED = {
    "mnist_sample": load_mnist_sample,
    "mnist": load_mnist,
    "pens": load_pens,
    "mnist+pens": load_mnist_and_pens,
}
OWN = "my_drawings"  # alone; "my_drawings+mnist" is among another dataset, by its name or path
_EARLIER = {"my_digits": OWN, "my_digits+mnist": f"{OWN}+mnist"}  # what version 0.1.0 called them


def read(
    name_or_path: str | Path, progress: Progress | None, as_is: bool, find_turn: FindTurn
) -> Dataset:
    """Do what `engine.load_dataset` does; `find_turn` tells how images lie. Raises DataError."""
    name = current_name(name_or_path)
    if isinstance(name, str) and name in BUNDLED:
        return BUNDLED[name]()
    if isinstance(name, str) and name in READY_SETS:
        return _read_ready(READY_SETS[name], progress, as_is, find_turn)
    if name == OWN:
        return load_own()
    if others := current_name(among(name)):
        if others == OWN or among(others):
            raise DataError("dataset_missing", file=name, names=list(BUNDLED))
        own = load_own_with(read(others, progress, as_is, find_turn))
        return replace(own, origin=str(name))
    if "\0" in str(name_or_path):
        raise DataError("no_dataset_path", path=str(name_or_path))
    path = Path(os.path.expanduser(name_or_path)).absolute()
    with _said_of(path):
        place, chosen = resolve(path)
        return _read(place, chosen, Watch(progress, path.name), as_is, find_turn)


def current_name(dataset: str | Path) -> str | Path:
    """Return the name that a dataset has today, or its path; version 0.1.0 had other names."""
    return _EARLIER.get(dataset, dataset) if isinstance(dataset, str) else dataset


def among(dataset: str | Path) -> str:
    """Return the name or path of the dataset that one's own drawings are mixed with, or ""."""
    text = str(dataset)
    return text.removeprefix(f"{OWN}+") if text.startswith(f"{OWN}+") else ""


def _read_ready(
    ready: ReadySet, progress: Progress | None, as_is: bool, find_turn: FindTurn
) -> Dataset:
    """Return a set that was fetched, with the names that its publisher gives to its labels."""
    if ready.missing:
        raise DataError("not_fetched", name=ready.title)
    dataset = read(ready.path, progress, as_is, find_turn)
    return replace(dataset, classes=ready.classes or dataset.classes, name=ready.title)


def check(path: Path, progress: Progress | None = None) -> None:
    """Find out, without reading its images, whether a place holds a dataset.

    Raises DataError that says why not, also when `progress` says no: an archive has to be unpacked.
    """
    with _said_of(path):
        place, chosen = resolve(path.absolute())
        _check(place, chosen, Watch(progress, path.name))


def fingerprint(path: Path, progress: Progress | None = None) -> str:
    """Return what changes when a file of a place does: only names, sizes and times are looked at.

    Raises DataError, also when `progress` says no.
    """
    with _said_of(path):
        place, _ = resolve(path.absolute())
        if is_archive(place.name) and place.is_file():
            return fingerprint_of(place)
        with closing(open_place(place, Watch(progress, path.name))) as files:
            return files.fingerprint


def _check(place: Path, chosen: str, watch: Watch) -> None:
    with closing(open_place(place, watch)) as files:
        if _is_one_archive(place, files):
            _check(place / files.names[0], chosen, watch)
        else:
            formats.find_dataset(files, watch, _chosen_in(place, chosen))


@contextmanager
def _said_of(path: Path) -> Iterator[None]:
    """Say of a place what the system says of it."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DataError(
            "dataset_missing", file=error.filename or path, names=list(BUNDLED)
        ) from None
    except OSError as error:
        raise DataError("unreadable", file=error.filename or path, reason=reason(error)) from None


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


def _read(place: Path, chosen: str, watch: Watch, as_is: bool, find_turn: FindTurn) -> Dataset:
    origin = place / chosen
    known = " ".join(form.name for form in formats.FORMATS)  # a new one may take another's files
    key = f"{origin}\n{'as it is' if as_is else 'checked'}\n{known}"
    packed = is_archive(place.name) and place.is_file()
    if packed and (kept := cache.load(key, fingerprint_of(place), watch)):
        return kept
    files = open_place(place, watch)
    try:
        if not packed and (kept := cache.load(key, files.fingerprint, watch)):
            return kept
        if _is_one_archive(place, files):
            return _read(place / files.names[0], chosen, watch, as_is, find_turn)
        form, found = formats.find_dataset(files, watch, _chosen_in(place, chosen))
        raw = found.read(files, watch)
        raw = replace(raw, findings=[*files.findings, *raw.findings])
        dataset = assemble(raw, origin.name, watch, find_turn, as_is)
        dataset = replace(dataset, origin=str(origin), format=form.name)
        cache.store(key, files.fingerprint, dataset, watch)
        return dataset
    finally:
        files.close()


def _is_one_archive(place: Path, files: Files) -> bool:
    return place.is_dir() and len(files.names) == 1 and is_archive(files.names[0])


def _chosen_in(place: Path, chosen: str) -> str:
    """Return what is meant among the files of a place: a plain file stands among its likes."""
    return chosen if place.is_dir() or is_archive(place.name) else place.name
