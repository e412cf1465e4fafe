"""What several lessons read from the trainings that the window did for them."""

from collections.abc import Mapping

import numpy as np

from engine.lessons.figures import Table
from engine.lessons.lab import Lab, RunRecord

_LAST = 20  # batches that tell where a loss has come to
_LARGE = 10  # a loss that nobody reads to three decimals


def accuracy(record: RunRecord) -> float:
    """Return the validation accuracy at the end, 0 to 1; 0 for a run that broke off."""
    return record.epochs[-1].valid_accuracy if record.epochs and not record.diverged else 0.0


def last_loss(record: RunRecord) -> float:
    """Return the mean loss of the last batches; infinite for a run that broke off."""
    return float("inf") if record.diverged else float(np.mean(record.losses[-_LAST:]))


def loss(lab: Lab, value: float) -> str:
    """Return a loss with three decimals, and a large one with three digits."""
    return lab.number(value, ".3f" if value < _LARGE else ".1f" if value < 10 * _LARGE else ".0f")


def results(lab: Lab, records: Mapping[str, RunRecord], strong: int = -1) -> Table:
    """Put each run's first and highest loss and what it came to in a row.

    The words are `column_run`, `column_first`, `column_highest`, `column_last` (which
    tells of how many batches it is the mean), `column_accuracy` and `broke_off`.
    """
    columns = ("run", "first", "highest", "last", "accuracy")
    rows = tuple(_row(lab, name, record) for name, record in records.items())
    heads = tuple(lab.word(f"column_{column}", count=_LAST) for column in columns)
    return Table(heads, rows, strong=strong)


def _row(lab: Lab, name: str, record: RunRecord) -> tuple[str, ...]:
    broke_off, highest = lab.word("broke_off"), loss(lab, record.losses.max())
    return (
        lab.word(f"run_{name}"),
        loss(lab, record.losses[0]),
        f"> {highest}" if record.diverged else highest,  # it was stopped on its way up
        broke_off if record.diverged else loss(lab, last_loss(record)),
        broke_off if record.diverged else f"{lab.number(100 * accuracy(record), '.1f')} %",
    )
