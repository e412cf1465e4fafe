"""What a teacher has written of a lesson that isn't saved yet, kept in a small file."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.widgets.kept_file import keep, read_kept

CALM_MS = 800  # after the last change: typing never waits for the disk
_LARGEST_BYTES = 4 << 20  # a lesson file holds a quarter of it


@dataclass(frozen=True)
class Draft:
    """What stands in the dialog: `pages` and `lessons` by their names, those with a tick."""

    title: str
    text: str
    questions: str
    pages: tuple[str, ...]
    lessons: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it would be missed."""
        return not (self.text.strip() or self.questions.strip() or self.lessons)


class DraftKeeper(QObject):
    """Writes the draft down a moment after it has changed, and reads it again.

    Signals: `kept(str)`, with what went wrong, empty where nothing did; `failed(str)` a sentence
    for people: what was kept is damaged.
    """

    kept = Signal(str)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._unwritten: Draft | None = None
        self._calm = QTimer(self, interval=CALM_MS, singleShot=True)
        self._calm.timeout.connect(self.save)

    def read(self) -> Draft | None:
        """Return what was kept, None where nothing was; a damaged file is put aside."""
        draft, damage = read_kept(self._path, _parse, _LARGEST_BYTES)
        if damage:
            self.failed.emit(damage)
        return draft

    def note(self, draft: Draft) -> None:
        """Keep it in a moment, in place of the one before."""
        self._unwritten = draft
        self._calm.start()

    @Slot()
    def save(self) -> None:
        """Write now, where there is something new."""
        self._calm.stop()
        draft = self._unwritten
        if draft is None:
            return
        if draft.is_empty:
            self.forget()
            return
        problem = keep(self._path, json.dumps(asdict(draft)).encode())
        if not problem:
            self._unwritten = None
        self.kept.emit(problem)

    def forget(self) -> None:
        """Keep none: it was saved as a lesson, or given up."""
        self._calm.stop()
        self._unwritten = None
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            keep(self._path, b"{}")  # a folder that lets nothing go may still let it be written


def _parse(data: bytes) -> Draft | None:
    values = json.loads(data)
    if values == {}:
        return None
    if set(values) != {field.name for field in fields(Draft)}:
        raise ValueError("not a draft")
    return Draft(
        title=_text(values["title"]),
        text=_text(values["text"]),
        questions=_text(values["questions"]),
        pages=_names(values["pages"]),
        lessons=_names(values["lessons"]),
    )


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError("not a list")
    return tuple(map(_text, value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value.encode(errors="replace").decode()
