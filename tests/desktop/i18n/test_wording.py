"""Words that several parts of the window share."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.i18n import translations
from desktop.i18n.wording import dataset_words, images_words, mistakes_words
from desktop.main_window import MainWindow
from desktop.runs.card import RunsCard
from desktop.worker.run_state import State


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["0 images", "1 image", "2,038 images", "1 mistake"]),
        ("de", ["0 Bilder", "1 Bild", "2.038 Bilder", "1 Fehler"]),
    ],
)
def test_a_single_thing_is_no_plural(qapp: QApplication, language: str, said: list[str]) -> None:
    translations.install(qapp, language)
    found = [*map(images_words, (0, 1, 2038)), mistakes_words(1)]
    translations.install(qapp, "en")
    assert found == said


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
