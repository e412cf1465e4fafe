"""What the reader has done in the lessons, kept in one small file of the user's."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from desktop.widgets.kept_file import keep, read_kept
from desktop.widgets.save_file import write
from engine.lessons.work import LARGEST_BYTES, Work, parse
from engine.lessons.work_forms import as_json, as_table


class Progress(QObject):
    """`work` is what was done; it is read when it is first asked for.

    Signals: `changed()`; `failed(str)` a sentence for people: what was kept is damaged;
    `kept(str)`, with what went wrong, empty where nothing did.
    """

    changed = Signal()
    failed = Signal(str)
    kept = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._work: Work | None = None
        self._is_unwritten = False

    @property
    def work(self) -> Work:
        """Everything that is kept."""
        if self._work is None:
            self.read()
        return self._work or Work()

    @property
    def done(self) -> dict[int, str]:
        """The time (ISO, UTC) of each question's first right answer."""
        return dict(self.work.done)

    def read(self) -> None:
        """Bring back what was kept; a damaged file is put aside, and all begins anew."""
        work, damage = read_kept(self.path, parse, LARGEST_BYTES)
        self._work = work or Work()
        if damage:
            self.failed.emit(damage)
        self.changed.emit()

    @Slot(int)
    def mark(self, number: int) -> None:
        """Note that a question is done; what was done before keeps its time."""
        if number not in self.work.done:
            self._keep(self.work.with_done(number, _now()))

    @Slot(str, bool)
    def note_try(self, key: str, right: bool) -> None:
        """Note a try at a check; a question of the program goes by its number."""
        self._keep(self.work.with_try(key, _now(), right))

    @Slot(str, str)
    def note_answer(self, key: str, text: str) -> None:
        """Note an answer in the reader's own words."""
        self._keep(self.work.with_answer(key, _now(), text))

    def note_run(self, run: str, accuracy: float) -> None:
        """Note what one of the reader's own runs came to: an accuracy, 0 to 1."""
        self._keep(self.work.with_run(_now(), run, accuracy))

    def rename(self, name: str) -> None:
        """Note who the reader is."""
        self._keep(self.work.named(name))

    def reset(self) -> None:
        """Forget all of it but the name."""
        self._keep(Work(self.work.name))

    def export(self, path: Path) -> str:
        """Write it as a table (.csv) or as it is kept; return what went wrong, empty if nothing."""
        is_table = path.suffix.lower() == ".csv"
        return write(path, as_table(self.work) if is_table else as_json(self.work))

    def save(self) -> None:
        """Write once more what couldn't be written."""
        if self._is_unwritten:
            problem = keep(self.path, as_json(self.work))
            self._is_unwritten = bool(problem)
            self.kept.emit(problem)

    def _keep(self, work: Work) -> None:
        self._work = work
        self._is_unwritten = True
        self.save()
        self.changed.emit()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
