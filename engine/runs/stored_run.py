"""A run of the store, as it is listed."""

from dataclasses import dataclass
from enum import StrEnum

from engine.runs.record import Outcome, RunLabels, RunRecord


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
