"""Copies runs out of the store: folders that another computer imports."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from engine.errors import RunStoreError
from engine.files import beside
from engine.runs.store import RunStore
from engine.runs.stored_run import StoredRun
from engine.words.message import Message, reason


def copy_out(store: RunStore, runs: Sequence[StoredRun], target: Path) -> None:
    """Copy each run, whole or not at all, into a folder, which is made if it is missing.

    Raises RunStoreError, which names the run and says why.
    """
    for run in runs:
        half = None
        try:
            target.mkdir(parents=True, exist_ok=True)
            half = beside(target / run.id)
            shutil.copytree(store.open(run.id).path, half, ignore=shutil.ignore_patterns("lock"))
            half.rename(target / run.id)
        except OSError as error:
            if half:
                shutil.rmtree(half, ignore_errors=True)
            why = Message("system_refused", reason=reason(error))
            raise RunStoreError(
                "run_not_exported", name=run.name, folder=target, why=why
            ) from error
