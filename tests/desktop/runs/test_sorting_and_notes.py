"""The table of runs in the real window: sorted, noted, kept for good, and what differs."""

import os
import signal
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.columns import Column
from desktop.runs.run_list import Run
from desktop.runs.table_view import RunsView
from engine.runs.record import RunLabels
from engine.runs.store import RunStore

Train = Callable[..., Run]


def names(window: MainWindow) -> list[str]:
    return [run.name for run in window.training.runs.table.runs]


def click_header(qtbot: QtBot, view: RunsView, column: Column) -> None:
    header = view.horizontalHeader()
    x = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
    )


@pytest.fixture
def three(window: MainWindow, train: Train) -> list[Run]:
    """Return three runs, of which the second learned best and the first hardly at all."""
    window.resize(1600, 900)
    return [train(lr=0.001), train(lr=0.5), train(lr=0.05, batch_size=64)]


def test_a_click_on_a_columns_name_sorts_and_keeps_what_is_chosen(
    window: MainWindow, three: list[Run], qtbot: QtBot
) -> None:
    first, second, third = three
    card = window.training.runs
    first.shown = True
    card.view.selectRow(card.table.runs.index(second))
    by_accuracy = sorted(three, key=lambda run: -run.history.last_epoch.valid_accuracy)
    assert by_accuracy != [third, second, first]
    click_header(qtbot, card.view, Column.ACCURACY)
    assert card.table.runs == by_accuracy
    assert card.selected() == [second]
    assert [run.shown for run in three] == [True, False, True]
    assert card.table.headerData(Column.ACCURACY, Qt.Orientation.Horizontal) == "Accuracy ↓"
    click_header(qtbot, card.view, Column.ACCURACY)
    assert card.table.runs == by_accuracy[::-1]
    click_header(qtbot, card.view, Column.ACCURACY)
    assert card.table.runs == [third, second, first]
    assert card.selected() == [second]


def test_a_new_run_takes_its_place_and_is_chosen(
    window: MainWindow, three: list[Run], train: Train
) -> None:
    card = window.training.runs
    card.menu.sorting.actions()[1].trigger()
    assert names(window) == ["Run 1", "Run 2", "Run 3"]
    fourth = train()
    assert names(window) == ["Run 1", "Run 2", "Run 3", "Run 4"]
    assert card.selected() == [fourth]


@pytest.mark.long
def test_the_menu_sorts_too(window: MainWindow, three: list[Run]) -> None:
    card = window.training.runs
    rate = next(a for a in card.menu.sorting.actions() if a.data() == Column.RATE)
    rate.trigger()
    assert names(window) == ["Run 2", "Run 3", "Run 1"]
    card.menu.sorting.actions()[0].trigger()
    assert names(window) == ["Run 3", "Run 2", "Run 1"]


def test_a_note_and_keep_are_kept(
    window: MainWindow, train: Train, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = train()
    card = window.training.runs
    asked: list[str] = []

    def answer(_: QWidget, title: str, question: str, text: str) -> tuple[str, bool]:
        asked.append(f"{title}: {question} {text}")
        return " too slow ", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    card.menu.note.trigger()
    card.menu.keep.trigger()
    assert asked == ["Note: What to remember about Run 1: "]
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    kept = RunStore().open(run.start.id).labels()
    assert kept == RunLabels("", "too slow", keep=True, shown=True)
    index = card.table.index(0, Column.NAME)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Run 1, kept for good"
    assert "Kept for good: only you can delete it" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert card.table.setData(card.table.index(0, Column.NOTE), "typed in its place")
    card.menu.keep.trigger()
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    kept = RunStore().open(run.start.id).labels()
    assert (kept.note, kept.keep) == ("typed in its place", False)


def test_what_is_said_of_a_run_is_kept_though_the_worker_stands_still(
    window: MainWindow, train: Train, qtbot: QtBot
) -> None:
    run, table = train(), window.training.runs.table
    table.setData(table.index(0, Column.NAME), "first name")
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    process = window.model.link.process
    assert process
    assert process.pid
    os.kill(process.pid, signal.SIGSTOP)
    table.setData(table.index(0, Column.NAME), "second name")
    table.setData(table.index(0, Column.NOTE), "a note")
    window.close()
    kept = RunStore().open(run.start.id).labels()
    assert (kept.name, kept.note) == ("second name", "a note")


def test_a_hostile_name_is_shown_as_it_is(
    window: MainWindow, train: Train, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_: QWidget, __: str, question: str, text: str) -> tuple[str, bool]:
        asked.append(question)
        return text, False

    monkeypatch.setattr(QInputDialog, "getText", answer)
    train()
    table = window.training.runs.table
    table.setData(table.index(0, Column.NAME), "<img src='x'>")
    window.training.runs.menu.note.trigger()
    assert "&lt;img" in asked[0]
    assert "<img" not in asked[0]


def test_only_what_differs_between_the_ticked_runs_is_told(
    window: MainWindow, three: list[Run], qtbot: QtBot
) -> None:
    line, table = window.training.runs.differences, window.training.runs.table
    assert not line.isVisible()
    role = Qt.ItemDataRole.CheckStateRole
    table.setData(table.index(2, Column.NAME), Qt.CheckState.Checked, role)
    assert line.isVisible()
    assert line.text() == "Batch size 64 | 32"  # the rates stand in a column
    assert "Run 1: Learning rate 0.001, Batch size 32" in line.toolTip()
    table.sort_by(Column.NAME)
    assert line.text() == "Batch size 32 | 64"
    window.resize(1093, 614)
    qtbot.waitUntil(lambda: window.training.runs.view.isColumnHidden(Column.RATE))
    qtbot.waitUntil(lambda: line.text() == "Learning rate 0.001 | 0.05  ·  Batch size 32 | 64")
    table.setData(table.index(0, Column.NAME), Qt.CheckState.Unchecked, role)
    assert not line.isVisible()


def test_the_best_epoch_stands_in_the_table(window: MainWindow, train: Train) -> None:
    run = train()
    best = int(run.history.accuracy.y.argmax()) + 1
    table = window.training.runs.table
    assert table.index(0, Column.BEST).data() == str(best)
    share = f"{run.history.accuracy.y.max():.2f} %"
    tip = table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert f"Best epoch: {best}, {share} correct" in tip


def test_the_line_below_the_table_fits_a_small_screen(
    window: MainWindow, three: list[Run], qtbot: QtBot
) -> None:
    for run in three:
        run.shown = True
    window.training.runs.table.shown_changed.emit()
    window.resize(1093, 614)
    area = window.centralWidget()
    qtbot.waitUntil(lambda: window.height() == 614)
    assert window.training.runs.differences.isVisible()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert area.horizontalScrollBar().maximum() == 0
