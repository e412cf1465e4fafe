"""How the table of runs looks: a tick box, a name, a piece of its curve, then narrow columns."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
)

from desktop.runs.columns import SEEN, TEXTS, Column, data_differ, fitting
from desktop.runs.name_cells import KEPT_PX, KEY_PX, NameCells
from desktop.runs.table import RunTable
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import scaled_font
from desktop.widgets.typed_cells import TypedCells

_Index = QModelIndex | QPersistentModelIndex
_CELL_PX = 10  # beside a cell's words
_WIDEST: dict[int, int] = {Column.NOTE: 160, Column.PAD: 90, Column.DATA: 120}  # the rest is cut
_ANSWER = "8, 100 %"  # so wide the column is, whatever the answers of the moment
_NAME_PX = 120  # whatever the other columns need, so much of a name and its key can be seen
_LONG_NAME_PX = 260  # so much of it is worth more than what the data are called
_MEASURED_ROWS = 8  # say how wide a column is
_LEAST_ROWS, _MOST_ROWS = 2, 8  # that are seen before the table scrolls


class RunsView(QTableView):
    """As high as its rows, up to a few; its first column takes the room that the others leave.

    Where there isn't room for all columns, those go first that the row's tooltip and the form tell.
    A click on a column's name sorts by it, another one the other way, a third one by age again.
    Signals: `columns_changed()`, which of them are seen, or seen whole.
    """

    columns_changed = Signal()

    def __init__(self, table: RunTable) -> None:
        self._is_fitting = self._has_answers = False
        super().__init__()
        self._table = table
        self._blank: set[Column] = set()  # in which no run has anything
        self._differ = False  # the runs, in their data
        self.cuts_data = False  # what they are called isn't seen whole
        self.setModel(table)
        self.setFont(scaled_font(self, 0.92))
        self.setHorizontalHeader(_Header(Qt.Orientation.Horizontal, self))
        self._dress_header(self.horizontalHeader())  # before anything asks how wide a column is
        self.setItemDelegate(TypedCells(self))
        self.setItemDelegateForColumn(0, NameCells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        return QSize(0, self._height(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NAME_PX, self._height(_LEAST_ROWS))  # less than Qt's own

    @property
    def columns(self) -> set[Column]:
        return {column for column in SEEN if not self.isColumnHidden(column)}

    def show_answers(self, shown: bool) -> None:
        """Have a column for the answers to the sketch, or none."""
        if shown is not self._has_answers:
            self._has_answers = shown
            self.updateGeometries()

    def dataChanged(
        self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()
    ) -> None:
        super().dataChanged(top_left, bottom_right, list(roles))
        seen = self.rowAt(self.viewport().height() - 1) % self._table.rowCount()  # -1 is below all
        rows = range(max(top_left.row(), self.rowAt(0)), min(bottom_right.row(), seen) + 1)
        columns = range(top_left.column(), bottom_right.column() + 1)
        is_new = self._blank != self._find_blank() or self._differ != data_differ(self._table.runs)
        if is_new or any(self._is_outgrown(row, column) for row in rows for column in columns):
            self.updateGeometries()

    def _find_blank(self) -> set[Column]:
        runs = self._table.runs
        drawn = any(run.drawn_accuracy is not None for run in runs)
        known = {Column.DRAWN: drawn, Column.NOTE: any(run.note for run in runs)}
        return {column for column, is_known in known.items() if not is_known}

    def _is_outgrown(self, row: int, column: int) -> bool:
        """Tell whether words need more room than they have; cheap, as a run tells often."""
        if column == Column.PAD or self.isColumnHidden(column):
            return False  # which has its width whatever stands in it
        wanted = self.sizeHintForIndex(self.model().index(row, column)).width()
        if column == Column.NAME:
            wanted = min(wanted + KEY_PX + KEPT_PX, _LONG_NAME_PX)
        return min(wanted, _WIDEST.get(column, wanted)) > self.columnWidth(column)

    def updateGeometries(self) -> None:
        if not self._is_fitting:  # a column that goes or comes has Qt ask again
            self._is_fitting = True
            self._fit_columns()
            self._is_fitting = False
        super().updateGeometries()
        self.updateGeometry()

    def _fit_columns(self) -> None:
        header, room = self.horizontalHeader(), self.viewport().width()
        widths = {column: self._wanted(column) for column in SEEN[1:]}
        if not self._has_answers:
            widths[Column.PAD] = 0
        self._blank, self._differ = self._find_blank(), data_differ(self._table.runs)
        widths |= dict.fromkeys(self._blank, 0)
        name_px = min(self.sizeHintForColumn(Column.NAME) + KEY_PX, _LONG_NAME_PX)
        least = min(name_px, _NAME_PX)
        shown = fitting(widths, room, least, name_px, differ=self._differ)
        before = self.columns, self.cuts_data
        for column in SEEN[1:]:
            self.setColumnHidden(column, column not in shown)
        widths = {column: widths[column] for column in shown}
        if Column.DATA in shown:  # whole, where there is room
            cut = self.sizeHintForColumn(Column.DATA) - widths[Column.DATA]
            widths[Column.DATA] += max(0, min(cut, room - sum(widths.values()) - name_px))
            self.cuts_data = widths[Column.DATA] < self.sizeHintForColumn(Column.DATA)
        if before != (self.columns, self.cuts_data):
            self.columns_changed.emit()
        widths[Column.NAME] = max(least, room - sum(widths.values()))
        for section, width in widths.items():
            header.resizeSection(section, width)

    def _wanted(self, column: int) -> int:
        """Return how wide a column would be, whether it is hidden or not."""
        cells = self.sizeHintForColumn(column)
        if column == Column.PAD:
            cells = max(cells, self.fontMetrics().horizontalAdvance(_ANSWER) + _CELL_PX)
        cells = min(cells, _WIDEST.get(column, cells))
        return max(cells, self.horizontalHeader().sectionSizeFromContents(column).width())

    @Slot(int)
    def _on_header_clicked(self, column: int) -> None:
        """Sort: of numbers the largest first, of texts the smallest."""
        table, first = self._table, column not in TEXTS
        if table.sorted_by != column:
            table.sort_by(Column(column), falling=first)
        elif table.falls is first:
            table.sort_by(Column(column), falling=not first)
        else:
            table.sort_by(None)

    def _height(self, most_rows: int) -> int:
        rows = min(self.model().rowCount(), most_rows)
        height = self.horizontalHeader().sizeHint().height() + 2
        return height + rows * self.verticalHeader().defaultSectionSize()

    def _dress_header(self, header: QHeaderView) -> None:
        header.setFont(scaled_font(self, 0.85))
        header.setAccessibleName(self.tr("Columns of the runs"))
        header.setToolTip(as_tip(self.tr("Click to sort by this column")))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._on_header_clicked)
        for place, column in enumerate(SEEN):
            header.moveSection(header.visualIndex(column), place)
        header.setResizeContentsPrecision(_MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class _Header(QHeaderView):
    """Takes no more room than its words: Qt keeps some for bold ones, which there are not."""

    def sectionSizeFromContents(self, section: int) -> QSize:
        size = super().sectionSizeFromContents(section)
        words = str(self.model().headerData(section, self.orientation()))
        bold = QFont(self.font())
        bold.setBold(True)
        spare = QFontMetrics(bold).horizontalAdvance(words)
        return size - QSize(spare - self.fontMetrics().horizontalAdvance(words), 0)
