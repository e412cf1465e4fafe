"""The datasets at hand with the worker: one reading serves all who want it, and who comes next."""

import threading
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from desktop.worker.messages import AsIs, DataSource
from desktop.worker.questions import Waiting
from desktop.worker.to_window import Loading
from engine.data.loading import BUNDLED, fingerprint
from engine.data.ready_sets import READY_SETS
from engine.data.splits import Dataset
from engine.data.watch import LoadingStopped
from engine.datasets import load_dataset
from engine.errors import DataError

_TURN_S = 0.02  # between two looks at whether a reading is over; others get their turn then


@dataclass(frozen=True, eq=False)
class _Kept:
    """A dataset as it was read; `mark` changes when its files do."""

    source: DataSource
    mark: str
    dataset: Dataset


class _Reading(threading.Thread):
    """Reads one dataset, in a thread of its own, as long as anybody wants it."""

    outcome: Dataset | Exception

    def __init__(self, source: DataSource, read: Callable[["_Reading"], Dataset]) -> None:
        super().__init__(name="reading", daemon=True)
        self.source = source
        self.wanted_by: set[object] = set()
        self.is_over = threading.Event()
        self._read = read

    def run(self) -> None:
        try:
            self.outcome = self._read(self)
        except Exception as error:  # it is raised where the dataset is wanted
            self.outcome = error
        self.is_over.set()


class LastDataset:
    """Holds the last bundled dataset, and the last other one for as long as its files stay as they
    are. Any thread may ask; what is at hand is only ever replaced as a whole.
    """

    def __init__(self, tell: Callable[[Loading], None]) -> None:
        self._tell = tell
        self._under_way: dict[DataSource, _Reading] = {}
        self._at_hand: dict[bool, _Kept] = {}  # by whether it comes with the program

    def load(self, source: DataSource) -> Generator[object, None, Dataset]:
        """Return a dataset, and say now and then that it can only wait. Raises DataError.

        Closed before its end, it wants the dataset no more.
        """
        while True:
            me, new = object(), _Reading(source, self._read)
            new.wanted_by.add(me)
            reading = self._under_way.setdefault(source, new)
            reading.wanted_by.add(me)
            if reading is new:
                reading.start()
            try:
                while not reading.is_over.wait(_TURN_S):
                    yield Waiting.FOR_DATA
            finally:
                reading.wanted_by.discard(me)
            if isinstance(reading.outcome, LoadingStopped):
                continue  # nobody wanted it a moment ago
            if isinstance(reading.outcome, Exception):
                raise reading.outcome
            return reading.outcome

    def wait_for(self, source: DataSource, is_wanted: Callable[[], bool]) -> Dataset:
        """Return a dataset in the end. Raises DataError, also when it isn't wanted any more."""
        steps = self.load(source)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                dataset: Dataset = end.value
                return dataset
            if not is_wanted():
                steps.close()
                raise LoadingStopped("loading_stopped", file=str(source))

    def _read(self, reading: _Reading) -> Dataset:
        source = reading.source

        def go_on(done: int, images: int) -> bool:
            self._tell(Loading(source, done, images))
            return bool(reading.wanted_by)

        try:
            is_bundled = source in BUNDLED
            mark = "" if is_bundled else _mark(source, go_on)
            if found := self._found(source, mark):
                return found
            self._at_hand.pop(is_bundled, None)  # two large ones at a time would be too much
            place, as_is = (source.path, True) if isinstance(source, AsIs) else (source, False)
            dataset = load_dataset(place, go_on, as_is)
            if mark is not None:
                self._at_hand[is_bundled] = _Kept(source, mark, dataset)
            return dataset
        finally:
            del self._under_way[source]

    def _found(self, source: DataSource, mark: str | None) -> Dataset | None:
        """Return a dataset that is at hand as its files are."""
        kept = self._at_hand.get(source in BUNDLED)
        return kept.dataset if kept and (kept.source, kept.mark) == (source, mark) else None


def _mark(source: DataSource, go_on: Callable[[int, int], bool]) -> str | None:
    """Return what changes with the files of a dataset; None where that isn't known."""
    path = source.path if isinstance(source, AsIs) else source
    if path in READY_SETS:
        return ""  # nobody changes what was checked once
    if not isinstance(path, Path):
        return None
    try:
        return fingerprint(path, go_on)
    except LoadingStopped:
        raise
    except DataError:
        return None  # reading it says why
