"""The dataset at hand with the worker, so that the next run needn't read it again."""

from collections.abc import Callable
from pathlib import Path

from engine.data.loading import BUNDLED
from engine.data.splits import Dataset
from engine.datasets import load_dataset


class LastDataset:
    """Holds the last bundled dataset; a folder is read again, as it may have changed.

    A run and a question may read at the same time, each in its own thread: what is at hand is only
    ever replaced as a whole. `on_read(done, all)` is called now and then on the way.
    """

    def __init__(self, on_read: Callable[[int, int], None]) -> None:
        self._on_read = on_read
        self._last: tuple[str | Path, Dataset] | None = None

    def load(self, name_or_path: str | Path, is_wanted: Callable[[], bool]) -> Dataset:
        """Return a dataset. Raises DataError, also as soon as it isn't wanted any more."""

        def go_on(done: int, images: int) -> bool:
            self._on_read(done, images)
            return is_wanted()

        is_bundled = isinstance(name_or_path, str) and name_or_path in BUNDLED
        last = self._last
        if is_bundled and last and last[0] == name_or_path:
            return last[1]
        dataset = load_dataset(name_or_path, go_on)
        if is_bundled:
            self._last = name_or_path, dataset
        return dataset
