"""What comes to the pad from elsewhere: pictures of any size and kind, and test digits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import PIL.Image
import pytest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.sketch.arrivals import Wanted, content_of, find_digit
from desktop.sketch.content import Picture
from desktop.worker.questions import Session
from engine.data.splits import Split
from engine.images.bitmaps import open_image
from engine.images.pixels import prepare_image
from engine.inference.classifier import Classifier
from tests.attacks.memory import peak_mb, start_watching_memory
from tests.mostly_long import mostly_long


@pytest.fixture
def answer_with(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Callable[..., None]:
    """Return a function that opens a model of 3s and 7s in the window, its classes renamed."""

    def open_model(*classes: str) -> None:
        starter = Classifier.starter("mnist_sample")
        path = tmp_path / "mine.safetensors"
        Classifier(starter.model, replace(starter.card, classes=classes)).save(path)
        with qtbot.waitSignal(window.training.desk.model_opened):
            window.open_file(path)

    return open_model


def fetch(window: MainWindow, qtbot: QtBot, name: str) -> Picture:
    """Choose from the menu of test digits, and return what comes to the pad."""
    with qtbot.waitSignal(window.sketch.files.arrived):
        getattr(window.sketch.toolbar.digits, name).trigger()
    picture = window.sketch.document.picture
    assert picture is not None
    return picture


def test_what_is_misread_is_of_a_class_that_the_model_knows(
    window: MainWindow, qtbot: QtBot, answer_with: Callable[..., None]
) -> None:
    answer_with("3", "7")
    captions = {fetch(window, qtbot, "misread").caption for _ in range(3)}
    assert captions <= {"A test image: 3, read as 7", "A test image: 7, read as 3"}
    anything = {fetch(window, qtbot, "any").caption for _ in range(12)}
    assert anything == {"A test image: 3", "A test image: 7"}


def test_a_model_of_other_classes_finds_nothing_to_read(
    window: MainWindow, qtbot: QtBot, answer_with: Callable[..., None]
) -> None:
    answer_with("ja", "nein")
    for action in ("misread", "any"):
        with qtbot.waitSignal(window.sketch.files.failed) as told:
            getattr(window.sketch.toolbar.digits, action).trigger()
        assert told.args is not None
        assert told.args[0].endswith("this model knows: ja, nein.")
    assert window.sketch.document.is_empty


def test_others_get_their_turn_while_a_misread_digit_is_looked_for() -> None:
    valid = Split(np.zeros((300, 28, 28), np.uint8), np.zeros(300, np.int64))
    dataset = SimpleNamespace(valid=valid, classes=("3", "7"))
    threes = SimpleNamespace(
        classes=("3", "7"), predict_batch=lambda images: np.eye(2)[[0] * len(images)]
    )
    session = SimpleNamespace(learner=SimpleNamespace(dataset=dataset), classifier=threes)
    told = list(find_digit(Wanted.MISREAD)(cast(Session, session)))
    assert told == [None] * 3  # all are read correctly, 128 at a time


def one(side_px: int, paper: int, ink: int, kind: type[np.generic]) -> np.ndarray:
    """Return a picture of a 1, (side_px, side_px)."""
    picture = np.full((side_px, side_px), paper, kind)
    picture[side_px // 5 : -side_px // 5, side_px * 9 // 20 : side_px * 11 // 20] = ink
    return picture


def test_a_picture_of_more_greys_is_read_as_on_the_command_line(tmp_path: Path) -> None:
    """Pillow would clip what is lighter than 255 of 65,535."""
    path = tmp_path / "scan.png"
    PIL.Image.fromarray(one(300, 60_000, 20_000, np.uint16)).save(path)
    picture = content_of(path).picture
    assert picture is not None
    assert picture.colors is not None
    assert picture.colors.min() == round(20_000 / 257)
    assert picture.colors.max() == round(60_000 / 257)
    wanted = prepare_image(open_image(path))
    assert np.abs(picture.image.astype(int) - wanted).max() < 10


@pytest.mark.parametrize("mode", mostly_long(["RGBA", "LA", "I;16"], {2}))
def test_a_large_picture_takes_little_more_than_itself(mode: str, tmp_path: Path) -> None:
    side_px = 5000
    picture = PIL.Image.fromarray(one(side_px, 255, 0, np.uint8))
    if mode == "I;16":
        picture = PIL.Image.fromarray(one(side_px, 65_535, 0, np.uint16))
    (picture if mode == "I;16" else picture.convert(mode)).save(tmp_path / "large.png")
    before_mb = start_watching_memory()
    assert content_of(tmp_path / "large.png").picture
    assert peak_mb() - before_mb < 4 * side_px**2 / 1e6 + 90
