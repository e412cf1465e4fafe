"""One run's folder: which files are in it, and reading and writing each.

`run.json` is its maker's, `labels.json` people's; `reports.jsonl` grows by a line for each report;
`weights-<batches>.safetensors` are models as any other model file is, and `state.safetensors` is
what the run needs in order to go on.
"""

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

from engine.files import open_plain, write_through, write_whole
from engine.reports import Report
from engine.runs import locks
from engine.runs.labelling import NO_TEXT, labels_of, read_text
from engine.runs.learner_state import State, read_state, write_state
from engine.runs.plain import GARBLED, read_report
from engine.runs.record import (
    DamagedRun,
    RunLabels,
    RunRecord,
    read_record,
    record_text,
)

_WEIGHTS = "weights-"
_LONGEST_LINE = 4 << 20  # bytes of a report; in a window one has some hundred losses
_OWN = re.compile(
    r"(run|labels)\.json|reports\.jsonl|state\.safetensors|weights-[0-9]{8,12}\.safetensors"
)


class RunFolder:
    """What is kept of one run. Everything here may raise OSError."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def id(self) -> str:
        return self.path.name

    @property
    def is_under_way(self) -> bool:
        """Whether a program writes it just now."""
        return locks.is_locked(self.lock)

    @property
    def lock(self) -> Path:
        return self.path / "lock"

    def record(self) -> RunRecord:
        """Return run.json. Raises NewerRun, DamagedRun."""
        try:
            return read_record(read_text(self.path / "run.json"))
        except OSError as error:
            if error.errno in NO_TEXT:
                raise DamagedRun from error
            raise

    def write_record(self, record: RunRecord) -> None:
        write_whole(self.path / "run.json", record_text(record).encode())

    def labels(self) -> RunLabels:
        """Return what people said of it; what is damaged or missing counts as never said.

        Raises OSError where it can't be read just now: it must not be written over.
        """
        return labels_of(self.path)

    def reports(self) -> Iterator[Report]:
        """Give all reports up to the first that is damaged: a kill may have cut the last short."""
        try:
            file = open_plain(self._reports)
        except OSError as error:
            if error.errno in (errno.ENOENT, *NO_TEXT):
                return
            raise
        with file, contextlib.suppress(*GARBLED):
            while line := file.readline(_LONGEST_LINE):
                yield read_report(line.decode("utf-8", "replace"))

    def add_reports(self, lines: str) -> None:
        """Write lines at the end; where that fails, leave what was there as it was."""
        with open(self._reports, "ab", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            try:
                write_through(file, lines.encode())
                os.fsync(file.fileno())
            except OSError:
                file.truncate(size)
                raise

    def keep_reports(self, lines: str) -> None:
        """Have these reports and no others."""
        write_whole(self._reports, lines.encode())

    def steps(self) -> list[int]:
        """Return after how many batches weights were kept, ascending."""
        names = (path.stem.removeprefix(_WEIGHTS) for path in self.path.glob(f"{_WEIGHTS}*"))
        return sorted(int(name) for name in names if name.isascii() and name.isdigit())

    def weights(self, step: int) -> Path:
        """Return the model file of a moment."""
        return self.path / f"{_WEIGHTS}{step:08}.safetensors"

    def state(self) -> State:
        """Return what the run needs in order to go on. Raises DamagedRun."""
        return read_state(self._state)

    def write_state(self, state: State) -> None:
        write_state(self._state, state)

    @property
    def can_go_on(self) -> bool:
        return self._state.exists()

    def files(self) -> list[str]:
        """Return the names of the files that belong to a run, and of nothing else that is there."""
        return [entry.name for entry in os.scandir(self.path) if _OWN.fullmatch(entry.name)]

    @property
    def is_bare(self) -> bool:
        """Whether nothing lies there but what belongs to a run, and its lock."""
        entries = list(os.scandir(self.path))
        names = {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
        own = all(_OWN.fullmatch(name) for name in names - {self.lock.name})
        return own and len(names) == len(entries) and "run.json" in names

    def size(self) -> int:
        """Return how many bytes it takes."""
        with os.scandir(self.path) as entries:  # closed, too, where one goes meanwhile
            return sum(os.lstat(entry).st_size for entry in entries)

    @property
    def _reports(self) -> Path:
        return self.path / "reports.jsonl"

    @property
    def _state(self) -> Path:
        return self.path / "state.safetensors"
