"""What the window asks about runs that are kept: each function is a question or returns one."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.runs.history import Best
from desktop.worker.messages import AsIs, DataSource, Origin, Outcome, RunStart
from desktop.worker.questions import Question, Session
from engine.data.loading import BUNDLED, OWN, among
from engine.data.ready_sets import READY_SETS
from engine.errors import DataError
from engine.reports import EpochReport, StepReport
from engine.runs.place import MOST_BYTES, MOST_RUNS
from engine.runs.record import RunLabels

if TYPE_CHECKING:
    from engine.runs.record import RunRecord
    from engine.runs.stored_run import StoredRun


@dataclass(frozen=True)
class KeptRun:
    """A run of an earlier window, as the table shows it: its curves come later."""

    start: RunStart
    name: str
    labels: RunLabels
    outcome: Outcome
    diverged: bool
    rates: tuple[tuple[int, float], ...]
    last_step: StepReport | None  # with the last loss alone
    last_epoch: EpochReport | None
    best: Best | None


class Limits(NamedTuple):
    """How many runs are kept, beside those that are to be kept for good."""

    runs: int = MOST_RUNS
    megabytes: int = MOST_BYTES >> 20

    def sensible(self) -> "Limits":
        """Return limits that leave the newest runs, whatever stood in a file."""
        return Limits(max(LEAST.runs, self.runs), max(LEAST.megabytes, self.megabytes))


LEAST, MOST = Limits(1, 10), Limits(10_000, 100_000)


def list_kept(limits: Limits) -> Question:
    """Give (runs: tuple[KeptRun, ...] the oldest first, said: tuple[Message, ...])."""
    return partial(_list_kept, limits)


def clear_away(limits: Limits, numbers: dict[str, int]) -> Question:
    """Forget the oldest runs beyond the limits; give their numbers, which are known by the ids.

    Those that this window has trained have numbers above 0, the latest the highest.
    """
    return partial(_clear_away, limits, numbers)


def export_runs(ids: Sequence[str], folder: Path) -> Question:
    """Copy runs into a folder; give the folder."""
    return partial(_export_runs, tuple(ids), folder)


def import_runs(folder: Path, number: int) -> Question:
    """Give (runs: tuple[KeptRun, ...], known: int): what came in, and how many were here already.

    The runs are numbered downwards, from `number` on.
    """
    return partial(_import_runs, folder, number)


def find_data(id_: str, known: tuple[DataSource, ...]) -> Question:
    """Give (source,) of the first of the known datasets that a run learned from, () if none is."""
    return partial(_find_data, id_, known)


def _list_kept(limits: Limits, _: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    store = RunStore()
    listing = store.runs()
    gone = store.make_room(listing.runs, limits.runs, limits.megabytes << 20)
    ended = [run for run in listing.runs if run.id not in gone and run.standing != "under way"]
    yield tuple(_kept(-1 - place, run) for place, run in enumerate(ended)), listing.said


def read_reports(id_: str) -> Question:
    """Give all reports of a kept run: tuple[Report, ...]."""
    return partial(_read_reports, id_)


def label(id_: str, labels: RunLabels, known: RunLabels) -> Question:
    """Keep what the reader says of a run, where it is other than what was known."""
    return partial(_label, id_, labels, known)


def _read_reports(id_: str, _: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    yield tuple(RunStore().open(id_).reports())


def _label(id_: str, labels: RunLabels, known: RunLabels, _: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    RunStore().label(id_, labels, known)
    yield None


def _find_data(id_: str, known: tuple[DataSource, ...], session: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    wanted = RunStore().open(id_).record().fingerprint
    for source in known:
        with contextlib.suppress(DataError):  # this one is of no use here
            if (yield from session.load(source)).fingerprint == wanted:
                yield (source,)
                return
    yield ()


def _clear_away(limits: Limits, numbers: dict[str, int], session: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    store = RunStore()
    newest = sorted((id_ for id_ in numbers if numbers[id_] > 0), key=numbers.__getitem__)
    gone = store.make_room(store.runs().runs, limits.runs, limits.megabytes << 20, newest)
    found = tuple(numbers[id_] for id_ in gone if id_ in numbers)
    session.forget(found)
    yield found


def _export_runs(ids: tuple[str, ...], folder: Path, _: Session) -> Iterator[object]:
    from engine.runs.exporting import copy_out
    from engine.runs.store import RunStore

    store = RunStore()
    copy_out(store, store.find_all(ids), folder)
    yield folder


def _import_runs(folder: Path, number: int, _: Session) -> Iterator[object]:
    from engine.runs.importing import take_in
    from engine.runs.store import RunStore

    store = RunStore()
    taken, known = take_in(store, folder)
    found = [run for run in store.runs().runs if run.id in taken]
    kept = [_kept(number - place, run) for place, run in enumerate(found)]
    yield tuple(replace(run, labels=replace(run.labels, shown=False)) for run in kept), len(known)


def _kept(number: int, run: "StoredRun") -> KeptRun:
    """Return a kept run for the window; kept ones have numbers that no worker gives."""
    record = run.record
    origin = Origin.READER if record.origin == "reader" else Origin.DRAWINGS
    path = Path(record.source)
    own = AsIs(path) if record.as_is else path
    is_name = record.source in (*BUNDLED, *READY_SETS, OWN) or among(record.source)
    source: DataSource = record.source if is_name else own
    start = RunStart(
        number,
        source,
        record.dataset,
        record.classes,
        record.config,
        record.train_images,
        record.valid_images,
        record.batches,
        record.device,
        record.device_reason,
        origin,
        record.asked_name if origin is Origin.DRAWINGS else "",
        run.id,
    )
    return KeptRun(
        start,
        run.name,
        run.labels,
        _outcome(run),
        run.standing == "diverged",
        record.rates,
        _last_step(record),
        record.last_epoch,
        None if record.best_accuracy is None else Best(record.best_epoch, record.best_accuracy),
    )


def _last_step(record: "RunRecord") -> StepReport | None:
    if record.last_loss is None:
        return None
    loss, rate = np.array([record.last_loss], np.float32), record.rates[-1][1]
    return StepReport(record.step, record.epoch, loss, rate, record.seconds, threads=record.threads)


def _outcome(run: "StoredRun") -> Outcome:
    by_name = {
        "finished": Outcome.FINISHED,
        "stopped": Outcome.STOPPED,
        "cut off": Outcome.CUT_OFF,
    }
    return by_name.get(run.standing.value, Outcome.FAILED)
