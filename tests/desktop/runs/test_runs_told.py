"""What the numbers and the plots' words tell, as runs are compared and deleted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run

Press = Callable[[str], None]
Train = Callable[..., Run]


def test_numbers_and_words_go_with_a_deleted_run(
    window: MainWindow, train: Train, press: Press, qtbot: QtBot
) -> None:
    first, _ = train(lr=0.01), train()
    curves, view = window.training.curves, window.training.runs.view
    view.selectRow(0)
    press("deleteRunButton")
    told = f"{first.history.last_epoch.valid_accuracy * 100:.2f} %"
    qtbot.waitUntil(lambda: curves.figures.accuracy.text() == told)
    assert curves.figures.loss.text() == f"{first.history.last_epoch.valid_loss:.4f}"
    assert curves.figures.epoch.text() == "2 / 2"
    best = f"Epoch 2: {told} correct"
    assert best in curves.accuracy.plot.accessibleDescription()
    view.selectRow(0)
    press("deleteRunButton")
    qtbot.waitUntil(lambda: curves.figures.accuracy.text() == "–")
    assert curves.figures.epoch.text() == "–"
    assert not any("poch" in plot.plot.accessibleDescription() for plot in curves.plots)
    assert "atch" not in curves.loss.plot.accessibleDescription()


def test_words_tell_of_the_runs_that_are_seen(
    window: MainWindow, train: Train, qtbot: QtBot
) -> None:
    first, second = train(lr=0.01), train()
    table, plot = window.training.runs.table, window.training.curves.accuracy.plot
    shares = [f"{run.history.last_epoch.valid_accuracy * 100:.2f} %" for run in (first, second)]
    table.setData(table.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    both = f"Run 1: Epoch 2: {shares[0]} correct"
    qtbot.waitUntil(lambda: both in plot.accessibleDescription())
    assert f"Run 2: Epoch 2: {shares[1]} correct" in plot.accessibleDescription()
    table.setData(table.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    alone = f"Epoch 2: {shares[0]} correct"
    qtbot.waitUntil(lambda: plot.accessibleDescription().startswith(alone))
