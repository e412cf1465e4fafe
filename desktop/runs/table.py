"""The runs as a table for Qt's views: which are shown, their names and what they reached."""

from collections.abc import Callable
from dataclasses import asdict
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.i18n.numbers import decimal, fill, percent
from desktop.i18n.setting_words import setting_name, setting_value
from desktop.i18n.wording import dataset_words
from desktop.runs.answer_words import answer_words
from desktop.runs.columns import Column, alignment, arranged
from desktop.runs.rates import all_rates, short_rates
from desktop.runs.run_list import Run, RunLog
from desktop.training.figures import NOTHING, clock
from desktop.worker.messages import Outcome
from engine.config import TrainConfig
from engine.inference.prediction import Prediction

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
RUN_ROLE, COMPARED_ROLE = _Role.UserRole, _Role.UserRole + 1  # whether it is one among several
_EDITED = (Column.NAME, Column.NOTE)


class RunTable(QAbstractTableModel):
    """Newest run first, until it is sorted otherwise.

    Signals: `shown_changed()`, and `labelled()` when somebody edits a row: its name, note or keep.
    """

    shown_changed = Signal()
    labelled = Signal()

    def __init__(self, log: RunLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._rows: list[Run] = []
        self._names = self._name_columns()
        self.sorted_by: Column | None = None
        self.falls = False  # with the largest first
        self._answers: dict[int, Prediction] = {}

    def run_at(self, row: int) -> Run:
        return self._rows[row]

    @property
    def runs(self) -> list[Run]:
        """All of them, from the top down."""
        return self._rows

    def name_of(self, column: Column) -> str:
        return self._names[column]

    def refresh(self) -> None:
        """Take in runs that came or went, what the newest has reached, and which are shown."""
        known, left = set(self._rows), set(self._log.runs)
        gone = [row for row, run in enumerate(self._rows) if run not in left]
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        if new := [run for run in reversed(self._log.runs) if run not in known]:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._rows[:0] = new
            self.endInsertRows()
        self._arrange()
        if self._rows:
            last = self.index(len(self._rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def sort_by(self, column: Column | None, *, falling: bool = False) -> None:
        """Sort by what stands in a column, or the newest first; what is chosen stays chosen."""
        self.sorted_by, self.falls = column, falling
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        self._arrange()

    def show_answers(self, answers: dict[int, Prediction]) -> None:
        """Show what the runs' networks make of the sketch, by the runs' numbers."""
        self._answers = answers
        if self.sorted_by == Column.PAD:
            self._arrange()
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PAD)
            self.dataChanged.emit(self.index(0, Column.PAD), last, [_Role.DisplayRole])

    def _arrange(self) -> None:
        rows = list(reversed(self._log.runs))
        if self.sorted_by is not None:
            rows = arranged(rows, self.sorted_by, self._answers, falling=self.falls)
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {id(run): row for row, run in enumerate(rows)}
        after = [self.index(places[id(self._rows[i.row()])], i.column()) for i in before]
        self._rows = rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            mark = (" ↓" if self.falls else " ↑") if section == self.sorted_by else ""
            return self._names[section] + mark
        if orientation is Qt.Orientation.Horizontal and role == _Role.TextAlignmentRole:
            return alignment(section)
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        run, column = self._rows[index.row()], index.column()
        if role == RUN_ROLE:
            return run
        if role == COMPARED_ROLE:
            return run.shown and len(self._log.shown) > 1
        if role in (_Role.DisplayRole, _Role.EditRole):
            return self._text(run, column)
        if role == _Role.AccessibleTextRole and column == Column.NAME and run.keep:
            return fill(self.tr("{0}, kept for good"), run.name)
        if role == _Role.TextAlignmentRole:
            return alignment(column)
        if column == Column.NAME and role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if run.shown else Qt.CheckState.Unchecked
        if role == _Role.ToolTipRole:
            return self._tip(run)
        return None

    def setData(self, index: _Index, value: Any, role: int = _Role.EditRole) -> bool:
        run = self._rows[index.row()]
        if role == _Role.CheckStateRole:
            run.shown = Qt.CheckState(value) is Qt.CheckState.Checked
            self.shown_changed.emit()
        elif role == _Role.EditRole and index.column() == Column.NOTE:
            self.label([run], note=str(value).strip())
        elif role == _Role.EditRole and str(value).strip():
            run.own_name = str(value).strip()
            self.label([run])
        else:
            return False
        last = self.index(len(self._rows) - 1, index.column())  # others may be alone now
        self.dataChanged.emit(self.index(0, index.column()), last)
        return True

    def label(self, runs: list[Run], note: str | None = None, keep: bool | None = None) -> None:
        """Note what the reader says of runs."""
        for run in runs:
            run.note = run.note if note is None else note
            run.keep = run.keep if keep is None else keep
        self.refresh()
        self.labelled.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() in _EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() == Column.NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _name_columns(self) -> tuple[str, ...]:
        return (
            self.tr("Run"),
            self.tr("Model"),
            self.tr("Data"),
            self.tr("Rate"),
            self.tr("Epochs"),
            self.tr("Loss"),
            self.tr("Accuracy"),
            self.tr("Time"),
            self.tr("Best epoch"),
            self.tr("Note"),
            self.tr("Sketch"),
            self.tr("Drawn"),
        )

    def _text(self, run: Run, column: int) -> str:
        last, best = run.history.last_epoch, run.history.best
        makers: tuple[Callable[[], str], ...] = (
            lambda: run.name,
            lambda: run.start.config.model,
            lambda: dataset_words(run.start.dataset),
            lambda: short_rates(run),
            lambda: run.epochs_told,
            lambda: decimal(last.valid_loss, 4) if last else NOTHING,
            lambda: self._accuracy(run),
            lambda: clock(run.history.seconds) if run.history.last_step else NOTHING,
            lambda: str(best.epoch) if best else NOTHING,
            lambda: run.note,
            lambda: answer_words(self._answers.get(run.number)),
            lambda: NOTHING if (drawn := run.drawn_accuracy) is None else percent(drawn, 2),
        )
        return makers[column]()

    def _accuracy(self, run: Run) -> str:
        if run.outcome is Outcome.FAILED:
            return self.tr("diverged") if run.diverged else self.tr("failed")
        if run.outcome is Outcome.CUT_OFF:
            return fill(self.tr("cut off at batch {0:,}"), run.batches_done)
        last = run.history.last_epoch
        return f"{decimal(last.valid_accuracy * 100, 2)} %" if last else NOTHING

    def _tip(self, run: Run) -> str:
        """Return how the run stands, what it learned from, and its settings that aren't usual."""
        ending = {
            None: self.tr("Running"),
            Outcome.FINISHED: self.tr("Finished"),
            Outcome.STOPPED: self.tr("Stopped before its end"),
            Outcome.CUT_OFF: self.tr("Cut off when Inkgrad ended; it can be continued"),
            Outcome.FAILED: self.tr("Ended with an error: its model is not kept"),
        }[run.outcome]
        if run.diverged:
            ending = self.tr("Diverged: its model is not kept")
        usual = asdict(TrainConfig())
        facts = {field: setting_value(field, v) for field, v in asdict(run.start.config).items()}
        facts["lr"] = all_rates(run)
        told = [
            f"{setting_name(field)}: {words}"
            for field, words in facts.items()
            if field in ("lr", "model")
            or (field != "epochs" and words != setting_value(field, usual[field]))
        ]
        data = f"{self.name_of(Column.DATA)}: {dataset_words(run.start.dataset)}"
        lines = (run.name, ending, *self._said_of(run), data, *told)
        return f"<p>{'<br>'.join(map(escape, lines))}</p>"  # so Qt breaks lines that are too long

    def _said_of(self, run: Run) -> list[str]:
        """Return what it reached at best, and what the reader says of it."""
        lines = []
        if best := run.history.best:
            words = self.tr("Best epoch: {0}, {1:.2f} % correct")
            lines.append(fill(words, best.epoch, best.accuracy * 100))
        if run.keep:
            lines.append(self.tr("Kept for good: only you can delete it"))
        return [*lines, *([run.note] if run.note else [])]
