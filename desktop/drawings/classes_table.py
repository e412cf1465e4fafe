"""The classes of the drawings that are kept, and how many there are: chooses and renames them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.i18n.numbers import fill
from desktop.widgets.plain_text import as_tip
from desktop.widgets.typed_cells import TypedCells
from engine.data.drawings import KeptDrawing

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CAN_BE_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ClassesTable(QTableWidget):
    """A row for all drawings, then one for each class.

    Signals: `chosen_changed()` another class is looked at; `rename_requested(str, str)` a class,
    and what was typed in its place.
    """

    chosen_changed = Signal()
    rename_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(0, 2)
        self.setObjectName("ownClasses")
        self.setAccessibleName(self.tr("Classes of your drawings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setItemDelegate(TypedCells(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dress_headers()
        self.label: str | None = None  # the class that is looked at; None: all
        self._labels: tuple[str, ...] = ()
        self.currentCellChanged.connect(self._on_current_changed)
        self.itemChanged.connect(self._on_edited)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 3 * self.verticalHeader().defaultSectionSize())

    def show_drawings(self, drawings: Sequence[KeptDrawing]) -> None:
        """Count drawings; a class that is gone isn't looked at any more."""
        before, self._labels = self._labels, tuple(dict.fromkeys(d.label for d in drawings))
        with QSignalBlocker(self):
            if self._labels != before and self.state() is self.State.EditingState:
                self.setRowCount(0)  # what is typed mustn't become another class's name
            self.setRowCount(len(self._labels) + 1)
            self._show_row(0, self.tr("all"), drawings)
            for row, label in enumerate(self._labels, 1):
                self._show_row(row, label, [d for d in drawings if d.label == label])
            if self.label not in self._labels:
                self.label = None
            self.setCurrentCell(self._row_of(self.label), 0)

    def choose(self, label: str | None) -> None:
        """Look at one class; None is all."""
        self.setCurrentCell(self._row_of(label), 0)

    def edit_chosen(self) -> None:
        """Let the name of the chosen class be typed anew."""
        self.setFocus()
        self.edit(self.model().index(self.currentRow(), 0))

    def _dress_headers(self) -> None:
        for column, text in enumerate((self.tr("Class"), self.tr("train + test"))):
            head = QTableWidgetItem(text)
            head.setTextAlignment(_RIGHT if column else _LEFT)
            self.setHorizontalHeaderItem(column, head)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setAccessibleName(self.tr("Columns of the classes"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)

    def _show_row(self, row: int, name: str, drawings: Sequence[KeptDrawing]) -> None:
        tested = sum(drawing.kept_back for drawing in drawings)
        learned = len(drawings) - tested
        words = self.tr("{0}: {1} for training + {2} held out for testing")
        label, count = QTableWidgetItem(name), QTableWidgetItem(f"{learned} + {tested}")
        count.setTextAlignment(_RIGHT)
        label.setFlags(_CAN_BE_CHOSEN | Qt.ItemFlag.ItemIsEditable if row else _CAN_BE_CHOSEN)
        count.setFlags(_CAN_BE_CHOSEN)
        for column, item in enumerate((label, count)):
            item.setToolTip(as_tip(fill(words, name, learned, tested)))
            self.setItem(row, column, item)

    def _row_of(self, label: str | None) -> int:
        return self._labels.index(label) + 1 if label in self._labels else 0

    @Slot(int, int)
    def _on_current_changed(self, row: int, *_: int) -> None:
        label = self._labels[row - 1] if 0 < row <= len(self._labels) else None
        if label != self.label:
            self.label = label
            self.chosen_changed.emit()

    @Slot(QTableWidgetItem)
    def _on_edited(self, item: QTableWidgetItem) -> None:
        before, typed = self._labels[item.row() - 1], item.text().strip()
        with QSignalBlocker(self):
            item.setText(before)  # until it is so
        if typed and typed != before:
            self.rename_requested.emit(before, typed)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Move between rows only: both cells of one mean the same."""
        index = super().moveCursor(action, modifiers)
        return index.siblingAtColumn(0)
