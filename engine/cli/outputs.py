"""Refuses, before any work, to write over what a command reads."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from engine.data.loading import BUNDLED, OWN, among, current_name
from engine.data.places import resolve
from engine.data.ready_sets import READY_SETS
from engine.errors import DataError, InkgradError
from engine.files import is_same

_NAMES = {*BUNDLED, OWN}  # of datasets; no path is looked for behind them


def check_apart(output: Path, inputs: Iterable[Path]) -> None:
    """Raise InkgradError where a file that is to be written is one of those, or belongs to one."""
    if any(is_same(output, path) or _is_part(output, path) for path in inputs):
        raise InkgradError("output_is_input", file=output)


def places_of(dataset: str) -> list[Path]:
    """Return the file or folder that a dataset is read from, or how the names of its files begin.

    There is none where the dataset comes with the program.
    """
    name = str(current_name(dataset))
    while others := among(name):
        name = str(current_name(others))
    if name in READY_SETS:
        return [READY_SETS[name].path]
    if name not in _NAMES:
        with suppress(OSError, DataError):  # whoever reads it says so
            place, chosen = resolve(Path(os.path.expanduser(name)).absolute())
            return [place / chosen if place.is_dir() else place]
    return []


def _is_part(output: Path, data: Path) -> bool:
    """Tell whether a file of a dataset would be written over; a model is never one of them."""
    if output.suffix.lower() == ".safetensors" or not os.path.isfile(output):
        return False
    start = os.path.realpath(data) + (os.sep if os.path.isdir(data) else "")
    return not os.path.isfile(data) and os.path.realpath(output).startswith(start)
