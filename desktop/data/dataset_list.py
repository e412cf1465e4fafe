"""The datasets that can be learned from, and which one is chosen. What is in them is the engine's.

Bundled sets and one's own drawings go by their names, all others by their place on disk.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.data.loading import OWN, current_name

MOST_RECENT = 5
NAMED = ("mnist_sample", "mnist", OWN, f"{OWN}+mnist")

Source = str | Path


class DatasetList(QObject):
    """Signals: `chosen_changed()` another dataset is chosen; `recent_changed()` other ones of
    one's own are listed.
    """

    chosen_changed = Signal()
    recent_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recent: list[Path] = []  # newest first
        self._chosen: Source = NAMED[0]
        self._before: Source | None = None  # what was chosen before, unless it was refused

    @property
    def chosen(self) -> Source:
        """The name of a bundled dataset or of one's drawings, or where another stands."""
        return self._chosen

    def choose(self, dataset: Source) -> None:
        """Choose a bundled dataset by name or any other by its place, and remember that one.

        A name that nobody knows chooses nothing.
        """
        dataset = current_name(dataset)
        if isinstance(dataset, Path):
            self.remember([dataset, *self.recent])
        elif dataset not in NAMED:
            return
        if dataset != self._chosen:
            self._before = self._chosen
            self._show(dataset)

    def restore(self, chosen: Source, recent: list[Path]) -> None:
        """Bring back what was listed and chosen; what is gone from the list isn't chosen."""
        self.remember(recent)
        if current_name(chosen) in NAMED or chosen in self.recent:
            self.choose(chosen)
            self._before = None

    def remember(self, recent: list[Path]) -> None:
        """List these datasets of one's own, newest first; a chosen one stays on the list."""
        recent = list(dict.fromkeys(recent))[:MOST_RECENT]
        if isinstance(self._chosen, Path) and self._chosen not in recent:
            recent = [*recent[: MOST_RECENT - 1], self._chosen]
        if recent != self.recent:
            self.recent = recent
            self.recent_changed.emit()

    def refuse(self, dataset: Source) -> None:
        """Take a dataset that can't be used off the list; what was chosen before is so again."""
        if dataset == self._chosen:
            if self._before is None:
                return  # nothing else was ever chosen here: it isn't for us to choose
            before, self._before = self._before, None
            self._show(before)
        if self._before == dataset:
            self._before = None
        self.remember([path for path in self.recent if path != dataset])

    def _show(self, dataset: Source) -> None:
        self._chosen = dataset
        self.chosen_changed.emit()
