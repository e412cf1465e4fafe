"""A network whose training diverged goes on answering, and the window says what it is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.plots.saving import svg_of
from desktop.runs.columns import Column
from desktop.worker.run_state import State


def test_the_answer_says_that_its_model_has_diverged(
    window: MainWindow, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    name = window.findChild(QLabel, "modelName")
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist")
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(1000)
    window.model.train()
    wait_for_state(State.IDLE)
    qtbot.waitUntil(lambda: name.text() == "diverged: your mlp")
    assert window.status.text == "The run diverged"
    table = window.training.runs.table
    assert table.data(table.index(0, 6)) == "diverged"
    figures, loss = window.training.curves.figures, window.training.curves.loss
    assert figures.epoch.text() == table.data(table.index(0, Column.EPOCHS)) == "0 / 40"
    batch = window.model.runs.runs[-1].batches_done
    qtbot.waitUntil(lambda: [x for x, _ in loss.items.marks.ends] == [batch])
    assert f"exploded after batch {batch}" in loss.plot.accessibleDescription()
    assert f"exploded after batch {batch}</text>" in svg_of(loss).decode()
    assert "Diverged: its model" in table.data(table.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    settings.lr.setValue(0.1)
    window.model.train()
    qtbot.waitUntil(lambda: name.text().startswith("your mlp"))
    window.model.trainer.stop()  # the next run is a run like any other
    wait_for_state(State.IDLE)
    assert not loss.items.marks.ends
    assert window.status.text.startswith("Stopped")
