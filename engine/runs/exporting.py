"""Copies runs out of the store: folders that another computer imports."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import DataError, RunStoreError, known_cause
from engine.files import beside, open_plain, remove
from engine.runs.run_folder import RunFolder
from engine.runs.store import RunStore
from engine.runs.stored_run import StoredRun


def copy_out(store: RunStore, runs: Sequence[StoredRun], target: Path) -> None:
    """Copy each run, whole or not at all, into a folder, which is made if it is missing.

    A copy that is there from an earlier time is replaced, where nothing else lies in it. Raises
    RunStoreError, which names the run and says why.
    """
    for run in runs:
        with _told_of(run, target):
            _check_replaceable(target / run.id)
    for run in runs:
        with _told_of(run, target):
            target.mkdir(parents=True, exist_ok=True)
            _copy_out(store.open(run.id).path, target / run.id)


@contextmanager
def _told_of(run: StoredRun, target: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, DataError) as error:
        why = known_cause(error)
        raise RunStoreError("run_not_exported", name=run.name, folder=target, why=why) from error


def _check_replaceable(place: Path) -> None:
    """Raise DataError where more than a copy of a run would go; OSError."""
    if os.path.isdir(place) and os.listdir(place) and not RunFolder(place).is_bare:
        raise DataError("folder_not_empty", file=place)


def _copy_out(run: Path, place: Path) -> None:
    """Copy a run's folder; what was there goes once the copy is whole. Raises OSError."""
    half, earlier = beside(place), beside(place)
    try:
        half.mkdir()
        for name in RunFolder(run).files():
            with open_plain(run / name) as file, open(half / name, "xb") as copy:
                shutil.copyfileobj(file, copy)
        if (place / "run.json").is_file() and not place.samefile(run):
            place.rename(earlier)
        half.rename(place)
    except OSError:
        if earlier.exists() and not place.exists():
            earlier.rename(place)
        raise
    finally:
        for draft in (half, earlier):
            with suppress(OSError):
                remove(draft)
