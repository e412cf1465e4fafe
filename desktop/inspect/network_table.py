"""The drawn network as a table: the same numbers for the keyboard and for screen readers."""

from enum import IntEnum

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
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
from engine.analysis.passage import Passage

_EVERY_MS = 250  # numbers that change more often can't be read
_WIDEST = "neuron 123"  # what is in most cells is no wider
_CELL_PX = 24  # beside a cell's words: its edges, and the sign of the order
_ANY = QModelIndex()
_SORT_ROLE = Qt.ItemDataRole.UserRole
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
    """A row for each neuron of each layer."""

    def __init__(self) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._names: tuple[str, ...] = ()
        self.neurons: list[Neuron] = []
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
        is_other = rows != self.neurons
        if is_other:
            self.beginResetModel()
        self._passage, self._names, self.neurons = passage, names, rows
        if is_other:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_Part) - 1), [])

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
        if role == _SORT_ROLE:
            return self._value(self.neurons[index.row()], _Part(index.column()))
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
        return number(self._value(at, part))

    def _value(self, at: Neuron, part: _Part) -> float:
        assert self._passage is not None
        column = self._passage.columns[at.column]
        if part is _Part.SUM:
            return float(column.sums[at.number])
        if part is _Part.ACTIVATION:
            return total(column, at.number)
        if part is _Part.ADDS:
            return float(column.adds[at.number])
        if part is _Part.HEARS:
            return float(np.abs(column.strengths[at.number]).max(initial=0))
        return float(at.column * 1e6 + at.number)


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
        self._rows, self._sorted = _Rows(), QSortFilterProxyModel(self)
        self._rows.setParent(self)
        self._sorted.setSortRole(_SORT_ROLE)
        self._sorted.setSourceModel(self._rows)
        self.setModel(self._sorted)
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
        self.chosen.emit(self._rows.neurons[self._sorted.mapToSource(index).row()])


def _alignment(section: int) -> int:
    flags = Qt.AlignmentFlag.AlignVCenter
    is_number = section in (_Part.SUM, _Part.ACTIVATION, _Part.ADDS)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int(flags | side)
