"""Which of the chapter's questions are done and when, kept in one small file of the user's."""

import json
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.widgets.csv_table import csv_table
from desktop.widgets.kept_file import keep, read_kept
from desktop.widgets.save_file import write

QUESTIONS = 38
_LARGEST_BYTES = 1 << 20


class Progress(QObject):
    """`done` has the time (ISO, UTC) of each question's first right answer.

    Signals: `changed()`; `failed(str)` a sentence for people.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.done: dict[int, str] = {}

    def read(self) -> None:
        """Bring back what was kept; a damaged file is put aside, and all begins anew."""
        done, damage = read_kept(self.path, _parse, _LARGEST_BYTES)
        self.done = done or {}
        if damage:
            self.failed.emit(damage)
        self.changed.emit()

    def mark(self, number: int) -> None:
        """Note that a question is done; what was done before keeps its time."""
        if number not in self.done:
            self._keep({**self.done, number: datetime.now(UTC).isoformat(timespec="seconds")})

    def reset(self) -> None:
        """Forget all of it."""
        self._keep({})

    def export(self, path: Path) -> str:
        """Write it as a table (.csv) or as it is kept; return what went wrong, empty if nothing."""
        data = _table(self.done) if path.suffix.lower() == ".csv" else _json(self.done)
        return write(path, data)

    def _keep(self, done: dict[int, str]) -> None:
        self.done = done
        problem = keep(self.path, _json(done))
        if problem:
            self.failed.emit(problem)
        self.changed.emit()


def _parse(data: bytes) -> dict[int, str]:
    done = json.loads(data)["done"]
    return {_number(number): datetime.fromisoformat(at).isoformat() for number, at in done.items()}


def _number(text: str) -> int:
    if not 1 <= int(text) <= QUESTIONS:
        raise ValueError(f"there is no question {text}")
    return int(text)


def _json(done: dict[int, str]) -> bytes:
    kept = {"done": {str(number): done[number] for number in sorted(done)}}
    return json.dumps(kept, indent=2).encode() + b"\n"


def _table(done: dict[int, str]) -> bytes:
    rows = [(number, done.get(number, "")) for number in range(1, QUESTIONS + 1)]
    return csv_table([("question", "done"), *rows]).encode()
