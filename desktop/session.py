"""What a window takes over from the one that was closed last, and leaves to the next one.

How it is kept is the business of `preferences`.
"""

from collections.abc import Iterable
from typing import Protocol

from desktop.app_model import AppModel
from desktop.shell.preferences import Preferences


class Restorable(Protocol):
    """A part of the window that looks at the next start as it was left."""

    def restore(self, saved: Preferences) -> None:
        """Bring back what the last window left."""

    def save(self, saved: Preferences) -> None:
        """Leave to the next window how it looks."""


def restore(model: AppModel, parts: Iterable[Restorable], saved: Preferences) -> None:
    """Bring back what the last window left."""
    model.settings.take(saved.config)
    model.datasets.restore(saved.dataset, saved.recent_datasets)
    for part in parts:
        part.restore(saved)


def save(model: AppModel, parts: Iterable[Restorable], saved: Preferences) -> None:
    """Leave everything to the next window."""
    for part in parts:
        part.save(saved)
    saved.config = model.settings.config
    saved.dataset = model.datasets.chosen
    saved.recent_datasets = model.datasets.recent
    saved.save()
