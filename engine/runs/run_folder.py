"""One run's folder: which files are in it, and reading and writing each.

`run.json` is its maker's, `labels.json` people's; `reports.jsonl` grows by a line for each report;
`weights-<batches>.safetensors` are models as any other model file is, and `state.safetensors` is
what the run needs in order to go on.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from engine.files import write_whole
from engine.reports import Report
from engine.runs import locks
from engine.runs.learner_state import State, read_state, write_state
from engine.runs.plain import GARBLED, read_report
from engine.runs.record import (
    RunLabels,
    RunRecord,
    labels_text,
    read_labels,
    read_record,
    record_text,
)

_WEIGHTS = "weights-"
_LARGEST_TEXT = 4 << 20  # bytes of run.json; it takes two kilobytes


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
        return read_record(_read(self.path / "run.json"))

    def write_record(self, record: RunRecord) -> None:
        write_whole(self.path / "run.json", record_text(record).encode())

    def labels(self) -> RunLabels:
        """Return what people said of it; what is damaged or missing counts as never said."""
        try:
            return read_labels(_read(self.path / "labels.json"))
        except FileNotFoundError:
            return RunLabels()

    def write_labels(self, labels: RunLabels) -> None:
        write_whole(self.path / "labels.json", labels_text(labels).encode())

    def reports(self) -> Iterator[Report]:
        """Give all reports up to the first that is damaged: a kill may have cut the last short."""
        with (
            contextlib.suppress(FileNotFoundError),
            open(self._reports, encoding="utf-8", errors="replace") as file,
        ):
            for line in file:
                try:
                    yield read_report(line)
                except GARBLED:
                    return

    def add_reports(self, lines: str) -> None:
        """Write lines at the end; where that fails, leave what was there as it was."""
        data = lines.encode()
        with open(self._reports, "ab") as file:
            size = file.seek(0, os.SEEK_END)
            try:
                file.write(data)
                file.flush()
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

    def size(self) -> int:
        """Return how many bytes it takes."""
        return sum(entry.stat().st_size for entry in os.scandir(self.path))

    @property
    def _reports(self) -> Path:
        return self.path / "reports.jsonl"

    @property
    def _state(self) -> Path:
        return self.path / "state.safetensors"


def _read(path: Path) -> str:
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read(_LARGEST_TEXT)
