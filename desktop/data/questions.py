"""What the page asks the worker: what is in a dataset, some of its images, and to save it."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.data.album import Inventory, pick
from desktop.data.dataset_list import place_of
from desktop.data.tree import Branch, tree_of, tree_on_disk
from desktop.worker.messages import DataSource
from desktop.worker.questions import Question, Session
from engine.data.description import Description, describe
from engine.data.splits import Dataset
from engine.data.summary import Summary

_ROWS_AT_ONCE = 2000
_MANY = 100_000  # images: some eighty megabytes
_SHOWN = "dataset on the page Data"  # the note that one question leaves for later ones


@dataclass(frozen=True, eq=False)
class Kept:
    """The dataset that the page shows, as it was read. It stays with the worker."""

    source: DataSource
    dataset: Dataset


@dataclass(frozen=True)
class Opened:
    """What a dataset holds, and its folders; `on_disk` says that they are really there."""

    description: Description
    inventory: Inventory
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


def open_data(source: DataSource) -> Question:
    """Ask for a dataset: one `Opened`, then a `Summarised` for each class and split."""
    return partial(_open_data, source)


def renew_data(source: DataSource) -> Question:
    """Ask for what `open_data` gives if the dataset has changed since, and for nothing if not."""
    return partial(_renew_data, source)


def fetch_images(source: DataSource, rows: NDArray[np.int64]) -> Question:
    """Ask for the images in some rows of an open dataset: one uint8 (n, 28, 28)."""
    return partial(_fetch_images, source, rows)


def save_data(source: DataSource, target: Path, form: str) -> Question:
    """Ask to write an open dataset in a form of `engine.data.writing`: `Written` now and then."""
    return partial(_save_data, source, target, form)


def make_room(session: Session) -> None:
    """Let go of what the page shows, before another dataset is read, if it is a large one.

    Two of them at a time would be too much; it is read again when its images are wanted.
    """
    kept = session.notes.get(_SHOWN)
    if isinstance(kept, Kept) and len(kept.dataset.train) + len(kept.dataset.valid) > _MANY:
        del session.notes[_SHOWN]


def _open_data(source: DataSource, session: Session) -> Iterator[object]:
    session.notes.pop(_SHOWN, None)  # two large ones at a time would be too much
    dataset = yield from session.load(source)
    yield from _tell_of(source, dataset, session)


def _renew_data(source: DataSource, session: Session) -> Iterator[object]:
    from engine.data.loading import BUNDLED

    if source in BUNDLED:
        return
    dataset, kept = (yield from session.load(source)), session.notes.get(_SHOWN)
    known = kept.dataset if isinstance(kept, Kept) and kept.source == source else None
    if known is dataset:
        return
    if known is None or known.fingerprint != dataset.fingerprint:
        yield from _tell_of(source, dataset, session)


def _tell_of(source: DataSource, dataset: Dataset, session: Session) -> Iterator[object]:
    session.notes[_SHOWN] = Kept(source, dataset)
    place = place_of(source)
    folder = place if isinstance(place, Path) and place.is_dir() else None
    on_disk = tree_on_disk(folder, dataset.classes) if folder else None
    tree = on_disk or tree_of(dataset)
    yield Opened(describe(dataset), Inventory.of(dataset), tree, on_disk is not None)
    for name, split in (("train", dataset.train), ("valid", dataset.valid)):
        for label, text in enumerate(dataset.classes):
            rows = np.flatnonzero(split.labels == label)
            summary = Summary.of(split.images[:0])
            for start in range(0, len(rows), _ROWS_AT_ONCE):
                summary += Summary.of(split.images[rows[start : start + _ROWS_AT_ONCE]])
                yield None  # so that training and drawing get their turn
            yield Summarised(name, text, summary)


def _fetch_images(
    source: DataSource, rows: NDArray[np.int64], session: Session
) -> Iterator[object]:
    dataset = yield from _opened(source, session)
    yield pick(dataset, rows)


def _opened(source: DataSource, session: Session) -> Generator[object, None, Dataset]:
    """Return what the page shows; a worker that has begun since then reads it again."""
    kept = session.notes.get(_SHOWN)
    if not (isinstance(kept, Kept) and kept.source == source):
        kept = session.notes[_SHOWN] = Kept(source, (yield from session.load(source)))
    return kept.dataset


def _save_data(source: DataSource, target: Path, form: str, session: Session) -> Iterator[object]:
    from engine.data.writing import saving

    dataset = yield from _opened(source, session)
    images = len(dataset.train) + len(dataset.valid)
    for done in saving(dataset, target, form):
        yield Written(done, images)
