"""A dataset is read as soon as it is chosen: its progress, Cancel, and what comes of it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.run_state import State
from engine.data import cache
from tests.desktop.training.test_loading import folder_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """Return a folder that takes a while to read."""
    return folder_of(tmp_path / "big", 500)


def wait_for_line(window: MainWindow, qtbot: QtBot) -> QPushButton:
    """Wait until the foot of the window tells of images; return its Cancel."""
    cancel = window.findChild(QPushButton, "cancelReading")
    qtbot.waitUntil(cancel.isVisible)
    return cancel


def test_what_is_chosen_is_read_at_once_and_told(
    window: MainWindow, qtbot: QtBot, digits: Path
) -> None:
    with qtbot.waitSignal(window.model.checking.found) as found:
        window.model.datasets.choose(digits)
    assert found.args[0].train == 200
    assert window.status.text == "digits: 241 images, 2 classes."
    qtbot.waitUntil(lambda: not window.model.checking.is_under_way)


def test_a_choice_that_is_cancelled_leaves_the_one_before(
    window: MainWindow, qtbot: QtBot, big: Path
) -> None:
    combo = window.findChild(QComboBox, "datasetCombo")
    window.model.datasets.choose(big)
    assert combo.currentText() == "big"
    cancel = wait_for_line(window, qtbot)
    qtbot.mouseClick(cancel, LEFT)
    assert window.model.datasets.chosen == "mnist_sample"
    assert combo.currentText() == "3s and 7s"
    assert not cancel.isVisible()
    assert not window.banner.isVisible()
    qtbot.waitUntil(lambda: window.model.questions.are_answered)


def test_a_second_choice_takes_the_place_of_one_that_is_still_read(
    window: MainWindow, qtbot: QtBot, big: Path, digits: Path, tmp_path: Path
) -> None:
    datasets = window.model.datasets
    with qtbot.waitSignal(window.model.checking.found):
        datasets.choose(digits)
    datasets.choose(big)
    wait_for_line(window, qtbot)
    datasets.choose(tmp_path / "nowhere")
    qtbot.waitUntil(window.banner.isVisible)
    assert datasets.chosen == digits  # nobody knows whether the big one is any good


def test_what_was_said_of_refused_data_goes_when_other_data_is_chosen(
    window: MainWindow, qtbot: QtBot, digits: Path, tmp_path: Path
) -> None:
    window.model.datasets.choose(tmp_path / "nowhere")
    qtbot.waitUntil(window.banner.isVisible)
    window.model.datasets.choose(digits)
    assert not window.banner.isVisible()
    with qtbot.waitSignal(window.model.checking.found):
        pass
    assert not window.banner.isVisible()


def test_what_was_read_serves_the_run(
    window: MainWindow,
    qtbot: QtBot,
    big: Path,
    wait_for_state: Callable[[State], None],
) -> None:
    with qtbot.waitSignal(window.model.checking.found):
        window.model.datasets.choose(big)
    cache.empty()
    told = []
    window.model.link.loading.connect(lambda _, done, images: told.append((done, images)))
    window.model.step()
    wait_for_state(State.PAUSED)
    assert not any(images for _, images in told)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_a_run_waits_for_the_reading_that_is_under_way(
    window: MainWindow, qtbot: QtBot, big: Path, wait_for_state: Callable[[State], None]
) -> None:
    told = []
    window.model.link.loading.connect(lambda _, done, images: told.append((done, images)))
    window.model.datasets.choose(big)
    qtbot.waitUntil(lambda: any(images for _, images in told))
    window.model.step()
    assert not window.findChild(QPushButton, "cancelReading").isVisible()  # the run tells of it
    wait_for_state(State.PAUSED)
    counts = [done for done, _ in told]
    assert counts == sorted(counts)  # it was read once
    window.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_a_file_is_opened_by_the_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "table.csv"
    pixels = np.random.default_rng(0).integers(0, 256, (400, 784))
    header = ",".join(["label", *(f"pixel{place}" for place in range(784))])
    rows = np.column_stack([np.arange(400) % 2, pixels])
    np.savetxt(table, rows, "%d", ",", header=header, comments="")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(table), ""))
    with qtbot.waitSignal(window.model.checking.found) as found:
        window.actions_.open_data_file.trigger()
    assert [count.name for count in found.args[0].classes] == ["0", "1"]


def test_of_several_datasets_in_one_place_one_is_chosen(
    window: MainWindow, qtbot: QtBot, digits: Path, tmp_path: Path
) -> None:
    place = tmp_path / "two"
    for name in ("mine", "yours"):
        shutil.copytree(digits, place / name)
    window.model.datasets.choose(place)
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    assert dialog.comboBoxItems() == ["mine", "yours"]
    assert window.model.datasets.chosen == "mnist_sample"
    dialog.setTextValue("yours")
    with qtbot.waitSignal(window.model.checking.found) as found:
        dialog.accept()
    assert found.args[0].name == "yours"
    assert window.model.datasets.chosen == place / "yours"
    assert not window.banner.isVisible()


def test_data_is_dropped_on_any_page(window: MainWindow, qtbot: QtBot, digits: Path) -> None:
    page = window.pages.open("data")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(digits))])
    keys = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(window.model.checking.found):
        QApplication.sendEvent(page, QDragEnterEvent(QPoint(30, 30), *keys))
        QApplication.sendEvent(page, QDropEvent(QPointF(30, 30), *keys))
    assert window.model.datasets.chosen == digits
    qtbot.waitUntil(lambda: str(digits) in page.about.origin.text())
