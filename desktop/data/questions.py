"""What the page asks the worker: a dataset, its folders and its summaries; and to save it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from desktop.data.tree import Branch, tree_of, tree_on_disk
from desktop.inquiries import Question, Session
from engine.data.splits import Dataset
from engine.data.summary import Summary

_ROWS_AT_ONCE = 2000


@dataclass(frozen=True)
class Opened:
    """A dataset that was read, and its folders; `on_disk` says that they are really there."""

    dataset: Dataset
    tree: Branch
    on_disk: bool


@dataclass(frozen=True)
class Summarised:
    """The summary of one class in one split."""

    split: str
    label: str
    summary: Summary


@dataclass(frozen=True)
class Written:
    """How many images are saved, of all."""

    done: int
    images: int


def open_data(source: str | Path) -> Question:
    """Ask for a dataset: one `Opened`, then a `Summarised` for each class and split."""
    return partial(_open_data, source)


def save_data(dataset: Dataset, folder: Path) -> Question:
    """Ask to write a dataset as folders: `Written` now and then."""
    return partial(_save_data, dataset, folder)


def _open_data(source: str | Path, session: Session) -> Iterator[object]:
    dataset = session.load(source)
    folder = Path(source) if isinstance(source, Path) and source.is_dir() else None
    on_disk = tree_on_disk(folder, dataset.classes) if folder else None
    yield Opened(dataset, on_disk or tree_of(dataset), on_disk is not None)
    for name, split in (("train", dataset.train), ("valid", dataset.valid)):
        for label, text in enumerate(dataset.classes):
            rows = np.flatnonzero(split.labels == label)
            summary = Summary.of(split.images[:0])
            for start in range(0, len(rows), _ROWS_AT_ONCE):
                summary += Summary.of(split.images[rows[start : start + _ROWS_AT_ONCE]])
                yield None  # so that training and drawing get their turn
            yield Summarised(name, text, summary)


def _save_data(dataset: Dataset, folder: Path, session: Session) -> Iterator[object]:
    from engine.data.folders import saving_as_folders

    images = len(dataset.train) + len(dataset.valid)
    for done in saving_as_folders(dataset, folder):
        yield Written(done, images)
