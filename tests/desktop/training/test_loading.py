"""Reading what takes long, in the real window: each Cancel ends what it belongs to, and at once."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.data.page import DataPage
from desktop.main_window import MainWindow
from desktop.worker.run_state import State

LEFT = Qt.MouseButton.LeftButton


def folder_of(place: Path, images: int) -> Path:
    """Write a folder with a number of images in each of two classes and both splits."""
    pixels = np.random.default_rng(0).integers(0, 256, (200, 200), np.uint8)
    place.mkdir()
    Image.fromarray(pixels).save(place / "any.png")
    for split in ("train", "valid"):
        for label in ("3", "7"):
            (place / split / label).mkdir(parents=True)
            for number in range(images):
                os.link(place / "any.png", place / split / label / f"{number}.png")
    (place / "any.png").unlink()
    return place


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """Return a folder that takes a while to read."""
    return folder_of(tmp_path / "big", 500)


@pytest.fixture
def told(window: MainWindow) -> list[tuple[int, int]]:
    """Return what the worker tells of its reading: images done, and in all."""
    told: list[tuple[int, int]] = []
    window.model.link.loading.connect(lambda _, done, images: told.append((done, images)))
    return told


Told = list[tuple[int, int]]


def wait_for_half_read(told: Told, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(told) and 0 < told[-1][0] < told[-1][1])


def open_data(window: MainWindow) -> DataPage:
    page = window.pages.open("data")
    assert isinstance(page, DataPage)
    return page


def test_what_was_cancelled_on_data_is_read_for_others(
    window: MainWindow, qtbot: QtBot, big: Path, tmp_path: Path, told: Told
) -> None:
    datasets = window.model.datasets
    datasets.choose(big)
    page = open_data(window)
    wait_for_half_read(told, qtbot)
    qtbot.mouseClick(page.notice.button, LEFT)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert told[-1][0] < told[-1][1]
    assert datasets.chosen == "mnist_sample"
    qtbot.waitUntil(page.gallery.isVisible)
    window.pages.open("training")
    datasets.choose(folder_of(tmp_path / "small", 10))
    card = window.training.lr_card
    window.training.find_lr()
    qtbot.waitUntil(lambda: not card.is_searching)
    assert not window.banner.isVisible(), window.banner.message.text()
    assert card.isVisible()
    card.close_finder()


@pytest.mark.long
def test_a_run_reads_on_where_data_is_cancelled(
    window: MainWindow,
    qtbot: QtBot,
    big: Path,
    told: Told,
    wait_for_state: Callable[[State], None],
) -> None:
    window.model.datasets.choose(big)
    window.model.step()
    wait_for_half_read(told, qtbot)
    page = open_data(window)
    qtbot.mouseClick(page.notice.button, LEFT)
    wait_for_state(State.PAUSED)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_a_run_is_stopped_at_once_while_others_read(
    window: MainWindow,
    qtbot: QtBot,
    big: Path,
    told: Told,
    wait_for_state: Callable[[State], None],
) -> None:
    window.model.datasets.choose(big)
    page = open_data(window)
    wait_for_half_read(told, qtbot)
    window.model.train()
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    assert not window.model.questions.are_answered  # the page reads on
    qtbot.waitUntil(page.gallery.isVisible)


@pytest.mark.long
def test_leaving_the_finder_ends_what_it_reads(
    window: MainWindow, qtbot: QtBot, big: Path, told: Told
) -> None:
    window.model.datasets.choose(big)
    window.training.find_lr()
    wait_for_half_read(told, qtbot)
    card = window.training.lr_card
    assert card._empty.text().startswith("Reading image")
    qtbot.mouseClick(window.findChild(QPushButton, "closeLrButton"), LEFT)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert told[-1][0] < told[-1][1]
