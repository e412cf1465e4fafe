"""The dataset at hand with the worker, so that the next run needn't read it again."""

import threading
from collections.abc import Callable
from pathlib import Path

from engine.data.splits import Dataset
from engine.datasets import BUNDLED, load_dataset


class DatasetShelf:
    """Holds the last bundled dataset; a folder is read again, as it may have changed.

    Loading is one long call that no queued wish can reach: any thread may set `unwanted` to end it.
    `on_read(done, all)` is called now and then on the way.
    """

    def __init__(self, on_read: Callable[[int, int], None]) -> None:
        self.unwanted = threading.Event()
        self._on_read = on_read
        self._source: str | Path | None = None
        self._dataset: Dataset | None = None

    def load(self, name_or_path: str | Path) -> Dataset:
        """Return a dataset. Raises DataError, also when it is `unwanted`."""
        is_bundled = isinstance(name_or_path, str) and name_or_path in BUNDLED
        if self._dataset is None or not is_bundled or name_or_path != self._source:
            self._dataset = load_dataset(name_or_path, self._go_on)
            self._source = name_or_path
        return self._dataset

    def _go_on(self, done: int, images: int) -> bool:
        self._on_read(done, images)
        return not self.unwanted.is_set()
