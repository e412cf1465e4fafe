"""The page "My drawings" in the real window: keep, take away, learn, and compare."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.answer.source_words import source_words
from desktop.drawings.page import DrawingsPage
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind, Origin
from desktop.worker.run_state import State
from engine import presets
from engine.data import drawings, own_places, own_sets
from engine.data.splits import Dataset
from engine.datasets import load_dataset
from engine.presets import PRESETS

LEFT = Qt.MouseButton.LeftButton
Keep = Callable[[str, int], None]


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DrawingsPage:
    """Return the page, open, with its folder looked through."""
    page = window.pages.open("own")
    assert isinstance(page, DrawingsPage)
    qtbot.waitUntil(lambda: page.library.known)
    return page


@pytest.fixture
def keep(window: MainWindow, page: DrawingsPage, mnist: Dataset) -> Keep:
    """Return a function that keeps some of MNIST's digits of a class through the card."""

    def put_and_keep(label: str, count: int) -> None:
        for row in np.flatnonzero(mnist.valid.labels == int(label))[:count]:
            window.sketch.document.put(Content(picture=Picture(mnist.valid.images[row])))
            page.keeping.choose(label)
            QTest.mouseClick(page.keeping.keep_button, LEFT)

    return put_and_keep


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a training on drawings alone have a few epochs, not a hundred."""
    monkeypatch.setattr(presets, "_FEW_STEPS", 1)


def counts(page: DrawingsPage) -> dict[str, str]:
    """Return what the table says of each class."""
    table = page.drawings.classes
    texts = [
        [table.item(row, column).text() for column in (0, 1)] for row in range(table.rowCount())
    ]
    return dict(texts)


def test_an_empty_page_says_what_to_do(page: DrawingsPage) -> None:
    assert page.drawings.empty.isVisible()
    assert "Draw on the pad" in page.drawings.empty.text()
    for button in (page.comparison.train_mixed, page.comparison.train_alone):
        assert not button.isEnabled()
    assert not page.keeping.keep_button.isEnabled()


def test_a_drawing_is_kept_by_pen_and_keys(
    window: MainWindow, page: DrawingsPage, drag: Callable[[QWidget, np.ndarray], None]
) -> None:
    canvas = window.sketch.canvas
    drag(canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
    drawn = window.sketch.document.image()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_7)
    QTest.keyClick(canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (kept,) = drawings.read_own(drawings.own_folder())
    assert kept.label == "7"
    assert np.array_equal(kept.image, drawn)
    assert window.sketch.document.is_empty, "the pad is free for the next"
    assert "7, no. 1" in page.keeping.hint.text()
    assert counts(page) == {"all": "1 + 0", "7": "1 + 0"}
    window.sketch.document.undo()
    assert not window.sketch.document.is_empty


def test_what_came_into_the_folder_is_seen(
    window: MainWindow, page: DrawingsPage, keep: Keep, mnist: Dataset, qtbot: QtBot
) -> None:
    keep("7", 2)
    window.pages.open("training")
    own_places.keep(drawings.own_folder(), mnist.train.images[0], "5")
    window.pages.open("own")
    qtbot.waitUntil(lambda: len(page.library.drawings) == 3)
    assert counts(page) == {"all": "2 + 1", "5": "1 + 0", "7": "1 + 1"}
    assert len(page.drawings.wall) == 3


@pytest.mark.long
def test_what_is_kept_from_another_page_is_in_the_list(
    window: MainWindow, page: DrawingsPage, keep: Keep, mnist: Dataset, qtbot: QtBot
) -> None:
    keep("7", 40)  # so many that a list of them is on its way for a while
    for row in np.flatnonzero(mnist.valid.labels == 4)[:5]:
        window.pages.open("training")
        window.sketch.document.put(Content(picture=Picture(mnist.valid.images[row])))
        page.keeping.choose("4")
        window.actions_.keep.trigger()
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        kept = [digit.path for digit in drawings.read_own(drawings.own_folder())]
        assert sorted(digit.path for digit in page.library.drawings) == sorted(kept)
    assert "4, no. 5" in page.keeping.hint.text()


def test_the_first_drawing_kept_from_another_page_is_counted_with_earlier_ones(
    window: MainWindow, mnist: Dataset, qtbot: QtBot
) -> None:
    sevens = np.flatnonzero(mnist.valid.labels == 7)
    for row in sevens[:5]:
        own_places.keep(drawings.own_folder(), mnist.valid.images[row], "7")
    page = window.own._pages.open("own")
    page.keeping.choose("7")
    window.pages.open("training")
    window.sketch.document.put(Content(picture=Picture(mnist.valid.images[sevens[5]])))
    window.actions_.keep.trigger()
    qtbot.waitUntil(lambda: len(page.library.drawings) == 6)
    assert "7, no. 6" in page.keeping.hint.text()


def test_the_same_drawing_is_refused_in_words(
    window: MainWindow, page: DrawingsPage, keep: Keep
) -> None:
    keep("7", 1)
    keep("7", 1)
    assert "already kept" in window.banner.message.text()
    assert len(page.library.drawings) == 1
    assert not window.sketch.document.is_empty


def test_a_removed_drawing_comes_back(page: DrawingsPage, keep: Keep) -> None:
    keep("7", 3)
    before = [digit.path for digit in page.library.drawings]
    page.drawings.wall.select(1)
    page.drawings.wall.setFocus()
    QTest.keyClick(page.drawings.wall, Qt.Key.Key_Delete)
    assert len(list(drawings.read_own(drawings.own_folder()))) == 2
    QTest.mouseClick(page.drawings.undo_button, LEFT)
    assert [digit.path for digit in page.library.drawings] == before
    assert [d.path for d in drawings.read_own(drawings.own_folder())] == before
    assert not page.drawings.undo_button.isVisible()


@pytest.mark.usefixtures("soon")
def test_before_and_after_are_compared_on_what_was_kept_back(
    window: MainWindow, page: DrawingsPage, keep: Keep, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    keep("7", 6)
    keep("3", 6)
    qtbot.waitUntil(lambda: page.comparison.starter.text() == "4 of 4")
    assert page.comparison.present.text() == "–"
    QTest.mouseClick(page.comparison.train_alone, LEFT)
    qtbot.waitUntil(lambda: window.model.trainer.state is State.IDLE)
    source = window.sketch.answer.source
    assert source is not None
    assert source.kind is Kind.RUN
    assert source.classes == ("3", "7")
    name = source_words(source)  # earlier epochs are compared too
    qtbot.waitUntil(lambda: page.comparison.present_name.text() == name)
    assert page.comparison.present.text().endswith("of 4")
    assert any("read as" in " ".join(page.drawings._caption(i)) for i in range(12))
    assert "knows only" not in page.comparison.sentence.text()
    assert name == "your convnet on My drawings"
    keep("4", 2)
    words = "Your network knows only 3 and 7."
    qtbot.waitUntil(lambda: words in page.comparison.sentence.text())


@pytest.mark.usefixtures("soon")
def test_a_network_of_ones_digits_answers_elsewhere_only_when_it_is_wanted(
    window: MainWindow, page: DrawingsPage, keep: Keep, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    keep("7", 6)
    keep("3", 6)
    QTest.mouseClick(page.comparison.train_alone, LEFT)
    qtbot.waitUntil(lambda: window.model.trainer.is_free)
    assert window.model.source.origin is Origin.DRAWINGS
    window.pages.open("training")
    qtbot.waitUntil(lambda: window.model.source.kind is Kind.STARTER)
    curves = window.training.curves
    qtbot.waitUntil(lambda: curves.is_at_rest)  # all is drawn
    assert not any(len(points) for _, points in curves.loss.curves)  # its curve isn't the reader's
    window.training.runs.view.selectRow(0)
    QTest.mouseClick(window.training.runs.restore_button, LEFT)
    qtbot.waitUntil(lambda: window.model.source.kind is Kind.RUN)
    assert window.sketch.answer.model_name.text() == "your convnet on My drawings"
    window.pages.open("own")
    window.pages.open("training")
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert window.model.source.kind is Kind.RUN  # the reader's own from now on


def test_training_with_mnist_takes_the_recipe(
    window: MainWindow, page: DrawingsPage, keep: Keep, qtbot: QtBot
) -> None:
    keep("7", 1)
    assert page.comparison.train_mixed.isEnabled()
    assert not page.comparison.train_alone.isEnabled()
    window.training.panel.settings.seed.setValue(7)
    mine = window.training.panel.settings.config()
    QTest.mouseClick(page.comparison.train_mixed, LEFT)
    request = window.model.trainer.request
    assert request.origin is Origin.DRAWINGS
    assert request.dataset == "my_drawings+mnist"
    assert request.config == replace(PRESETS["ten_digits"].config, seed=7)
    assert window.training.panel.settings.config() == mine
    assert window.model.datasets.chosen == "mnist_sample"
    assert not window.findChild(QAbstractButton, "trainButton").isEnabled()
    assert window.status.text.startswith("For My drawings: ")
    qtbot.waitUntil(lambda: window.model.trainer.state is State.RUNNING)
    assert window.model.trainer.run is not None
    assert window.model.trainer.run.train_images == 60_000 + own_sets.MOST_REPEATS
    assert page.comparison.progress.isVisible()
    assert not page.comparison.train_mixed.isEnabled()
    QTest.mouseClick(page.comparison.stop, LEFT)
    qtbot.waitUntil(lambda: window.model.trainer.state is State.IDLE)
    assert not page.comparison.progress.isVisible()
    (run,) = window.model.runs.runs
    assert run.name == "My drawings + MNIST"
    assert not run.shown
    assert window.training.panel.settings.config() == mine


def test_an_export_can_be_opened_again(
    page: DrawingsPage, keep: Keep, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    keep("7", 3)
    keep("1", 3)
    target = f"{tmp_path}/mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    QTest.mouseClick(page.drawings.export_button, LEFT)
    assert load_dataset(f"{target}.zip").classes == ("1", "7")


def test_choosing_data_without_drawings_says_what_to_do(
    window: MainWindow, page: DrawingsPage, qtbot: QtBot
) -> None:
    window.model.datasets.choose("my_drawings")
    window.model.train()
    qtbot.waitUntil(window.banner.isVisible)
    assert "My drawings" in window.banner.message.text()


def test_every_button_has_a_name_and_a_tip(page: DrawingsPage) -> None:
    for button in page.findChildren(QPushButton):
        assert button.accessibleName() or button.text()
        assert button.toolTip(), button.text()
