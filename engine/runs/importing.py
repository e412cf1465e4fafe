"""Takes in runs that another computer exported. Nothing of them is believed before it was read."""

import os
import re
import secrets
import shutil
from pathlib import Path

from engine.errors import InkgradError, RunStoreError
from engine.files import leads_to, open_plain
from engine.inference.checkpoint import load_model
from engine.runs.record import DamagedRun, NewerRun
from engine.runs.run_folder import RunFolder
from engine.runs.store import RunStore
from engine.words.message import Message, reason

_IDS = re.compile(r"[0-9A-Za-z-]{1,64}")
_MOST_FILES = 100  # of one run: 60 moments are kept, and a few that are about to go
_MOST_BYTES = 256 << 20  # of one run: its moments take 50 MB, a long run's reports as much


def take_in(store: RunStore, place: Path) -> tuple[list[str], list[str]]:
    """Copy the runs of a folder into the store, all of them or none.

    It is what an export wrote, or one of the runs in that. Return the ids of those that came in,
    and of those that were there already. Raises RunStoreError, which names the run and says why.
    """
    store.check_writable()
    found = _runs_at(place)
    known = [path.name for path in found if os.path.exists(store.folder / path.name)]
    new = [path for path in found if path.name not in known]
    drafts: dict[str, Path] = {}
    name = found[0].name
    try:
        store.begin()
        for path in new:
            name = path.name
            drafts[name] = _draft(store.folder)
            _copy(path, drafts[name])
            _check(RunFolder(drafts[name]))
        _move_in(store.folder, drafts)
    except (OSError, InkgradError, DamagedRun, NewerRun) as error:
        raise RunStoreError("run_not_taken_in", name=name, why=_why(error)) from error
    finally:
        for draft in drafts.values():
            shutil.rmtree(draft, ignore_errors=True)
    return list(drafts), known


def _draft(folder: Path) -> Path:
    """Make a folder of a name that no other import has. Raises OSError."""
    draft = folder / f".new-{secrets.token_hex(4)}"
    draft.mkdir()
    return draft


def _move_in(folder: Path, drafts: dict[str, Path]) -> None:
    """Let the checked runs appear, or take back those that did where one can't. Raises OSError."""
    moved: list[Path] = []
    try:
        for id_, draft in drafts.items():
            os.rename(draft, folder / id_)
            moved.append(folder / id_)
    except OSError:
        for path in moved:
            shutil.rmtree(path, ignore_errors=True)
        raise


def _runs_at(place: Path) -> list[Path]:
    """Return the folders of runs at a place. Raises RunStoreError where there is none."""
    try:
        place = Path(os.path.realpath(place, strict=True))
        inside = sorted(Path(entry.path) for entry in os.scandir(place) if leads_to(entry.is_dir))
        found = [path for path in (*inside, place) if (path / "run.json").is_file()]
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else Message("EINVAL")
        raise RunStoreError("runs_unreadable", folder=place, reason=why) from None
    runs = {path.name: path for path in found if _IDS.fullmatch(path.name)}
    if not runs:
        raise RunStoreError("no_runs_there", folder=place)
    return list(runs.values())


def _copy(source: Path, target: Path) -> None:
    """Copy what belongs to a run. Raises OSError, DamagedRun where it is too much."""
    files = RunFolder(source).files()
    if len(files) > _MOST_FILES:
        raise DamagedRun
    left = _MOST_BYTES
    for name in files:
        if os.path.islink(source / name):  # what it leads to isn't the run's
            raise DamagedRun
        with open_plain(source / name) as file, open(target / name, "xb") as copy:
            while piece := file.read(min(1 << 20, left + 1)):
                left -= len(piece)
                if left < 0:
                    raise DamagedRun
                copy.write(piece)


def _check(folder: RunFolder) -> None:
    """See that all that was copied can be read. Raises NewerRun, DamagedRun, InkgradError."""
    record = folder.record()
    for _ in folder.reports():
        pass  # ends at the first that is damaged, as a kill cuts the last one short
    if folder.can_go_on:
        folder.state()
    for step in folder.steps():
        _, card = load_model(folder.weights(step))
        if (card.config, card.classes) != (record.config, record.classes):
            raise DamagedRun


def _why(error: Exception) -> Message:
    if isinstance(error, NewerRun):
        return Message("run_is_newer")
    if isinstance(error, OSError):
        return Message("system_refused", reason=reason(error))
    return error.message if isinstance(error, RunStoreError) else Message("run_is_damaged")
