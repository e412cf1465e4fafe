"""A class's work as one table, read from a folder of what pupils have exported."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.lessons.figures.prose import paragraph
from desktop.plots.saving import ask_where
from desktop.widgets.dialog import Dialog
from desktop.widgets.plain_text import as_tip
from desktop.widgets.save_file import saved, write
from desktop.widgets.theme import GAP_PX
from desktop.worker.questions import Session
from engine.lessons.school_class import SchoolClass, table
from engine.words.csv_table import csv_file

_WIDE_PX, _HIGH_PX, _COLUMN_PX = 820, 520, 220
_MOST_TOLD = 5  # files that were left out


def class_of(folder: Path, session: Session) -> Iterator[SchoolClass]:
    """Answer with what a folder holds."""
    from engine.lessons.school_class import read_class

    yield read_class(folder)


class ClassWindow(Dialog):
    """Signals: `failed(str)` and `told(str)`, sentences for people."""

    failed = Signal(str)
    told = Signal(str)

    def __init__(self, school_class: SchoolClass, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._class, self._folder = school_class, folder
        self.setObjectName("classWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(fill(self.tr("Class: {0}"), folder.name))
        self.resize(_WIDE_PX, _HIGH_PX)
        self.table = QTableWidget(self)
        self.left_out = paragraph()
        self.save_button = QPushButton(self.tr("Save as a table (CSV)…"))
        self.save_button.setToolTip(self.tr("Save it for the gradebook or a spreadsheet"))
        self.save_button.clicked.connect(self._on_save)
        self._fill()
        self._tell_what_is_left_out()
        foot, layout = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(paragraph(self._legend()), 1)
        foot.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.setContentsMargins(GAP_PX, GAP_PX, GAP_PX, GAP_PX)
        layout.setSpacing(GAP_PX)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.left_out)
        layout.addLayout(foot)

    def _fill(self) -> None:
        heading, *rows = table(self._class)
        known = len(self._names())
        names = [*self._names(), *map(str, heading[known:])]
        self.table.setObjectName("classTable")
        self.table.setAccessibleName(self.tr("A row for each pupil"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)  # as in the other tables
        self.table.verticalHeader().hide()
        self.table.setColumnCount(len(names))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(names)
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                item = QTableWidgetItem()
                is_own = x < known or heading[x] in self._class.works[y].answers
                shown = self.tr("wrong") if value == "wrong" and not is_own else value
                item.setData(Qt.ItemDataRole.DisplayRole, shown)
                item.setToolTip(as_tip(str(shown)))
                self.table.setItem(y, x, item)
        for x, name in enumerate(names):
            head = self.table.horizontalHeaderItem(x)
            assert head is not None
            head.setToolTip(as_tip(name))
            head.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._fit_columns()

    def _fit_columns(self) -> None:
        self.table.ensurePolished()  # or the style's padding would be cut from each cell
        self.table.resizeColumnsToContents()
        for x in range(self.table.columnCount()):
            self.table.setColumnWidth(x, min(self.table.columnWidth(x), _COLUMN_PX))

    def _names(self) -> list[str]:
        return [
            self.tr("Name"),
            self.tr("Done"),
            self.tr("Wrong tries"),
            self.tr("Best accuracy, %"),
        ]

    def _legend(self) -> str:
        return self.tr(
            "Each question's column tells which try was the first right one, or “wrong” where none "
            "was; free answers are as they were written."
        )

    def _tell_what_is_left_out(self) -> None:
        sentences = [in_words(message) for message in self._class.refused[:_MOST_TOLD]]
        more = len(self._class.refused) - len(sentences)
        if more > 0:
            sentences.append(fill(self.tr("%Ln more file(s) (is|are) left out.", "", more)))
        self.left_out.setText("\n".join(sentences))
        self.left_out.setVisible(bool(sentences))

    @Slot()
    def _on_save(self) -> None:
        name, kind = f"{self._folder.name}.csv", self.tr("Tables")
        path = ask_where(self, self.tr("Save the class"), name, kind)
        if path is None:
            return
        if problem := write(path, csv_file(table(self._class))):
            self.failed.emit(problem)
        else:
            self.told.emit(saved(path))
