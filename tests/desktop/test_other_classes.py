"""A dataset of other things than digits, through the whole window: no word calls them digits."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.drawings.page import DrawingsPage
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.data.splits import Dataset, Split
from engine.data.writing import save_as_folders
from engine.inference.classifier import Classifier

CLASSES = ("ankle boot", "bag", "shirt")
_DIGIT = re.compile(r"digit", re.IGNORECASE)
_TRUE_OF_ANY = (  # what is said of MNIST, of the book, and of what there is to choose from
    "Telling two digits apart is the book's first problem",
    "MNIST",
)


def clothes(count: int, seed: int) -> Split:
    """Return images that look a little like clothes, as far as a network minds."""
    rng = np.random.default_rng(seed)
    labels = np.arange(count) % len(CLASSES)
    images = np.zeros((count, 28, 28), np.uint8)
    for image, label in zip(images, labels, strict=True):
        top, left = rng.integers(3, 7, 2)
        image[top : top + 18, left : left + 6] = rng.integers(120, 256)  # a leg, a handle, a sleeve
        if label == 0:
            image[top + 12 : top + 18, left : left + 18] = rng.integers(120, 256)
        elif label == 1:
            image[top + 6 : top + 18, left : left + 18] = rng.integers(120, 256)
        else:
            image[top : top + 18, left + 12 : left + 18] = rng.integers(120, 256)
            image[top : top + 4, left : left + 18] = rng.integers(120, 256)
    return Split(images, labels.astype(np.int64))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with such a dataset."""
    folder = tmp_path / "clothes"
    save_as_folders(Dataset(clothes(300, 0), clothes(90, 1), CLASSES, "clothes"), folder)
    return folder


def words(widget: QWidget) -> list[str]:
    """Return all that a page and its controls say, to the eye and to a screen reader."""
    said = []
    for part in [widget, *widget.findChildren(QWidget)]:
        if part.isVisible():
            texts = [part.toolTip(), part.accessibleName(), part.accessibleDescription()]
            if isinstance(part, QLabel | QAbstractButton):
                texts.append(part.text())
            said += [re.sub("<[^>]*>", "", text) for text in texts if text]
    return said


def check_words(widget: QWidget) -> None:
    found = [
        text
        for text in words(widget)
        if _DIGIT.search(text) and not any(true in text for true in _TRUE_OF_ANY)
    ]
    assert not found


@pytest.mark.qt_log_ignore("support (raise|grabbing)")
def test_clothes_are_learned_read_and_looked_into(
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
    save_to: Callable[[str], Path],
) -> None:
    qtbot.waitUntil(lambda: window.model.source is not None)
    settings = window.training.panel.settings
    window.model.datasets.choose(folder)
    settings.batch_size.setValue(32)
    settings.epochs.setValue(12)
    press("trainButton")
    qtbot.waitUntil(lambda: bool(window.model.runs.runs))  # it has begun
    wait_for_state(State.IDLE)
    answer = window.sketch.answer
    qtbot.waitUntil(lambda: answer.source.kind is Kind.RUN)
    assert answer.limits.text() == "Knows only ankle boot, bag and shirt."
    check_words(window.sketch)  # with an empty pad
    bag = clothes(2, 2).images[1]
    window.sketch.document.put(Content(picture=Picture(bag)))
    qtbot.waitUntil(lambda: answer.digit.text() == "bag")
    for name in ("training", "inside", "evaluate", "data"):
        page = window.pages.open(name)
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        check_words(page)
        check_words(window.sketch)
        check_words(window.statusBar())
    evaluate = window.pages.open("evaluate")
    assert any("90 validation images of clothes" in text for text in words(evaluate))
    menu = window.sketch.toolbar.digits
    texts = [action.text() for action in menu.actions()]
    assert texts[-3:] == [f"Class {name}" for name in CLASSES]
    with qtbot.waitSignal(window.sketch.files.arrived):
        menu.actions()[-1].trigger()
    assert window.sketch.document.picture.caption == "A test image: shirt"
    path = save_to("clothes.safetensors")
    with qtbot.waitSignal(window.training.desk.told):
        window.training.desk.save_model()
    assert Classifier.load(path).classes == CLASSES


def test_a_report_on_drawings_that_have_changed_says_so(
    window: MainWindow, qtbot: QtBot, save_to: Callable[[str], Path]
) -> None:
    qtbot.waitUntil(lambda: window.model.source is not None)
    page = window.pages.open("own")
    assert isinstance(page, DrawingsPage)
    qtbot.waitUntil(lambda: page.library.known)
    images = clothes(12, 3)
    for image, label in zip(images.images, images.labels, strict=True):
        page.library.keep(image, CLASSES[label])
    QTest.mouseClick(page.comparison.train_alone, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.trainer.is_free)
    (run,) = window.model.runs.runs
    page.library.keep(clothes(1, 4).images[0], "coat")
    page.library.keep(clothes(1, 5).images[0], "coat")
    path = save_to("report.html")
    window.training.desk.save_report(run)
    qtbot.waitUntil(window.banner.isVisible)
    assert "coat" in window.banner.message.text()
    assert not path.exists()
