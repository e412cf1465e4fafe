"""Test digits where a model file answers that knows fewer classes than the data."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.sketch.content import Picture
from engine.inference.classifier import Classifier

PATIENCE_MS = 60_000


@pytest.fixture
def answer_with(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Callable[..., None]:
    """Return a function that opens a model of 3s and 7s in the window, its classes renamed."""

    def open_model(*classes: str) -> None:
        starter = Classifier.starter("mnist_sample")
        path = tmp_path / "mine.safetensors"
        Classifier(starter.model, replace(starter.card, classes=classes)).save(path)
        with qtbot.waitSignal(window.training.desk.model_opened, timeout=PATIENCE_MS):
            window.open_file(path)

    return open_model


def fetch(window: MainWindow, qtbot: QtBot, name: str) -> Picture:
    """Choose from the menu of test digits, and return what comes to the pad."""
    with qtbot.waitSignal(window.sketch.files.arrived, timeout=PATIENCE_MS):
        getattr(window.sketch.toolbar.digits, name).trigger()
    picture = window.sketch.document.picture
    assert picture is not None
    return picture


def test_what_is_misread_is_of_a_class_that_the_model_knows(
    window: MainWindow, qtbot: QtBot, answer_with: Callable[..., None]
) -> None:
    answer_with("3", "7")
    captions = {fetch(window, qtbot, "misread").caption for _ in range(3)}
    assert captions <= {"A test digit: 3, read as 7", "A test digit: 7, read as 3"}
    anything = {fetch(window, qtbot, "any").caption for _ in range(12)}
    assert anything == {"A test digit: 3", "A test digit: 7"}


def test_a_model_of_other_classes_finds_nothing_to_read(
    window: MainWindow, qtbot: QtBot, answer_with: Callable[..., None]
) -> None:
    answer_with("ja", "nein")
    for action in ("misread", "any"):
        with qtbot.waitSignal(window.sketch.files.failed, timeout=PATIENCE_MS) as told:
            getattr(window.sketch.toolbar.digits, action).trigger()
        assert told.args is not None
        assert told.args[0].endswith("this model knows: ja, nein.")
    assert window.sketch.document.is_empty
