"""The store of runs: a folder for each, in the user's data folder, shared by all programs.

Each run's files are written by the one program that holds its lock; what people say of a run stands
in a file of its own, of which the last writer wins. A folder appears and goes in one move.
"""

import contextlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.errors import RunStoreError
from engine.files import clear_parts, leads_to, put_aside, write_whole
from engine.learner import Learner
from engine.runs import labelling, locks
from engine.runs.beginning import new_record, take_up
from engine.runs.place import MOST_BYTES, MOST_RUNS, runs_folder
from engine.runs.record import FORMAT, DamagedRun, NewerRun, RunLabels, RunRecord
from engine.runs.recording import Recording
from engine.runs.run_folder import RunFolder
from engine.runs.stored_run import StoredRun, ages, named, read_run
from engine.words.message import Message, reason

_DAY_S = 24 * 3600


@dataclass(frozen=True)
class Listing:
    """All runs that can be read, the oldest first; `said` is what people should know."""

    runs: tuple[StoredRun, ...]
    said: tuple[Message, ...] = ()


class RunStore:
    """Lists, keeps and forgets runs. What it can't do raises RunStoreError."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = runs_folder() if folder is None else folder

    @property
    def is_read_only(self) -> bool:
        """Whether a newer Inkgrad keeps its runs here."""
        return labelling.is_of_newer(self.folder)

    def runs(self) -> Listing:
        """Read what is there; put aside what is damaged, and say so this once."""
        found: list[StoredRun] = []
        refused: list[Message] = []
        damaged = newer = 0
        for folder in self._folders(refused.append):
            try:
                found.append(read_run(folder))
            except NewerRun:
                newer += 1
            except DamagedRun:
                damaged += self._put_aside(folder, refused.append)
            except FileNotFoundError:
                pass  # another program removed it meanwhile
            except OSError as error:
                refused.append(Message("unreadable", file=folder.path, reason=reason(error)))
        said = refused[:1]  # where one may not be read, often none may
        if damaged:
            said.append(Message("runs_damaged", n=damaged, folder=self.folder))
        if newer:
            said.append(Message("runs_newer", n=newer))
        if self.is_read_only:
            said.append(Message("store_newer"))
        found.sort(key=lambda run: run.record.started)
        return Listing(tuple(found), tuple(said))

    def find(self, name: str) -> StoredRun:
        """Return the run of that id, or that name where a single one has it."""
        return self.find_all([name])[0]

    def find_all(self, names: Iterable[str]) -> list[StoredRun]:
        """Return the runs of these ids or names. All that is kept is read for it, but once."""
        return named(self.runs().runs, names)

    def open(self, id_: str) -> RunFolder:
        """Return the folder of a run."""
        return RunFolder(labelling.run_path(self.folder, id_))

    def record(
        self,
        learner: Learner,
        origin: str,
        on_problem: Callable[[Message], None],
        source: str = "",
        name: str = "",
        as_is: bool = False,
    ) -> Recording:
        """Begin to keep a run that is about to begin. The caller adds its reports, and ends it.

        `source` is what `load_dataset` was given, `as_is` too; `name` is what the asker calls it.
        """
        self.check_writable()
        try:
            folder = self._new_folder(new_record(learner, origin, source, name, as_is))
            lock = locks.try_lock(folder.lock)
            assert lock  # nobody else knows it yet
        except OSError as error:
            raise RunStoreError("run_not_kept", reason=reason(error)) from error
        return Recording(folder, lock, folder.record(), learner, on_problem)

    def go_on(self, id_: str, learner: Learner, on_problem: Callable[[Message], None]) -> Recording:
        """Let a new learner be where a kept run was, and go on keeping it.

        It must have the run's settings, and data with its fingerprint.
        """
        self.check_writable()
        folder = self.open(id_)
        try:
            lock = locks.try_lock(folder.lock)
            if lock is None:
                raise RunStoreError("run_under_way", name=id_)
            try:
                record = take_up(folder, learner)
            except BaseException:
                lock.release()
                raise
        except (DamagedRun, NewerRun) as error:
            raise RunStoreError("run_cannot_go_on", name=id_) from error
        except OSError as error:
            raise RunStoreError("run_not_kept", reason=reason(error)) from error
        return Recording(folder, lock, record, learner, on_problem)

    def label(self, id_: str, labels: RunLabels, known: RunLabels | None = None) -> None:
        """Note what people say of a run; only what is other than they knew, where that is told."""
        labelling.label(self.folder, id_, labels, known)

    def delete(self, id_: str) -> None:
        """Forget a run, whole or not at all."""
        self.check_writable()
        folder = self.open(id_)
        try:
            if folder.is_under_way:
                raise RunStoreError("run_under_way", name=id_)
            gone = self.folder / f".gone-{secrets.token_hex(4)}"
            os.rename(folder.path, gone)
        except OSError as error:
            raise RunStoreError("run_unwritable", name=id_, reason=reason(error)) from error
        shutil.rmtree(gone, ignore_errors=True)

    def clear_remains(self) -> None:
        """Remove what killed programs left half made: folders after a day, files after a minute."""
        with contextlib.suppress(OSError):
            for entry in list(os.scandir(self.folder)):
                is_half = entry.name.startswith((".new-", ".gone-"))
                if is_half and time.time() - os.lstat(entry).st_mtime > _DAY_S:
                    shutil.rmtree(entry.path, ignore_errors=True)
        for folder in self._folders(lambda _: None):
            clear_parts(folder.path)

    def make_room(
        self,
        runs: Sequence[StoredRun],
        most_runs: int = MOST_RUNS,
        most_bytes: int = MOST_BYTES,
        newest: Sequence[str] = (),
    ) -> list[str]:
        """Forget the oldest of the runs, all that are listed, beyond the limits; return which.

        Those without a name of people's go first; what is to be kept, or is under way, stays.
        `newest` are in the order in which they were trained, which counts where a clock that was
        set back dated them otherwise; the last one is known to be the newest of all.
        """
        if self.is_read_only:
            return []
        self.clear_remains()
        sizes = {run.id: self._size(run.id) for run in runs}
        count, total = len(runs), sum(sizes.values())
        free = [r for r in runs if not r.labels.keep and r.standing != "under way"]
        forgotten = []
        age = ages(runs, newest)
        for run in sorted(free, key=lambda run: (bool(run.labels.name), age[run.id])):
            if count <= most_runs and total <= most_bytes:
                break
            with contextlib.suppress(RunStoreError):
                self.delete(run.id)
                forgotten.append(run.id)
                count, total = count - 1, total - sizes[run.id]
        return forgotten

    def _folders(self, on_refused: Callable[[Message], None]) -> list[RunFolder]:
        try:
            names = sorted(e.name for e in os.scandir(self.folder) if leads_to(e.is_dir))
        except FileNotFoundError:
            return []
        except OSError as error:
            on_refused(Message("unreadable", file=self.folder, reason=reason(error)))
            return []
        return [RunFolder(self.folder / name) for name in names if labelling.is_id(name)]

    def _put_aside(self, folder: RunFolder, on_refused: Callable[[Message], None]) -> bool:
        if self.is_read_only:
            return False
        try:
            put_aside(folder.path)
        except FileNotFoundError:
            return False  # another program did so, and says so
        except OSError as error:
            why = reason(error)
            on_refused(Message("damaged_and_stays", file=folder.path, reason=why))
            return False
        return True

    def _size(self, id_: str) -> int:
        with contextlib.suppress(OSError, RunStoreError):  # another program removed it meanwhile
            return self.open(id_).size()
        return 0

    def check_writable(self) -> None:
        """Raise RunStoreError where a newer Inkgrad keeps its runs here."""
        labelling.check_writable(self.folder)

    def begin(self) -> None:
        """Have the store's folder there. Raises OSError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (mark := self.folder / "store.json").exists():
            write_whole(mark, json.dumps({"format": FORMAT}).encode())

    def _new_folder(self, record: RunRecord) -> RunFolder:
        self.begin()
        began = record.started.partition(".")[0].replace(":", "")
        name = f"{began}-{secrets.token_hex(3)}"
        draft = RunFolder(self.folder / f".new-{name}")
        draft.path.mkdir()
        draft.write_record(record)
        os.rename(draft.path, self.folder / name)
        return RunFolder(self.folder / name)
