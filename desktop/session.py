"""What a window takes over from the one that was closed last, and leaves to the next one.

How it is kept is the business of `preferences`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

from desktop.app_model import AppModel
from desktop.shell.preferences import Preferences

CALM_MS = 1000  # after the last change


class Restorable(Protocol):
    """A part of the window that looks at the next start as it was left."""

    @property
    def changes(self) -> tuple[SignalInstance, ...]:
        """What tells that `save` has something new to leave."""

    def restore(self, saved: Preferences) -> None:
        """Bring back what the last window left."""

    def save(self, saved: Preferences) -> None:
        """Leave to the next window how it looks."""


class Session(QObject):
    """Brings back what the last window left, and keeps all that changes a moment later.

    Signals: `failed(str)` sentences for people: what was damaged, or can't be kept. It is told
    once, until it has gone well again.
    """

    failed = Signal(str)

    def __init__(
        self, model: AppModel, parts: Sequence[Restorable], saved: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._parts, self._saved = model, parts, saved
        self._problems: dict[str, str] = {}  # with keeping this and that, as they were told
        self._is_over = False
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(self.save)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where all of it is kept."""
        return self._saved.folders

    @property
    def is_awaiting(self) -> bool:
        """Whether something has changed that isn't on the disk yet."""
        return self._calm.isActive()

    def restore(self) -> None:
        """Bring it back, and listen from now on."""
        model, saved = self._model, self._saved
        model.settings.take(saved.config)
        model.datasets.restore(saved.dataset, saved.recent_datasets)
        for part in self._parts:
            part.restore(saved)
        saved.look_for_damage()
        if saved.damage:
            self.failed.emit(" ".join(saved.damage))
        for signal in (
            *(signal for part in self._parts for signal in part.changes),
            *(model.settings.changed, model.datasets.chosen_changed, model.datasets.recent_changed),
        ):
            signal.connect(self.note_change)

    def note_change(self, *_: object) -> None:
        """Save in a moment."""
        if not self._is_over:  # or it would write over what the next window keeps
            self._calm.start()

    @Slot()
    def save(self) -> None:
        """Leave everything to the next window now."""
        self._calm.stop()
        model, saved = self._model, self._saved
        for part in self._parts:
            part.save(saved)
        saved.config = model.settings.config
        saved.dataset = model.datasets.chosen
        saved.recent_datasets = model.datasets.recent
        self.note_kept("settings", saved.save())

    def leave(self) -> bool:
        """Save for good; return False where something can't be kept that nobody was told of yet."""
        before = dict(self._problems)
        self.save()
        is_saving = self._model.questions.is_saving
        words = self.tr("A file is still being saved. To close without it, close again.")
        self.note_kept("files", words if is_saving else "")
        self._is_over = all(p in ("", before.get(what)) for what, p in self._problems.items())
        return self._is_over

    def note_kept(self, what: str, problem: str) -> None:
        """Hear that something was kept, or why it can't be: a sentence."""
        if problem and problem != self._problems.get(what):
            self.failed.emit(problem)
        self._problems[what] = problem
