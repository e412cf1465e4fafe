"""The datasets that can be learned from, and which one is chosen. What is in them is the engine's.

Bundled sets and one's own drawings go by their names, all others by their place on disk.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.worker.messages import AsIs, DataSource
from engine.data.loading import BUNDLED, OWN, current_name
from engine.data.ready_sets import READY_SETS

MOST_RECENT = 5
NAMED = (*BUNDLED, OWN, f"{OWN}+mnist")


def place_of(dataset: DataSource) -> str | Path:
    """Return a dataset's name, or where it stands."""
    return dataset.path if isinstance(dataset, AsIs) else dataset


class DatasetList(QObject):
    """Signals: `chosen_changed()` another dataset is chosen; `picked()` the same, and nobody knows
    yet whether it can be used; `recent_changed()` other ones of one's own are listed.
    """

    chosen_changed = Signal()
    picked = Signal()
    recent_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recent: list[Path] = []  # newest first
        self._chosen: DataSource = NAMED[0]
        self._before: DataSource | None = None  # the last that could be used, before the chosen
        self._is_known = True  # whether the chosen one can be used

    @property
    def chosen(self) -> DataSource:
        """The name of a bundled dataset or of one's drawings, or where another stands."""
        return self._chosen

    @property
    def ready(self) -> dict[str, str]:
        """The titles of the sets that were fetched, by their names."""
        return {name: ready.title for name, ready in READY_SETS.items() if not ready.missing}

    def choose(self, dataset: DataSource) -> None:
        """Choose a bundled dataset by name or any other by its place, and remember that one.

        A name that nobody knows chooses nothing.
        """
        dataset = dataset if isinstance(dataset, AsIs) else current_name(dataset)
        place = place_of(dataset)
        if isinstance(place, Path):
            self.remember([place, *self.recent])
        elif place not in NAMED and place not in READY_SETS:
            return
        if dataset != self._chosen:
            self._before = self._chosen if self._is_known else self._before
            self._is_known = dataset in BUNDLED
            self._show(dataset)
            self.picked.emit()

    def accept(self, dataset: DataSource) -> None:
        """Note that a dataset can be used."""
        self._is_known |= dataset == self._chosen

    def restore(self, chosen: DataSource, recent: list[Path]) -> None:
        """Bring back what was listed and chosen; what is gone from the list isn't chosen."""
        self.remember(recent)
        chosen = chosen if isinstance(chosen, AsIs) else current_name(chosen)
        place = place_of(chosen)
        if place in NAMED or place in self.recent or place in self.ready:
            self._show(chosen)

    def remember(self, recent: list[Path]) -> None:
        """List these datasets of one's own, newest first; a chosen one stays on the list."""
        recent = list(dict.fromkeys(recent))[:MOST_RECENT]
        chosen = place_of(self._chosen)
        if isinstance(chosen, Path) and chosen not in recent:
            recent = [*recent[: MOST_RECENT - 1], chosen]
        if recent != self.recent:
            self.recent = recent
            self.recent_changed.emit()

    def refuse(self, dataset: DataSource) -> None:
        """Take a dataset that can't be used off the list; what was chosen before is so again."""
        if dataset == self._chosen:
            if self._before is None:
                return  # nothing else was ever chosen here: it isn't for us to choose
            before, self._before = self._before, None
            self._is_known = True
            self._show(before)
        if self._before == dataset:
            self._before = None
        self.remember([path for path in self.recent if path != place_of(dataset)])

    def _show(self, dataset: DataSource) -> None:
        self._chosen = dataset
        self.chosen_changed.emit()
