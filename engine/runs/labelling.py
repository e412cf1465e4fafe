"""Notes what people say of a run. No torch: a window that is about to go does so by itself."""

import errno
import json
import re
from pathlib import Path

from engine.errors import RunStoreError
from engine.files import read_whole, write_whole
from engine.runs.plain import GARBLED
from engine.runs.record import FORMAT, RunLabels, labels_text, read_labels
from engine.words.message import reason

_LARGEST_TEXT = 4 << 20  # bytes of run.json; it takes two kilobytes
NO_TEXT = (errno.EISDIR, errno.ESPIPE, errno.EFBIG, errno.ELOOP)  # what never was a run's file
_FILE = "labels.json"
_ID = re.compile(r"[0-9A-Za-z-]+")


def is_of_newer(store: Path) -> bool:
    """Whether a newer Inkgrad keeps its runs in a folder."""
    try:
        told = json.loads(read_whole(store / "store.json", 4096))
        return int(told["format"]) > FORMAT
    except (OSError, *GARBLED):
        return False


def check_writable(store: Path) -> None:
    """Raise RunStoreError where a newer Inkgrad keeps its runs here."""
    if is_of_newer(store):
        raise RunStoreError("store_newer")


def is_id(name: str) -> bool:
    """Whether a run's folder can be called so; what else lies among the runs is none."""
    return bool(_ID.fullmatch(name))


def run_path(store: Path, id_: str) -> Path:
    """Return the folder of a run. Raises RunStoreError where there is none."""
    path = store / id_
    if not is_id(id_) or not path.is_dir():
        raise RunStoreError("no_such_run", name=id_)
    return path


def read_text(path: Path) -> str:
    """Return what stands in a file of a run. Raises OSError."""
    return read_whole(path, _LARGEST_TEXT).decode("utf-8", "replace")


def labels_of(run: Path) -> RunLabels:
    """Return what people said of a run; what is damaged or missing counts as never said.

    Raises OSError where it can't be read just now: it must not be written over.
    """
    try:
        return read_labels(read_text(run / _FILE))
    except OSError as error:
        if error.errno in (errno.ENOENT, *NO_TEXT):
            return RunLabels()
        raise


def write_labels(run: Path, labels: RunLabels) -> None:
    """Write them down, whole or not at all. Raises OSError."""
    write_whole(run / _FILE, labels_text(labels).encode())


def label(store: Path, id_: str, labels: RunLabels, known: RunLabels | None = None) -> None:
    """Note what people say of a run; only what is other than they knew, where that is told.

    Raises RunStoreError.
    """
    check_writable(store)
    run = run_path(store, id_)
    try:  # the rest may have been said anew by another program
        write_labels(run, labels_of(run).merged(labels, known) if known else labels)
    except OSError as error:
        raise RunStoreError("run_unwritable", name=id_, reason=reason(error)) from error
