"""What version 0.1.0 wrote is read by this one: see tests/data/ORIGIN.md."""

import hashlib
import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import engine
from desktop.app import create_window
from desktop.lessons.progress import Progress
from desktop.shell.preferences import Preferences
from desktop.sketch.tools import Tool
from engine.config import TrainConfig
from engine.data import drawings, own_sets
from engine.lessons.lesson_file import LessonFile, read_lesson_file

KEPT = Path(__file__).parents[1] / "data" / "0.1.0"
CONFIG = TrainConfig(
    model="mlp",
    hidden=(100, 50),
    lr=0.25,
    epochs=7,
    batch_size=64,
    momentum=0.9,
    schedule="one_cycle",
    activation="tanh",
    augment="gentle",
    seed=11,
)
# What 0.1.0 itself said of every 200th image of the validation set: how surely it is a 3.
THREES = [
    0.00568, 0.97967, 0.09366, 0.01760, 0.97804, 0.00809, 0.96310, 0.00161, 0.99983, 0.99993,
    0.00529,
]  # fmt: skip


@pytest.fixture
def saved(tmp_path: Path) -> Preferences:
    """Return settings as they lay there; one of their datasets is still there."""
    there = tmp_path / "maria"
    (there / "Ziffern, größer").mkdir(parents=True)
    path = Preferences().file
    path.parent.mkdir(parents=True)
    text = (KEPT / "Inkgrad.conf").read_text("utf-8")
    path.write_text(text.replace("/home/maria", str(there)), "utf-8")
    return Preferences()


def test_settings(saved: Preferences, tmp_path: Path) -> None:
    assert saved.config == CONFIG
    assert (saved.language, saved.page, saved.dataset) == ("de", "data", "mnist_sample")
    assert saved.color_scheme is Qt.ColorScheme.Dark
    assert saved.hint_followed
    assert [saved.tool_step(tool) for tool in Tool] == [3, 1]
    assert (saved.guide_shown, saved.more_shown, saved.runs_shown) == (False, True, False)
    assert (saved.smoothing, saved.log_scales) == (33, [True, False, False])
    assert saved.recent_datasets == [tmp_path / "maria" / "Ziffern, größer"]
    assert saved.recent_files == [
        Path("/home/x/lesson, one.inkgrad"),
        Path("/home/ä b/models/mine.safetensors"),
    ]
    saved.look_for_damage()
    assert saved.damage == []


def test_the_window_opens_with_them(saved: Preferences, qtbot: QtBot) -> None:
    shutil.copy(KEPT / "sketch.svg", saved.sketch_file)
    window = create_window()
    qtbot.addWidget(window)
    assert window.banner.isHidden()
    assert window.height() == 700  # its width is more than the screen of a test has
    assert window.model.settings.config == CONFIG
    image = window.sketch.document.image()
    assert image is not None
    assert engine.Classifier.starter("mnist").predict(image).label == "3"
    assert not window.actions_.undo.isEnabled()  # it kept no steps
    window.close()
    again = Preferences()
    assert (again.config, again.page) == (CONFIG, "data")


def test_lesson_progress(tmp_path: Path) -> None:
    path = Path(shutil.copy(KEPT / "progress.json", tmp_path))
    progress = Progress(path)
    progress.read()
    assert set(progress.done) == {1, 5, 17}
    assert progress.done[1] == "2026-11-29T11:00:51+00:00"


def test_kept_digits(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(KEPT / "digits", tmp_path / "digits"))
    kept = list(drawings.read_own(folder))
    assert [(digit.label, digit.kept_back) for digit in kept] == [
        (label, back) for label in "37" for back in (False, True, False, False)
    ]
    dataset = own_sets.load_own(folder)
    assert (dataset.classes, len(dataset.train), len(dataset.valid)) == (("3", "7"), 6, 2)
    for digit in kept:  # a file's name has a sum of its pixels, as they were
        pixels = hashlib.blake2b(digit.image.tobytes(), digest_size=6).hexdigest()
        assert digit.path.stem.endswith(f"-{pixels}")


def test_a_model(mnist_sample: engine.Dataset) -> None:
    classifier = engine.Classifier.load(KEPT / "linear.safetensors")
    said = classifier.predict_batch(mnist_sample.valid.images[::200])
    np.testing.assert_allclose(said[:, 0], THREES, atol=1.5e-5)


def test_a_lesson_file() -> None:
    assert read_lesson_file(KEPT / "lesson.inkgrad") == LessonFile(
        "Lernrate 1",
        "Was macht sie? ≤ 0,1",
        "mnist",
        TrainConfig(lr=0.5, epochs=3),
        ("training", "inside", "learn"),
        ("sgd",),
    )
