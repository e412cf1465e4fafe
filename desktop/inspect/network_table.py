"""The drawn network as a table: the same numbers for the keyboard and for screen readers."""

from enum import IntEnum

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from desktop.inspect.network_view import Neuron
from desktop.inspect.network_words import loudest, neuron_name, total
from desktop.inspect.shades import number
from desktop.widgets.theme import scaled_font
from desktop.widgets.throttle import Throttle
from engine.analysis.passage import Array, Column, Passage

_EVERY_MS = 250  # numbers that change more often can't be read
_WIDEST = "neuron 123"  # what is in most cells is no wider
_CELL_PX = 24  # beside a cell's words: its edges, and the sign of the order
_ANY = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class _Part(IntEnum):
    """The table's columns."""

    LAYER = 0
    NEURON = 1
    SUM = 2
    ACTIVATION = 3
    ADDS = 4
    HEARS = 5


class _Rows(QAbstractTableModel):
    """A row for each neuron of each layer, sorted by the values of a column."""

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._names: tuple[str, ...] = ()
        self._in_order: list[Neuron] = []  # the network's own
        self.neurons: list[Neuron] = []  # the rows'
        self._sorted_by, self._is_descending = _Part.LAYER, False
        self._heads = {
            _Part.LAYER: self.tr("Layer"),
            _Part.NEURON: self.tr("Neuron"),
            _Part.SUM: self.tr("Sum"),
            _Part.ACTIVATION: self.tr("Activation"),
            _Part.ADDS: self.tr("Adds"),
            _Part.HEARS: self.tr("Hears most from"),
        }

    def show_passage(self, passage: Passage, names: tuple[str, ...]) -> None:
        counts = [len(column.sums) for column in passage.columns]
        rows = [Neuron(c, n) for c, count in enumerate(counts) for n in range(count)]
        if rows != self._in_order:
            self.beginResetModel()
            self._passage, self._names, self._in_order = passage, names, rows
            self.neurons = self._sorted()
            self.endResetModel()
            return
        self._passage, self._names = passage, names
        self._sort()
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_Part) - 1), [])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = _Part(column)
        self._is_descending = order == Qt.SortOrder.DescendingOrder
        self._sort()

    def _sort(self) -> None:
        """Put the rows in order; what is selected stays the same neuron."""
        rows = self._sorted()
        if rows == self.neurons:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        there = {neuron: row for row, neuron in enumerate(rows)} if before else {}
        moved = [self.index(there[self.neurons[at.row()]], at.column()) for at in before]
        self.neurons = rows
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _sorted(self) -> list[Neuron]:
        if self._passage is None or self._sorted_by in (_Part.LAYER, _Part.NEURON):
            return self._in_order[:: -1 if self._is_descending else 1]
        values = np.concatenate([_values(c, self._sorted_by) for c in self._passage.columns])
        order = np.argsort(-values if self._is_descending else values, kind="stable")
        return [self._in_order[at] for at in order.tolist()]

    def rowCount(self, parent: Index = _ANY) -> int:
        return 0 if parent.isValid() else len(self.neurons)

    def columnCount(self, parent: Index = _ANY) -> int:
        return 0 if parent.isValid() else len(_Part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[_Part(section)]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self.neurons[index.row()], _Part(index.column()))
        return _alignment(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _text(self, at: Neuron, part: _Part) -> str:
        assert self._passage is not None
        if part is _Part.LAYER:
            return str(at.column + 1)
        if part is _Part.NEURON:
            return neuron_name(self._passage, at.column, at.number, self._names, short=True)
        if part is _Part.HEARS:
            return loudest(self._passage, at.column, at.number, self._names)
        if part is _Part.ADDS and at.column == len(self._passage.columns) - 1:
            return ""
        column = self._passage.columns[at.column]
        if part is _Part.ACTIVATION:
            return number(total(column, at.number))
        return number(float(_values(column, part)[at.number]))


class NetworkTable(QTableView):
    """Shows a passage in rows. Signals: `chosen(Neuron)`, one that was entered."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("networkTable")
        self.setAccessibleName(self.tr("The network as a table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFont(scaled_font(self, 0.92))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self._rows = _Rows()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self.setSortingEnabled(True)
        self.sortByColumn(_Part.LAYER, Qt.SortOrder.AscendingOrder)
        self._dress_header()
        self._shown: tuple[Passage, tuple[str, ...]] | None = None
        self._showing = Throttle(self._show, _EVERY_MS, self)
        self.activated.connect(self._on_activated)

    def _dress_header(self) -> None:
        head = self.horizontalHeader()
        head.setAccessibleName(self.tr("Columns of the network's table"))
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
        metrics = self.fontMetrics()
        for part in (p for p in _Part if p is not _Part.HEARS):
            words = self._rows.headerData(part, Qt.Orientation.Horizontal)
            widest = max(metrics.horizontalAdvance(text) for text in (str(words), _WIDEST))
            head.resizeSection(part, widest + _CELL_PX)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)

    def show_passage(self, passage: Passage, names: tuple[str, ...]) -> None:
        """Show a passage, in a moment if another was shown a moment ago."""
        self._shown = passage, names
        self._showing.wish()

    def _show(self) -> None:
        if self._shown:
            self._rows.show_passage(*self._shown)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.neurons[index.row()])


def _values(column: Column, part: _Part) -> Array:
    """Return what a column of the table has of all neurons of a layer, as numbers: (n,)."""
    if part is _Part.ACTIVATION:
        found: Array = column.values.reshape(len(column.values), -1).sum(axis=1)
        return found
    if part is _Part.HEARS:
        loudest_of_each: Array = np.abs(column.strengths).max(axis=1, initial=0)
        return loudest_of_each
    return column.adds if part is _Part.ADDS else column.sums


def _alignment(section: int) -> int:
    flags = Qt.AlignmentFlag.AlignVCenter
    is_number = section in (_Part.SUM, _Part.ACTIVATION, _Part.ADDS)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int(flags | side)
