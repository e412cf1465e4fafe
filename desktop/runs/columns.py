"""The columns of the table of runs: which there are, which give way first, and how each sorts."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from PySide6.QtCore import Qt

from desktop.i18n.wording import dataset_words
from desktop.runs.run_list import Run
from engine.inference.prediction import Prediction


class Column(IntEnum):
    """In the order of the model; `SEEN` is the order on the screen."""

    NAME, MODEL, DATA, RATE, EPOCHS, LOSS, ACCURACY, TIME, BEST, NOTE, PAD, DRAWN = range(12)


SEEN = (
    *(Column.NAME, Column.PAD, Column.MODEL, Column.DATA, Column.RATE, Column.EPOCHS, Column.LOSS),
    *(Column.ACCURACY, Column.DRAWN, Column.BEST, Column.TIME, Column.NOTE),
)
# The first of them goes first where room is short: what the data are called, unless they differ.
_SACRIFICED = (
    *(Column.NOTE, Column.BEST, Column.EPOCHS, Column.TIME, Column.MODEL),
    *(Column.RATE, Column.LOSS, Column.DRAWN),
)
_ALIKE = (Column.DATA, *_SACRIFICED, Column.PAD)
_DIFFERENT = (*_SACRIFICED, Column.DATA, Column.PAD)
TEXTS = (Column.NAME, Column.MODEL, Column.DATA, Column.NOTE, Column.PAD)  # all others are numbers

Value = str | float | None
_VALUES: dict[Column, Callable[[Run], Value]] = {
    Column.NAME: lambda run: run.name.casefold(),
    Column.MODEL: lambda run: run.start.config.model,
    Column.DATA: lambda run: dataset_words(run.start.dataset).casefold(),
    Column.RATE: lambda run: run.rates[-1][1],
    Column.EPOCHS: lambda run: run.epochs_done,
    Column.LOSS: lambda run: e.valid_loss if (e := run.history.last_epoch) else None,
    Column.ACCURACY: lambda run: e.valid_accuracy if (e := run.history.last_epoch) else None,
    Column.TIME: lambda run: run.history.seconds if run.history.last_step else None,
    Column.BEST: lambda run: run.history.best.epoch if run.history.best else None,
    Column.DRAWN: lambda run: run.drawn_accuracy,
    Column.NOTE: lambda run: run.note.casefold() or None,
}


def arranged(
    runs: list[Run], column: Column, answers: Mapping[int, Prediction], *, falling: bool
) -> list[Run]:
    """Return the runs by what stands in a column; those without it come last either way.

    `answers` are the answers to the sketch, by the runs' numbers.
    """

    def value(run: Run) -> Value:
        return _VALUES[column](run) if column in _VALUES else _rank(answers.get(run.number))

    known = [run for run in runs if value(run) is not None]
    unknown = [run for run in runs if value(run) is None]
    return sorted(known, key=_sorting(value), reverse=falling) + unknown


def data_differ(runs: list[Run]) -> bool:
    """Tell whether what the runs reached is measured on different data."""
    return len({run.start.dataset for run in runs}) > 1


def fitting(
    widths: Mapping[Column, int], room: int, least_name: int, good_name: int, *, differ: bool
) -> set[Column]:
    """Return the columns that have room beside the name, of those with a width.

    What the data are called also gives way to a name that would be cut, unless the runs `differ` in
    it. Narrow columns come back where a broad one made more room than was needed.
    """
    good_name = least_name if differ else good_name
    shown = {column for column, width in widths.items() if width}
    taken = sum(widths[column] for column in shown)
    gone = []
    for column in _DIFFERENT if differ else _ALIKE:
        name = good_name if column is Column.DATA else least_name
        if column in shown and taken + name > room:
            shown.discard(column)
            taken -= widths[column]
            gone.append(column)
    for column in reversed(gone):
        name = good_name if column is Column.DATA else least_name
        if taken + widths[column] + name <= room:
            shown.add(column)
            taken += widths[column]
    return shown


def alignment(column: int) -> Qt.AlignmentFlag:
    """Return where a column's words stand: texts on the left, numbers on the right."""
    side = Qt.AlignmentFlag.AlignLeft if column in TEXTS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _rank(answer: Prediction | None) -> str | None:
    """Return by what answers stand in their order: by class, then by how sure they are."""
    return f"{answer.label} {answer.probability:.6f}" if answer else None


def _sorting(value: Callable[[Run], Value]) -> Callable[[Run], tuple[bool, float, str]]:
    """Return a key by which numbers stand in their order, texts in theirs, and no number last."""

    def key(run: Run) -> tuple[bool, float, str]:
        found = value(run)
        if isinstance(found, str):
            return False, 0.0, found
        number = float(found or 0.0)
        return number != number, 0.0 if number != number else number, ""

    return key
