"""The page "Data" in the real window: choosing, counting, saving, and what can't be read."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import engine
from desktop.data.page import DataPage
from desktop.data.tree import Wanted
from desktop.main_window import MainWindow
from engine.data.splits import Dataset, Split

PATIENCE_MS = 60_000


@pytest.fixture
def small(mnist_sample: engine.Dataset, tmp_path: Path) -> Path:
    """Return a folder with 60 + 20 digits."""
    train, valid = mnist_sample.train, mnist_sample.valid
    few = Dataset(
        Split(train.images[:60], train.labels[:60]),
        Split(valid.images[:20], valid.labels[:20]),
        mnist_sample.classes,
        "few",
    )
    engine.save_as_folders(few, tmp_path / "few")
    return tmp_path / "few"


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DataPage:
    made = window.pages.open("data")
    assert isinstance(made, DataPage)
    qtbot.waitUntil(lambda: len(made._summaries) == 4, timeout=PATIENCE_MS)
    return made


def test_the_folders_choose_the_images(
    page: DataPage, window: MainWindow, qtbot: QtBot, mnist_sample: engine.Dataset
) -> None:
    valid = page.tree.topLevelItem(0).child(1)
    page.tree.setCurrentItem(valid.child(1))
    assert page.wanted == Wanted("valid", "7")
    assert len(page.gallery.thumbnails) == 1028
    sevens = mnist_sample.valid.images[mnist_sample.valid.labels == 1]
    assert np.allclose(page.facts.means.values[1], sevens.mean(axis=0) / 255, atol=1e-5)
    assert page.facts.histogram.counts.sum() == np.count_nonzero(sevens)
    assert page.counts.item(1, 2).text() == "1,028"
    qtbot.keyClick(page.gallery.thumbnails, Qt.Key.Key_Right)
    qtbot.mouseClick(page.gallery.to_pad, Qt.MouseButton.LeftButton)
    assert np.array_equal(window.sketch.document.image(), sevens[0])


def test_counts_and_means_choose_too(page: DataPage) -> None:
    page.counts.setCurrentCell(0, 2)
    assert page.wanted == Wanted("valid", "3")
    page.facts.class_chosen.emit(1)
    assert page.wanted == Wanted("valid", "7")
    assert page.tree.currentItem().text(0) == "7/"
    page.counts.setCurrentCell(2, 1)
    assert page.wanted == Wanted("train")


def test_a_folder_of_ones_own(
    page: DataPage, window: MainWindow, qtbot: QtBot, small: Path
) -> None:
    window.training.panel.settings.dataset.choose(small)
    qtbot.waitUntil(lambda: page._dataset is not None and page._dataset.name == "few")
    assert page.tree.topLevelItem(0).text(1) == "80"
    assert page.where.toolTip() == str(small)


def test_what_cannot_be_read_is_told_and_tried_again(
    page: DataPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.training.panel.settings.dataset.choose(tmp_path / "nowhere")
    qtbot.waitUntil(lambda: "doesn't exist" in page.notice.message.text())
    assert page.notice.isVisible()
    assert not page.saving.button.isEnabled()
    window.training.panel.settings.dataset.choose("mnist_sample")
    qtbot.waitUntil(lambda: page.gallery.isVisible())


def test_saving_as_folders(
    page: DataPage, window: MainWindow, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    window.training.panel.settings.dataset.choose(small)
    qtbot.waitUntil(lambda: page._dataset is not None and page._dataset.name == "few")
    with qtbot.waitSignal(page.saving.saved):
        page.saving.save(tmp_path / "copy")
    again = engine.load_dataset(tmp_path / "copy")
    assert page._dataset is not None
    assert again.fingerprint == page._dataset.fingerprint
    with qtbot.waitSignal(page.saving.failed) as failed:
        page.saving.save(tmp_path / "copy")
    assert "already holds something" in failed.args[0]
    assert window.banner.isVisible()


def test_saving_waits_for_the_data(
    window: MainWindow, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    window.training.panel.settings.dataset.choose(small)
    page = window.pages.open("data")
    assert isinstance(page, DataPage)
    with qtbot.waitSignal(page.saving.saved, timeout=PATIENCE_MS):
        page.saving.save(tmp_path / "copy")  # before it is read
    assert (tmp_path / "copy" / "train" / "3").is_dir()


def test_saving_can_be_cancelled(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.saving.save(tmp_path / "copy")
    qtbot.waitUntil(lambda: page.saving.bar.value() > 0)
    cancel = next(b for b in page.saving.findChildren(QPushButton) if b.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.saving.button.isVisible())
    assert not (tmp_path / "copy").exists()
