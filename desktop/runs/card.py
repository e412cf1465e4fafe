"""The card under the curves: all kept runs, to compare, name, restore and delete."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QPushButton, QVBoxLayout, QWidget

from desktop.i18n.numbers import fill
from desktop.runs.columns import Column
from desktop.runs.difference_line import DifferenceLine
from desktop.runs.menu import RunsMenu
from desktop.runs.run_list import Run, RunLog
from desktop.runs.sketch_answers import SketchAnswers
from desktop.runs.table import RunTable
from desktop.runs.table_view import RunsView
from desktop.widgets.controls import Card, Disclosure, IconButton
from desktop.widgets.plain_text import as_tip
from desktop.widgets.theme import GAP_PX
from desktop.widgets.whole_rows import WholeItems


class RunsCard(Card):
    """Signals: `shown_changed()`; `chosen(Run | None)` the one that is selected, if it is the only
    one; `continue_requested(Run)`, `restore_requested(Run)`, `report_requested(Run)`,
    `delete_requested(list[Run])`.
    """

    shown_changed = Signal()
    chosen = Signal(object)
    continue_requested = Signal(object)
    restore_requested = Signal(object)
    report_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(self, log: RunLog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.table = RunTable(log, self)
        self.view = RunsView(self.table)
        self.rows = WholeItems(self.view)
        self.disclosure = Disclosure(self.tr("Runs"))
        self.continue_button = self._button(
            "continueButton",
            self.tr("Continue"),
            self.tr("Go on with this run from where it was stopped or cut off"),
        )
        self.restore_button = self._button(
            "restoreButton",
            self.tr("Use its model"),
            self.tr("Let this run's network read your sketch again"),
        )
        self.delete_button = self._button(
            "deleteRunButton",
            self.tr("Delete"),
            self.tr("Delete the selected runs and their models"),
        )
        self.menu = RunsMenu(self.table, self)
        self.menu_button = IconButton("more", "", flat=True)
        self.differences = DifferenceLine()
        self._idle = True
        self._followed: Run | None = None  # the newest run, as it was chosen here
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the runs have come to."""
        self.table.refresh()
        self.setVisible(self.table.rowCount() > 0)
        self._choose_newest()
        self._offer()
        self._tell_differences()

    def selected(self) -> list[Run]:
        """Return the chosen runs."""
        rows = self.view.selectionModel().selectedRows()
        return [self.table.run_at(index.row()) for index in rows]

    @property
    def ticked(self) -> list[Run]:
        """The runs that are compared, from the top of the table down."""
        return [run for run in self.table.runs if run.shown]

    def choose(self, ids: set[str]) -> None:
        """Select runs, and scroll to them."""
        rows = [row for row, run in enumerate(self.table.runs) if run.start.id in ids]
        flags = QItemSelectionModel.SelectionFlag
        self.view.clearSelection()
        for row in rows:
            index = self.table.index(row, Column.NAME)
            self.view.selectionModel().select(index, flags.Select | flags.Rows)
            self.view.scrollTo(index)

    def show_answers(self, answers: SketchAnswers) -> None:
        """Show what the ticked runs' networks make of the sketch."""
        self.table.show_answers(answers.by_run)
        self.view.show_answers(answers.is_wanted)

    def allow(self, idle: bool) -> None:
        """Restoring and reporting wait for the run under way to end."""
        self._idle = idle
        self._offer()

    def _choose_newest(self) -> None:
        """Choose a new run, so that its buttons work at once; what people chose stays chosen."""
        newest = self._log.runs[-1] if self._log.runs else None
        if newest is not None and newest is not self._followed:
            if self.selected() in ([], [self._followed]):
                flags = QItemSelectionModel.SelectionFlag  # selectRow heeds Ctrl and Shift
                index = self.table.index(self.table.runs.index(newest), Column.NAME)
                chosen = self.view.selectionModel()
                chosen.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._followed = newest

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("flat", True)
        button.setToolTip(as_tip(tip))
        return button

    def _build(self) -> None:
        self.disclosure.setObjectName("runsDisclosure")
        self.disclosure.setToolTip(self.tr("All runs that are kept, the newest first"))
        self.disclosure.setChecked(True)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self.disclosure)
        top.addStretch()
        for button in (
            self.continue_button,
            self.restore_button,
            self.delete_button,
            self.menu_button,
        ):
            top.addWidget(button)
        self._dress_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP_PX - 4, 2, 6, 4)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.rows)
        layout.addWidget(self.differences)

    def _dress_view(self) -> None:
        self.view.setObjectName("runsTable")
        self.view.setAccessibleName(self.tr("Runs that are kept"))
        self.view.setToolTip(
            self.tr("Tick runs to compare them; double-click a name or a note to change it")
        )
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.menu_button.setObjectName("runsMenuButton")
        self.menu_button.setProperty("compact", True)
        self.menu_button.setAccessibleName(self.tr("More about runs"))
        self.menu_button.setToolTip(self.tr("Name, keep, sort, compare and save runs"))
        self.menu_button.setMenu(self.menu)

    def _connect(self) -> None:
        self.disclosure.toggled.connect(self.rows.setVisible)
        self.disclosure.toggled.connect(self._tell_differences)
        self.table.shown_changed.connect(self.shown_changed)
        self.table.labelled.connect(self.shown_changed)
        self.table.layoutChanged.connect(self._tell_differences)
        self.shown_changed.connect(self._tell_differences)
        later = Qt.ConnectionType.QueuedConnection  # the table is at its layout
        self.view.columns_changed.connect(self._tell_differences, later)
        self.shown_changed.connect(self._offer)
        self.view.selectionModel().selectionChanged.connect(self._offer)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self.continue_button.clicked.connect(self._on_continue)
        self.restore_button.clicked.connect(self._on_restore)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.menu.rename.triggered.connect(self._on_rename)
        self.menu.note.triggered.connect(self._on_note)
        self.menu.keep.triggered.connect(self._on_keep)
        self.menu.report.triggered.connect(self._on_report)
        self.delete_button.clicked.connect(self._on_delete)
        context = Qt.ShortcutContext.WidgetShortcut
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(context)
        delete.activated.connect(self._on_delete)

    @Slot()
    def _on_selected(self) -> None:
        runs = self.selected()
        self.chosen.emit(runs[0] if len(runs) == 1 else None)

    @Slot()
    def _offer(self) -> None:
        runs = self.selected()
        lone_model = len(runs) == 1 and runs[0].has_model
        can_go_on = len(runs) == 1 and runs[0].can_go_on
        self.continue_button.setVisible(can_go_on)
        self.continue_button.setEnabled(can_go_on and self._idle)
        self.restore_button.setEnabled(lone_model and self._idle)
        self.menu.offer(runs, self.ticked, reports=lone_model and self._idle)
        self.delete_button.setEnabled(self._deletable())

    def _deletable(self) -> bool:
        runs = self.selected()
        return bool(runs) and all(run.outcome is not None for run in runs)

    @Slot()
    def _tell_differences(self) -> None:
        whole, is_open = self.view.columns, self.disclosure.isChecked()
        if self.view.cuts_data:
            whole.discard(Column.DATA)
        self.differences.tell(self.ticked, whole, is_open=is_open)

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        self._offer()
        self.menu.popup(self.view.viewport().mapToGlobal(place))

    @Slot()
    def _on_rename(self) -> None:
        row = self.view.selectionModel().selectedRows()[0].row()
        index = self.table.index(row, Column.NAME)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    @Slot()
    def _on_note(self) -> None:
        (run,) = self.selected()
        question = fill(self.tr("What to remember about {0}:"), run.name)
        title = self.tr("Note")
        note, is_sure = QInputDialog.getText(self, title, as_tip(question), text=run.note)
        if is_sure and run in self.table.runs:  # it may have been cleared away meanwhile
            self.table.label([run], note=note.strip())

    @Slot(bool)
    def _on_keep(self, on: bool) -> None:
        self.table.label(self.selected(), keep=on)

    @Slot()
    def _on_continue(self) -> None:
        self.continue_requested.emit(self.selected()[0])

    @Slot()
    def _on_restore(self) -> None:
        self.restore_requested.emit(self.selected()[0])

    @Slot()
    def _on_report(self) -> None:
        self.report_requested.emit(self.selected()[0])

    @Slot()
    def _on_delete(self) -> None:
        if self._deletable():
            self.delete_requested.emit(self.selected())
