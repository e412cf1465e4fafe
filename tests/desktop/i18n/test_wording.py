"""Words that several parts of the window share."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.i18n.wording import counted, dataset_words
from desktop.main_window import MainWindow
from desktop.runs.card import RunsCard
from desktop.worker.run_state import State


def test_a_single_thing_is_no_plural() -> None:
    assert counted(1, "1 image", "{0:,} images") == "1 image"
    assert counted(2038, "1 image", "{0:,} images") == "2,038 images"


def test_datasets_go_by_what_people_call_them(
    window: MainWindow, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    status = window.findChild(QLabel, "statusLabel")
    window.model.step()
    wait_for_state(State.PAUSED)
    qtbot.waitUntil(lambda: "12,396 images of 3s and 7s" in status.text())
    cells = window.findChild(RunsCard).table
    texts = {cells.index(0, column).data() for column in range(cells.columnCount())}
    assert "3s and 7s" in texts
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    assert dataset_words("somebody's folder") == "somebody's folder"
