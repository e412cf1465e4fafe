"""The table of runs at any width: what matters most stays in sight, nothing scrolls sideways."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.i18n import translations
from desktop.runs.columns import Column, fitting
from desktop.runs.run_list import Run, RunLog
from desktop.runs.table import COMPARED_ROLE, RunTable
from desktop.runs.table_view import RunsView
from desktop.shell.preferences import Preferences
from desktop.widgets.whole_rows import WholeItems
from engine.reports import EpochReport
from tests.desktop.by_hand import a_start

ACCURACY = 6


def train(log: RunLog, number: int, name: str, dataset: str = "mnist_sample") -> Run:
    """Return a run that has done an epoch."""
    start = a_start(number=number, source=dataset, dataset=dataset)
    run = log.begin(start, name)
    run.history.add([EpochReport(1, 40, 0.4, 0.3, 0.9, 0.1, drawn_accuracy=0.8)])
    return run


@pytest.fixture
def view(qtbot: QtBot) -> RunsView:
    log = RunLog()
    for number in range(1, 7):
        run = train(log, number, f"a run with a name of its own {number}")
    run.note = "the last"
    table = RunTable(log)
    view = RunsView(table)
    table.setParent(view)
    table.refresh()
    view.show_answers(True)
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def names(view: RunsView) -> list[str]:
    table = view.model()
    shown = [c for c in range(table.columnCount()) if not view.isColumnHidden(c)]
    return [str(table.headerData(c, view.horizontalHeader().orientation())) for c in shown]


def test_every_column_is_there_where_there_is_room(view: RunsView) -> None:
    assert len(names(view)) == len(Column)


def test_notes_have_a_column_once_there_is_one(view: RunsView) -> None:
    table = view._table
    table.label(table.runs, note="")
    assert "Note" not in names(view)
    table.label(table.runs[:1], note="good")
    assert "Note" in names(view)


@pytest.mark.parametrize("width", [240, 300, 360, 420, 500, 620])
def test_what_was_reached_stays_in_sight(view: RunsView, width: int, qtbot: QtBot) -> None:
    view.resize(width, 300)
    qtbot.waitUntil(lambda: view.viewport().width() <= width)
    assert names(view)[0] == "Run"
    assert "Accuracy" in names(view)
    right = view.columnViewportPosition(ACCURACY) + view.columnWidth(ACCURACY)
    assert right <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_columns_come_back_with_the_room(view: RunsView, qtbot: QtBot) -> None:
    view.resize(300, 300)
    qtbot.waitUntil(lambda: len(names(view)) < len(Column))
    view.resize(900, 300)
    qtbot.waitUntil(lambda: len(names(view)) == len(Column))


def test_however_many_runs_there_are_only_those_that_are_seen_are_measured(
    view: RunsView, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(7, 300):
        train(view._table._log, number, f"Run {number}")
    view._table.refresh()
    measured: list[int] = []
    hint = RunsView.sizeHintForIndex
    monkeypatch.setattr(
        RunsView,
        "sizeHintForIndex",
        lambda self, index: (measured.append(index.row()), hint(self, index))[1],
    )
    view._table.refresh()
    assert 0 < len(set(measured)) <= view.viewport().height() // view.rowHeight(0) + 1


def test_six_runs_are_seen_without_scrolling(view: RunsView, qtbot: QtBot) -> None:
    view.resize(900, view.sizeHint().height())
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)


def test_no_run_is_cut_at_the_lower_edge(view: RunsView, qtbot: QtBot) -> None:
    least, whole = view.minimumSizeHint().height(), view.sizeHint().height()
    view = RunsView(view._table)
    rows = WholeItems(view)
    qtbot.addWidget(rows)
    rows.show()
    assert (rows.minimumSizeHint().height(), rows.sizeHint().height()) == (least, whole)
    for height in range(least, whole + 8, 9):
        rows.resize(900, height)
        shown, row = view.viewport().height(), view.rowHeight(0)
        assert shown % row == 0
        assert shown // row == min(6, (height - view.horizontalHeader().height()) // row)


def test_a_name_is_whole_before_its_data_are_shown(view: RunsView, qtbot: QtBot) -> None:
    for width in (600, 660, 720, 780, 840):
        view.resize(width, 300)
        qtbot.waitUntil(lambda width=width: view.viewport().width() <= width)
        if "Data" in names(view):
            name = view.sizeHintForColumn(Column.NAME)
            assert view.columnWidth(Column.NAME) >= name


def test_what_is_cut_is_known_until_there_is_room(qtbot: QtBot) -> None:
    log, told = RunLog(), list[bool]()
    for number, end in enumerate("ab", 1):
        train(log, number, f"Run {number}", f"/data/digits of the whole school, of class {end}")
    view = RunsView(RunTable(log))
    qtbot.addWidget(view)
    view._table.refresh()
    view.columns_changed.connect(lambda: told.append(view.cuts_data))
    view.show()
    for width, cut in ((1500, False), (560, True), (1500, False)):
        view.resize(width, 300)
        qtbot.waitUntil(lambda cut=cut: view.cuts_data is cut)
        assert not view.isColumnHidden(Column.DATA)
        assert told[-1:] in ([], [cut])
    assert told[-1] is False


@pytest.mark.parametrize("language", ["en", "de"])
def test_different_data_are_in_sight_at_any_size_of_the_window(
    language: str, qtbot: QtBot, qapp: QApplication
) -> None:
    """Else accuracies of different images would stand below each other as if they were of one."""
    Preferences().language = language
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    card = window.training.runs
    for number, dataset in enumerate(("mnist_sample", "mnist"), 1):
        train(window.model.runs, number, f"Run {number}", dataset).shown = True
    card.refresh()

    def is_seen() -> bool:
        cell = card.view.visualRect(card.table.index(0, Column.DATA))
        is_whole = cell.width() >= card.view.sizeHintForColumn(Column.DATA)
        return is_whole and cell.right() < card.view.viewport().width()

    for size in ((1366, 768), (1093, 614)):
        window.resize(*size)
        qtbot.waitUntil(is_seen)
    assert not card.differences.isVisible()
    data = card.table.index(0, Column.DATA).data()
    tip = card.table.index(0, Column.NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert data in tip
    assert "simple_net" in tip
    window.model.runs.delete(1)
    card.refresh()
    assert card.view.isColumnHidden(Column.DATA)  # which tells nothing apart now
    translations.install(qapp, "en")
    names = [f"/data/digits of the whole school, of class {end}" for end in "ab"]
    runs = [train(window.model.runs, at, f"Run {at}", name) for at, name in enumerate(names, 3)]
    for run in runs:  # which look alike where the column cuts them
        run.shown = True
    window.resize(1366, 768)
    card.refresh()
    qtbot.waitUntil(lambda: names[1] in card.differences.text())
    assert not card.view.isColumnHidden(Column.DATA)


def test_drawn_digits_have_a_column_once_something_is_known_of_them(
    view: RunsView, qtbot: QtBot
) -> None:
    table = view.model()
    assert isinstance(table, RunTable)
    for run in table.runs:
        run.history.clear()
    table.refresh()
    qtbot.waitUntil(lambda: "Drawn" not in names(view))
    newest = table.runs[0]
    newest.history.add([EpochReport(1, 40, 0.4, 0.3, 0.9, 0.1)])  # of letters
    table.refresh()
    assert "Drawn" not in names(view)
    newest.history.add([EpochReport(2, 40, 0.4, 0.3, 0.9, 0.2, drawn_accuracy=0.8125)])
    table.refresh()
    qtbot.waitUntil(lambda: "Drawn" in names(view))
    assert table.index(0, Column.DRAWN).data() == "81.25 %"
    assert table.index(1, Column.DRAWN).data() == "–"


def test_a_rate_outlasts_what_the_form_tells() -> None:
    widths = {Column.RATE: 50, Column.EPOCHS: 60, Column.LOSS: 55, Column.TIME: 40}
    assert fitting(widths, 345, 120, 200, differ=False) == {
        Column.RATE,
        Column.EPOCHS,
        Column.LOSS,
        Column.TIME,
    }
    assert fitting(widths, 275, 120, 200, differ=False) == {Column.RATE, Column.LOSS, Column.TIME}
    assert fitting(widths, 235, 120, 200, differ=False) == {Column.RATE, Column.LOSS}


def test_a_narrow_column_comes_back_for_a_broad_one() -> None:
    widths = {Column.EPOCHS: 30, Column.RATE: 100, Column.LOSS: 60}
    assert fitting(widths, 219, 120, 200, differ=False) == {Column.EPOCHS, Column.LOSS}


def test_a_piece_of_curve_stands_for_a_run_only_among_others(view: RunsView) -> None:
    first, second = (view.model().index(row, 0) for row in range(2))

    def tick(index: QModelIndex, state: Qt.CheckState) -> list[bool]:
        view.model().setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return [first.data(COMPARED_ROLE), second.data(COMPARED_ROLE)]

    tick(second, Qt.CheckState.Unchecked)
    assert tick(first, Qt.CheckState.Checked) == [False, False]  # a legend names its curves
    assert tick(second, Qt.CheckState.Checked) == [True, True]
    assert tick(first, Qt.CheckState.Unchecked) == [False, False]


@pytest.mark.parametrize("column", [Column.NAME, Column.NOTE])
def test_what_is_typed_outlasts_what_a_run_tells_meanwhile(view: RunsView, column: Column) -> None:
    table = view._table
    view.edit(table.index(2, column))
    editor = view.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "half typ")
    table.refresh()  # as at each epoch's end
    QTest.keyClicks(editor, "ed")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert table.data(table.index(2, column)) == "half typed"
    run = table.run_at(2)
    assert "half typed" in (run.own_name, run.note)
