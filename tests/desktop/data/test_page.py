"""The page "Data" in the real window: choosing, counting, saving, and what can't be read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

import engine
from desktop.data.page import DataPage
from desktop.data.tree import Wanted
from desktop.main_window import MainWindow
from desktop.widgets.theme import DARK, LIGHT, palette
from desktop.worker.messages import AsIs
from desktop.worker.run_state import State
from engine.data.drawings import own_folder
from engine.data.own_places import keep
from engine.data.splits import Dataset, Split
from tests.mostly_long import mostly_long


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
    qtbot.waitUntil(lambda: len(made._summaries) == 4)
    return made


def wait_for_images(page: DataPage, qtbot: QtBot) -> None:
    """Live on until no frame in view is blank."""
    wall = page.gallery.thumbnails
    qtbot.waitUntil(lambda: all(wall.image(index) is not None for index in wall.in_view))


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
    for key, row in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_End, 1027)):
        qtbot.keyClick(page.gallery.thumbnails, key)
        wait_for_images(page, qtbot)
        qtbot.mouseClick(page.gallery.to_pad, Qt.MouseButton.LeftButton)
        assert np.array_equal(window.sketch.document.image(), sevens[row])


def test_no_row_is_cut_at_the_lower_edge(page: DataPage, window: MainWindow, qtbot: QtBot) -> None:
    window.model.datasets.choose("mnist")
    qtbot.waitUntil(lambda: page.counts.rowCount() == 11)
    for height in (614, 700, 768):
        window.resize(1093, height)
        for view in (page.tree, page.counts):
            holder = view.parentWidget()
            qtbot.waitUntil(lambda h=holder, v=view: 0 <= h.height() - v.height() < 30)
            row = view.visualRect(view.model().index(0, 0)).height()
            assert view.viewport().height() % row == 0
            view.scrollToBottom()
            assert view.verticalScrollBar().value() > 0
            last = view.model().index(view.model().rowCount() - 1, 0)
            if view is page.counts:
                assert view.visualRect(last).bottom() < view.viewport().height()


def test_only_images_in_view_come_to_the_window(
    page: DataPage, qtbot: QtBot, mnist_sample: engine.Dataset
) -> None:
    wall = page.gallery.thumbnails
    page.choose(Wanted("train"))
    wait_for_images(page, qtbot)
    qtbot.waitUntil(lambda: page._model.questions.are_answered)
    here = [index for index in range(len(wall)) if wall.image(index) is not None]
    assert here == list(range(len(here)))
    assert 2 * wall.in_view.stop <= len(here) < 3 * wall.in_view.stop
    wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum() // 2)
    assert wall.image(wall.in_view.start) is None
    wall.activated.emit(wall.in_view.start)  # a blank frame: there is nothing to send yet
    wait_for_images(page, qtbot)
    for index in wall.in_view:
        assert np.array_equal(wall.image(index), mnist_sample.train.images[index])


def test_a_worker_that_has_begun_anew_has_the_images_too(
    page: DataPage, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.model.link.lost):
        kill_worker(window)
    page.choose(Wanted("valid"))
    wait_for_images(page, qtbot)


def test_images_that_do_not_come_are_told_and_read_again(
    page: DataPage, window: MainWindow, qtbot: QtBot
) -> None:
    kill_worker(window)
    page.choose(Wanted("valid"))
    qtbot.waitUntil(page.notice.isVisible)
    assert "crashed" in page.notice.message.text()
    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.gallery.isVisible)
    wait_for_images(page, qtbot)


def kill_worker(window: MainWindow) -> None:
    process = window.model.link.process
    assert process is not None
    process.kill()


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
    window.model.datasets.choose(small)
    qtbot.waitUntil(lambda: page._inventory is not None and page._inventory.name == "few")
    assert page.tree.topLevelItem(0).text(1) == "80"
    assert page.where.toolTip() == str(small)


def test_a_folder_that_changed_is_seen_so_when_the_page_is_shown_again(
    page: DataPage, window: MainWindow, qtbot: QtBot, small: Path
) -> None:
    window.model.datasets.choose(small)
    qtbot.waitUntil(lambda: page.counts.item(2, 1).text() == "60")
    page.choose(Wanted("train", "7"))
    sevens = len(page.gallery.thumbnails)
    window.pages.open("training")
    Image.fromarray(np.eye(28, dtype=np.uint8) * 255).save(small / "train" / "7" / "new.png")
    window.pages.open("data")
    qtbot.waitUntil(lambda: page.counts.item(2, 1).text() == "61")
    assert page.wanted == Wanted("train", "7")
    assert len(page.gallery.thumbnails) == sevens + 1
    wait_for_images(page, qtbot)
    qtbot.waitUntil(lambda: len(page._summaries) == 4)


def test_an_unchanged_folder_stays_as_it_is_looked_at(
    page: DataPage, window: MainWindow, qtbot: QtBot, small: Path
) -> None:
    window.model.datasets.choose(small)
    qtbot.waitUntil(lambda: page.counts.item(2, 1).text() == "60")
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    inventory = page._inventory
    window.pages.open("training")
    window.pages.open("data")
    assert page.gallery.isVisible()
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert page._inventory is inventory


def test_digits_of_ones_own_are_seen_once_they_are_kept(
    page: DataPage, window: MainWindow, qtbot: QtBot, mnist_sample: engine.Dataset
) -> None:
    window.model.datasets.choose("my_drawings")
    qtbot.waitUntil(window.banner.isVisible)
    assert "still empty" in window.banner.message.text()
    assert window.model.datasets.chosen == "mnist_sample"
    window.pages.open("training")
    for row in range(20):
        label = mnist_sample.classes[mnist_sample.train.labels[row]]
        keep(own_folder(), mnist_sample.train.images[row], label)
    window.pages.open("data")
    window.model.datasets.choose("my_drawings")
    qtbot.waitUntil(lambda: page._inventory is not None and len(page._inventory.labels) == 20)


def test_what_cannot_be_read_is_told_and_what_was_there_is_shown_again(
    page: DataPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.model.datasets.choose(tmp_path / "nowhere")
    qtbot.waitUntil(window.banner.isVisible)
    assert "doesn't exist" in window.banner.message.text()
    assert window.model.datasets.chosen == "mnist_sample"
    qtbot.waitUntil(page.gallery.isVisible)
    assert page._inventory.name == "mnist_sample"


def test_what_came_back_at_the_start_and_is_gone_is_told_on_the_page(
    window: MainWindow, qtbot: QtBot, small: Path
) -> None:
    window.model.datasets.restore(small, [small])
    shutil.rmtree(small)
    page = window.pages.open("data")
    assert isinstance(page, DataPage)
    qtbot.waitUntil(lambda: "doesn't exist" in page.notice.message.text())
    assert page.notice.isVisible()
    assert not page.saving.button.isEnabled()
    window.model.datasets.choose("mnist_sample")
    qtbot.waitUntil(page.gallery.isVisible)


def test_the_page_opens_with_twenty_of_each_class(
    page: DataPage, qtbot: QtBot, mnist_sample: engine.Dataset
) -> None:
    wall = page.gallery.thumbnails
    assert len(wall) == 40
    wait_for_images(page, qtbot)
    rows = wall._images.rows
    assert len(set(rows.tolist())) == 40
    for place in wall.in_view:
        assert np.array_equal(wall.image(place), mnist_sample.train.images[rows[place]])
        assert wall._caption(place) == (str(3 if place < 20 else 7),)
    draw = page.classes.draw_button
    assert draw.text().replace("&", "") == "Show another sample"
    qtbot.mouseClick(draw, Qt.MouseButton.LeftButton)
    assert len(wall) == 40
    assert wall._images.rows.tolist() != rows.tolist()
    page.choose(Wanted("valid", "3"))
    assert draw.text().replace("&", "") == "Show a sample"
    qtbot.mouseClick(draw, Qt.MouseButton.LeftButton)
    assert wall._images.rows.tolist() == rows.tolist()


def test_where_no_class_has_more_than_twenty_there_is_no_other_draw(
    page: DataPage, window: MainWindow, qtbot: QtBot, mnist_sample: engine.Dataset, tmp_path: Path
) -> None:
    train, valid = mnist_sample.train, mnist_sample.valid
    parts = [Split(part.images[:20], part.labels[:20]) for part in (train, valid)]
    engine.save_as_folders(Dataset(*parts, mnist_sample.classes, "few"), tmp_path / "few")
    window.model.datasets.choose(tmp_path / "few")
    qtbot.waitUntil(lambda: not page.classes.draw_button.isEnabled())
    assert "all of them" in page.classes.draw_button.toolTip()
    page.choose(Wanted("train", "3"))
    assert page.classes.draw_button.isEnabled()


def light_digits(place: Path, mnist_sample: engine.Dataset) -> Path:
    """Write 40 digits in dark ink on white paper, and a file that is no image."""
    for row in range(40):
        label = mnist_sample.classes[mnist_sample.train.labels[row]]
        file = place / label / f"{row}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(255 - mnist_sample.train.images[row]).save(file)
    (place / "3" / "broken.png").write_bytes(b"no image")
    return place


def test_the_page_tells_of_what_was_found_and_can_leave_it_as_it_is(
    page: DataPage,
    window: MainWindow,
    qtbot: QtBot,
    mnist_sample: engine.Dataset,
    tmp_path: Path,
    wait_for_state: Callable[[State], None],
) -> None:
    folder = light_digits(tmp_path / "light", mnist_sample)
    window.model.datasets.choose(folder)
    qtbot.waitUntil(lambda: "light" in page.about.origin.text())
    assert page.about.origin.text() == (
        f"{folder}: a folder per class: train/3/*.png, valid/3/*.png"
    )
    assert "2 classes" in page.about.counts.text()
    findings = page.about.findings.toPlainText()
    assert "Changed: " in findings
    assert "light paper" in findings.lower()
    assert "3/broken.png" in findings
    assert page.about.findings.isVisible()
    wait_for_images(page, qtbot)
    assert np.mean(page.gallery.thumbnails.image(0)) < 100
    page.about.as_is.click()
    qtbot.waitUntil(
        lambda: bool(page._inventory) and "Changed" not in page.about.findings.toPlainText()
    )
    wait_for_images(page, qtbot)
    assert np.mean(page.gallery.thumbnails.image(0)) > 150
    assert window.model.datasets.chosen == AsIs(folder)
    assert window.training.panel.settings.dataset.currentData() == folder
    window.model.step()  # the run learns from the same
    wait_for_state(State.PAUSED)
    assert window.model.trainer.run.source == AsIs(folder)
    assert not page.about.as_is.isEnabled()
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    page.about.as_is.click()
    qtbot.waitUntil(lambda: "Changed" in page.about.findings.toPlainText())
    assert window.model.datasets.chosen == folder


def test_saving_as_folders(
    page: DataPage, window: MainWindow, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    window.model.datasets.choose(small)
    qtbot.waitUntil(lambda: page._inventory is not None and page._inventory.name == "few")
    with qtbot.waitSignal(page.saving.saved):
        page.saving.save(tmp_path / "copy")
    again = engine.load_dataset(tmp_path / "copy")
    assert again.fingerprint == engine.load_dataset(small).fingerprint
    with qtbot.waitSignal(page.saving.failed) as failed:
        page.saving.save(tmp_path / "copy")
    assert "is not empty" in failed.args[0]
    assert window.banner.isVisible()


@pytest.mark.parametrize("place", mostly_long(range(4), {3}))
def test_saving_in_each_form(
    page: DataPage,
    window: MainWindow,
    qtbot: QtBot,
    small: Path,
    save_to: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
    place: int,
) -> None:
    window.model.datasets.choose(small)
    qtbot.waitUntil(lambda: page._inventory is not None and page._inventory.name == "few")
    target = save_to("copy.npz")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(target))
    with qtbot.waitSignal(page.saving.saved):
        page.saving.menu.actions()[place].trigger()
    assert engine.load_dataset(target).fingerprint == engine.load_dataset(small).fingerprint
    assert str(target) in window.status.text


def test_saving_waits_for_the_data(
    window: MainWindow, qtbot: QtBot, small: Path, tmp_path: Path
) -> None:
    window.model.datasets.choose(small)
    page = window.pages.open("data")
    assert isinstance(page, DataPage)
    with qtbot.waitSignal(page.saving.saved):
        page.saving.save(tmp_path / "copy")  # before it is read
    assert (tmp_path / "copy" / "train" / "3").is_dir()


def test_a_window_that_still_saves_says_so_and_then_leaves_nothing_half(
    page: DataPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    page.saving.save(place / "copy")
    qtbot.waitUntil(lambda: bool(list(place.iterdir())))
    assert not window.close()
    assert "still being saved" in window.banner.message.text()
    assert window.close()
    assert list(place.iterdir()) == []


def test_the_end_of_the_session_waits_for_nothing_that_is_being_saved(
    page: DataPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page.saving.save(tmp_path / "copy")
    qtbot.waitUntil(lambda: window.model.questions.is_saving)
    window.leave()
    assert window.isHidden()
    assert not (tmp_path / "copy").exists()


def test_saving_can_be_cancelled(page: DataPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.saving.save(tmp_path / "copy")
    qtbot.waitUntil(lambda: page.saving.bar.value() > 0)
    cancel = next(b for b in page.saving.findChildren(QPushButton) if b.text() == "Cancel")
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.saving.button.isVisible())
    assert not (tmp_path / "copy").exists()


def test_means_are_larger_in_a_large_window(page: DataPage, window: MainWindow) -> None:
    sizes = []
    for width, height in ((1366, 768), (1920, 1080)):
        window.resize(width, height)
        QApplication.processEvents()
        sizes.append(page.facts.means.tiling().scale)
    assert sizes[1] > sizes[0]


def test_the_counts_of_the_folders_follow_the_colours(page: DataPage) -> None:
    folders = page.tree.topLevelItem(0)
    assert folders is not None
    for theme in (DARK, LIGHT):
        page.tree.setPalette(palette(theme))
        for item in (folders, folders.child(0), folders.child(0).child(0)):
            assert item.foreground(1).color().name() == theme.muted.lower()
