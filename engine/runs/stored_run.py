"""A run of the store, as it is listed, and how it is read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from engine.errors import RunStoreError
from engine.runs.record import DamagedRun, Outcome, RunLabels, RunRecord
from engine.runs.run_folder import RunFolder


class Standing(StrEnum):
    """Where a kept run stands: as it ended, or without an end."""

    FINISHED = "finished"
    STOPPED = "stopped"
    DIVERGED = "diverged"
    FAILED = "failed"
    UNDER_WAY = "under way"
    CUT_OFF = "cut off"  # its program was ended in the middle of it


@dataclass(frozen=True)
class StoredRun:
    """What can be said of a run without reading its reports."""

    id: str
    record: RunRecord
    labels: RunLabels
    standing: Standing
    can_go_on: bool

    @property
    def name(self) -> str:
        """What people call it, or else what its asker does, or its id."""
        return self.labels.name or self.record.asked_name or self.id


def standing(outcome: Outcome | None, *, is_under_way: bool) -> Standing:
    """Return where a run stands."""
    if is_under_way:
        return Standing.UNDER_WAY
    return Standing(outcome.value) if outcome else Standing.CUT_OFF


def named(runs: Iterable[StoredRun], names: Iterable[str]) -> list[StoredRun]:
    """Return the runs of these ids, or of names that a single one has. Raises RunStoreError."""
    by_id = {}
    by_name: dict[str, list[StoredRun]] = defaultdict(list)
    for run in runs:
        by_id[run.id] = [run]
        by_name[run.name].append(run)
    found = []
    for name in names:
        fitting = by_id.get(name) or by_name.get(name, [])
        if len(fitting) != 1:
            raise RunStoreError("several_runs" if fitting else "no_such_run", name=name)
        found += fitting
    return found


def differences(records: Sequence[RunRecord]) -> dict[str, list[Any]]:
    """Return the settings that aren't the same in all, by name, with each run's value.

    The dataset counts as one.
    """
    facts = [{"dataset": record.dataset, **asdict(record.config)} for record in records]
    table = {name: [fact[name] for fact in facts] for name in facts[0]}
    return {name: values for name, values in table.items() if len(set(values)) > 1}


def read_run(folder: RunFolder) -> StoredRun:
    """Read what is listed of a run. Raises NewerRun, DamagedRun, OSError."""
    is_under_way = folder.is_under_way  # before its record: it may end meanwhile
    try:
        record = folder.record()
    except FileNotFoundError:
        if folder.path.exists():
            raise DamagedRun from None
        raise
    where = standing(record.outcome, is_under_way=is_under_way)
    return StoredRun(folder.id, record, folder.labels(), where, folder.can_go_on)


def ages(runs: Sequence[StoredRun], newest: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return what sorts the runs by age: a date, no earlier than of those before it in `newest`."""
    dates = {run.id: run.record.started for run in runs}
    places = {id_: place for place, id_ in enumerate(newest, 1) if id_ in dates}
    latest = ""
    for id_ in places:
        dates[id_] = latest = max(latest, dates[id_])
    for id_ in list(places)[-1:]:
        dates[id_] = max(dates.values())
    return {id_: (date, places.get(id_, 0)) for id_, date in dates.items()}
