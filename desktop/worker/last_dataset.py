"""The dataset at hand with the worker, so that the next run needn't read it again."""

from collections.abc import Callable
from pathlib import Path

from engine.data.loading import BUNDLED, load_dataset
from engine.data.splits import Dataset

RUN = 0  # who has a dataset read, where it isn't an inquiry: their numbers begin at 1


class LastDataset:
    """Holds the last bundled dataset; a folder is read again, as it may have changed.

    Loading is one long call that no queued wish can reach: any thread may `refuse` what is read, or
    will be, for the run or for the inquiry of a number, until `allow`. Where the run is refused,
    nothing else is read either: it would wait for that.
    `on_read(done, all)` is called now and then on the way.
    """

    def __init__(self, on_read: Callable[[int, int], None]) -> None:
        self._on_read = on_read
        self._refused: set[int] = set()
        self._source: str | Path | None = None
        self._dataset: Dataset | None = None

    def load(self, name_or_path: str | Path, reader: int = RUN) -> Dataset:
        """Return a dataset. Raises DataError, also when it is refused."""

        def go_on(done: int, images: int) -> bool:
            self._on_read(done, images)
            return self._refused.isdisjoint((reader, RUN))

        is_bundled = isinstance(name_or_path, str) and name_or_path in BUNDLED
        if self._dataset is None or not is_bundled or name_or_path != self._source:
            self._dataset = load_dataset(name_or_path, go_on)
            self._source = name_or_path
        return self._dataset

    def refuse(self, reader: int = RUN) -> None:
        """Read nothing for the run, or for an inquiry."""
        self._refused.add(reader)

    def allow(self, reader: int = RUN) -> None:
        """Read for it again."""
        self._refused.discard(reader)

    def refuses(self, reader: int = RUN) -> bool:
        """Tell whether anything would be read for it."""
        return reader in self._refused
