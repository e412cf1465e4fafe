"""The folders of a dataset: as they are on disk, or as they would be. No Qt.

A branch knows which images it stands for, so that the tree chooses what the page shows.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.layout import DEPTH, TRAIN, VALID, is_hidden, is_wanted, natural_key
from engine.data.splits import Dataset, Split
from engine.files import leads_to


@dataclass(frozen=True)
class Wanted:
    """Which images: None stands for both splits, or for all classes.

    `draw` is the number of a draw of a few images of each class at random; 0 is all of them.
    """

    split: str | None = None  # "train" or "valid"
    label: str | None = None
    draw: int = 0


@dataclass(frozen=True)
class Branch:
    """A folder, how many images lie in it and below, and what they are."""

    name: str
    images: int
    wanted: Wanted
    children: tuple["Branch", ...] = ()


def tree_of(dataset: Dataset) -> Branch:
    """Return the folders that a dataset has where it is saved as folders."""
    splits = (("train", dataset.train), ("valid", dataset.valid))
    children = tuple(_split_branch(name, split, dataset.classes) for name, split in splits)
    return Branch(dataset.name, sum(child.images for child in children), Wanted(), children)


def tree_on_disk(folder: Path, classes: tuple[str, ...]) -> Branch | None:
    """Return the folders with images in and below `folder`; None where there is no image."""
    found = _read(str(folder), folder.name, Wanted(), frozenset(classes), 0, set())
    return found if found.images and found.children else None


def _split_branch(name: str, split: Split, classes: tuple[str, ...]) -> Branch:
    counts = np.bincount(split.labels, minlength=len(classes)).tolist()
    children = tuple(
        Branch(label, count, Wanted(name, label))
        for label, count in zip(classes, counts, strict=True)
    )
    return Branch(name, len(split), Wanted(name), children)


def _read(
    path: str,
    name: str,
    wanted: Wanted,
    classes: frozenset[str],
    depth: int,
    visited: set[tuple[int, int]],
) -> Branch:
    """Return a branch; a folder that several links lead to counts once, as when it is read."""
    images, folders, status = 0, list[str](), os.stat(path)
    if (status.st_dev, status.st_ino) not in visited:
        visited.add((status.st_dev, status.st_ino))
        images, folders = _content(path, depth < DEPTH)
    below = (
        _read(
            os.path.join(path, inner),
            inner,
            _inside(wanted, inner, classes),
            classes,
            depth + 1,
            visited,
        )
        for inner in sorted(folders, key=natural_key)
    )
    children = tuple(branch for branch in below if branch.images)
    return Branch(name, images + sum(child.images for child in children), wanted, children)


def _content(path: str, goes_deeper: bool) -> tuple[int, list[str]]:
    """Return how many images a folder holds, and the names of the folders in it."""
    images, folders = 0, []
    with os.scandir(path) as entries:
        for entry in entries:
            if leads_to(entry.is_file):
                images += is_wanted(entry.name)
            elif goes_deeper and leads_to(entry.is_dir) and not is_hidden(entry.name):
                folders.append(entry.name)
    return images, folders


def _inside(outer: Wanted, folder: str, classes: frozenset[str]) -> Wanted:
    """Return what lies in a folder, going by its name and by the folders around it."""
    if outer.split is None and folder.lower() in TRAIN:
        return Wanted("train", outer.label)
    if outer.split is None and folder.lower() in VALID:
        return Wanted("valid", outer.label)
    return Wanted(outer.split, folder) if folder in classes else outer
