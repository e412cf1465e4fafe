"""What can be done with runs beside the card's buttons: one menu, behind a button and in the table.

It only offers; who made it connects the actions.
"""

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.runs.columns import SEEN, TEXTS, Column
from desktop.runs.run_list import Run
from desktop.runs.table import RunTable
from desktop.widgets.plain_text import as_tip


class RunsMenu(QMenu):
    """The actions are attributes. `sorting` has one for each order of the table."""

    def __init__(self, table: RunTable, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._table = table
        self.rename = self._action(
            self.tr("Re&name"), self.tr("Give the selected run another name (F2)")
        )
        self.note = self._action(
            self.tr("N&ote…"), self.tr("Write down what you want to remember about the run")
        )
        self.keep = self._action(
            self.tr("&Keep for good"),
            self.tr("Never clear this run away to make room; you can still delete it"),
        )
        self.keep.setCheckable(True)
        self.landscape = self._action(
            self.tr("&Loss landscape…"),
            self.tr("Draw the loss around the run as a map, with the paths of the ticked runs"),
        )
        self.addSeparator()
        self.report = self._action(
            self.tr("&Report…"),
            self.tr("Save settings, curves and confusion matrix as one web page"),
        )
        self.notebook = self._action(
            self.tr("Save as a note&book…"),
            self.tr("Save the training in plain PyTorch, to run and change it in Jupyter or Colab"),
        )
        self.comparison = self._action(
            self.tr("&Compare the ticked runs…"),
            self.tr("Save results, differences, curves and confusion matrices as one web page"),
        )
        self.csv = self._action(
            self.tr("Save the &table (CSV)…"),
            self.tr("Save all runs with their results and settings, for a spreadsheet"),
        )
        self.export = self._action(
            self.tr("&Export the selected runs…"),
            self.tr("Copy them to a folder, from which another computer can import them"),
        )
        self.addSeparator()
        self.room = self._action(
            self.tr("How &many are kept…"),
            self.tr("Choose after how many runs the oldest are cleared away"),
        )
        self.sorting = self._sort_menu()

    def offer(self, selected: list[Run], ticked: list[Run], *, reports: bool) -> None:
        """Offer what can be done with the selected runs, and with the ticked ones."""
        self.comparison.setEnabled(len(ticked) > 1)
        self.rename.setEnabled(len(selected) == 1)
        self.note.setEnabled(len(selected) == 1)
        self.keep.setEnabled(bool(selected))
        self.keep.setChecked(bool(selected) and all(run.keep for run in selected))
        self.report.setEnabled(reports)
        self.landscape.setEnabled(len(selected) == 1)
        self.notebook.setEnabled(len(selected) == 1)
        self.export.setEnabled(bool(selected) and all(run.start.id for run in selected))
        for action in self.sorting.actions():
            action.setChecked(action.data() == self._table.sorted_by)

    def _action(self, text: str, tip: str) -> QAction:
        action = self.addAction(text)
        action.setToolTip(as_tip(tip))
        return action

    def _sort_menu(self) -> QMenu:
        menu = self.addMenu(self.tr("&Sort by"))
        group = QActionGroup(self)
        names = {column: self._table.name_of(column) for column in SEEN}
        for column, name in ({None: self.tr("Newest first")} | names).items():
            action = menu.addAction(name)
            action.setData(column)
            action.setCheckable(True)
            group.addAction(action)
        group.triggered.connect(self._on_sorted)
        return menu

    def _on_sorted(self, action: QAction) -> None:
        column = None if action.data() is None else Column(action.data())
        self._table.sort_by(column, falling=column is not None and column not in TEXTS)
