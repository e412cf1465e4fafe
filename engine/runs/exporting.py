"""Copies runs out of the store: folders that another computer imports."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from engine.errors import RunStoreError
from engine.files import beside, open_plain
from engine.runs.run_folder import RunFolder
from engine.runs.store import RunStore
from engine.runs.stored_run import StoredRun
from engine.words.message import Message, reason


def copy_out(store: RunStore, runs: Sequence[StoredRun], target: Path) -> None:
    """Copy each run, whole or not at all, into a folder, which is made if it is missing.

    A copy that is there from an earlier time is replaced. Raises RunStoreError, which names the run
    and says why.
    """
    for run in runs:
        try:
            target.mkdir(parents=True, exist_ok=True)
            _copy_out(store.open(run.id).path, target / run.id)
        except OSError as error:
            why = Message("system_refused", reason=reason(error))
            raise RunStoreError(
                "run_not_exported", name=run.name, folder=target, why=why
            ) from error


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
            shutil.rmtree(draft, ignore_errors=True)
