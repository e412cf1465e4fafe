"""Everything that can be opened is dropped on the window, and chosen, pasted, asked for alike."""

import csv
import shutil
import tarfile
from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import assets
from desktop.drawings.pictures_window import PicturesWindow
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.data.bundled import load_mnist
from engine.data.drawings import own_folder, read_own
from engine.inference.classifier import Classifier
from engine.lessons.lesson_file import LessonFile, write_lesson_file
from tests.attacks.actions import drop_onto
from tests.mostly_long import mostly_long

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform says so


def mime_of(paths: Sequence[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(widget: QWidget, *paths: Path) -> None:
    """Drag files over a widget and let go, as the system would tell of it."""
    drop_mime(widget, mime_of(paths))


def drop_mime(widget: QWidget, mime: QMimeData) -> None:
    assert drop_onto(widget, mime)  # as the attacks drop


def places(window: MainWindow) -> dict[str, QWidget]:
    return {
        "pad": window.sketch.canvas,
        "plot": window.training.curves,
        "answer": window.sketch.answer,
        "status": window.status,
    }


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.model.source is not None)
    return window


@pytest.fixture
def numerals(tmp_path: Path) -> list[Path]:
    """Return three image files of a 2, a 5 and an 8 that the starter reads."""
    valid, starter = load_mnist().valid, Classifier.starter("mnist")
    paths = []
    for digit in (2, 5, 8):
        images = valid.images[valid.labels == digit]
        image = next(each for each in images if starter.predict(each).label == str(digit))
        large = PIL.Image.fromarray(255 - image).resize((280, 280))
        paths.append(tmp_path / f"numeral {digit}.png")
        large.save(paths[-1])
    return paths


@pytest.fixture
def data(digits: Path, tmp_path: Path) -> dict[str, Path]:
    """Return the same few digits as a folder, as archives and as an array."""
    found = {"folder": digits, "zip": Path(shutil.make_archive(str(tmp_path / "d"), "zip", digits))}
    found["tgz"] = tmp_path / "d.tgz"
    with tarfile.open(found["tgz"], "w:gz") as archive:
        archive.add(digits, "digits")
    found["npz"] = tmp_path / "arrays.npz"
    small = load_mnist().train
    x, y = small.images[:60], small.labels[:60]
    np.savez(found["npz"], x_train=x, y_train=y, x_test=x, y_test=y)
    return found


@pytest.mark.parametrize("kind", mostly_long(["folder", "zip", "tgz", "npz"], {0}))
def test_data_are_dropped_anywhere(
    ready: MainWindow, data: dict[str, Path], qtbot: QtBot, kind: str
) -> None:
    place = {"folder": "pad", "zip": "plot", "tgz": "answer", "npz": "status"}[kind]
    drop(places(ready)[place], data[kind])
    qtbot.waitUntil(lambda: ready.model.datasets.chosen == data[kind])
    assert not ready.banner.isVisible()


@pytest.mark.parametrize("place", mostly_long(["pad", "plot", "answer", "status"], {0}))
def test_a_picture_is_dropped_anywhere(
    ready: MainWindow, numerals: list[Path], qtbot: QtBot, place: str
) -> None:
    drop(places(ready)[place], numerals[1])
    qtbot.waitUntil(lambda: ready.sketch.answer.digit.text() == "5")
    assert ready.sketch.document.picture is not None


def test_very_many_files_at_once_are_refused(ready: MainWindow, tmp_path: Path) -> None:
    """Each picture would be a row, and each refusal a sentence."""
    drop(ready, *(tmp_path / f"{number}.png" for number in range(1_001)))
    assert "1,001 files at once are too many. Choose 1,000 at most" in ready.banner.message.text()
    assert not ready.findChildren(PicturesWindow)


def test_of_many_files_that_are_none_a_few_are_told(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    ready.opening.told.connect(told.append)
    drop(ready, *(tmp_path / f"{number}.bin" for number in range(40)))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].count("not opened. ") == 5
    assert told[0].endswith("35 more files not opened.")


def test_a_file_with_its_name_as_words_is_none_for_a_text_field(
    ready: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    """Some file managers bring both: fields would write the name down."""
    mime, brought = mime_of([tmp_path]), []
    mime.setText(str(tmp_path))
    ready.sketch.files.files_brought.disconnect()
    ready.sketch.files.files_brought.connect(brought.append)
    ready.training.panel.settings.model.setValue("mlp")  # it has a field for widths
    found = []
    for page in ("training", "own", "learn"):
        shown = ready.pages.open(page)
        if isinstance(shown, LearnPage):
            shown.open(4)  # with fields, and an answer that is typed
            qtbot.waitUntil(lambda view=shown.view: view.experiment.is_settled)
        found += [each for each in shown.findChildren(QLineEdit) if each.isVisible()]
    for field in found:
        before = field.text()
        drop_mime(field, mime)
        assert (brought.pop(), field.text()) == ([tmp_path], before), field.accessibleName()
    assert len(found) >= 7


def test_a_picture_that_must_be_looked_into_wipes_no_newer_stroke(
    ready: MainWindow,
    numerals: list[Path],
    drag: Callable[[QWidget, np.ndarray], None],
    qtbot: QtBot,
) -> None:
    unnamed = numerals[0].rename(numerals[0].with_suffix(""))
    drop(ready.sketch.canvas, unnamed)
    drag(ready.sketch.canvas, np.array([[120, 100], [250, 100], [180, 300]]))
    qtbot.waitUntil(lambda: ready.model.questions.are_answered)
    assert (len(ready.sketch.document.strokes), ready.sketch.document.picture) == (1, None)
    assert ready.banner.message.text() == f"{unnamed.name}: not opened, as you have drawn since."
    drop(ready.sketch.canvas, unnamed)  # once more, and nobody draws
    qtbot.waitUntil(lambda: ready.sketch.document.picture is not None)


def test_what_is_nothing_to_open_is_told(ready: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.docx").write_bytes(b"PK just words")
    before = ready.model.datasets.chosen
    for name in ("empty", "letter.docx"):
        ready.banner.hide()
        drop(ready.sketch.canvas, tmp_path / name)
        qtbot.waitUntil(ready.banner.isVisible)
        assert name in ready.banner.message.text()
    assert ready.model.datasets.chosen == before


def test_data_wait_for_the_runs_end(
    ready: MainWindow, digits: Path, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    ready.training.panel.settings.epochs.setValue(100_000)
    ready.model.train()
    wait_for_state(State.RUNNING)
    drop(ready.sketch.canvas, digits)
    qtbot.waitUntil(ready.banner.isVisible)
    assert ready.banner.message.text() == "Stop the run first, then open the data again."
    assert ready.model.datasets.chosen == "mnist_sample"
    ready.model.trainer.stop()
    wait_for_state(State.IDLE)


def test_of_many_things_it_is_told_what_was_done_with_each(
    ready: MainWindow, numerals: list[Path], digits: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    models = [tmp_path / "first.safetensors", tmp_path / "second.safetensors"]
    for path in models:
        shutil.copy(assets.path("starter/mnist_sample.safetensors"), path)
    write_lesson_file(tmp_path / "hour.inkgrad", LessonFile("The hour", "Train once."))
    (tmp_path / "notes.txt").write_text("not a number in sight")
    things = [*numerals, *models, tmp_path / "hour.inkgrad", digits, tmp_path / "notes.txt"]
    drop(ready.sketch.canvas, *things)
    qtbot.waitUntil(lambda: ready.model.source and ready.model.source.kind is Kind.FILE)
    said = ready.banner.message.text()
    for sentence in (
        "hour.inkgrad: opened as a lesson.",
        "first.safetensors: opened as the model that reads your sketch.",
        "second.safetensors: not opened, as only one file of its kind can be open.",
        f"{digits.name}: opened as the training data.",
        "notes.txt: not opened. ",
        "3 images read: see the list.",
    ):
        assert sentence in said
    assert ready.model.source.name == "first"
    assert ready.learn.banner.isVisible()
    assert ready.model.datasets.chosen == digits
    wait_for_rows(ready, qtbot, 3)


def wait_for_rows(window: MainWindow, qtbot: QtBot, count: int) -> PicturesWindow:
    pictures = window.own.pictures
    qtbot.waitUntil(lambda: len(pictures.rows) == count and pictures.export_button.isEnabled())
    assert pictures.isVisible()
    return pictures


def test_several_pictures_are_listed_kept_and_exported(
    ready: MainWindow,
    numerals: list[Path],
    tmp_path: Path,
    qtbot: QtBot,
    save_to: Callable[[str], Path],
) -> None:
    (tmp_path / "broken.png").write_bytes(b"no image")
    drop(ready.sketch.canvas, *numerals, tmp_path / "broken.png")
    pictures = wait_for_rows(ready, qtbot, 4)
    table = pictures.table
    rows = [[table.item(row, column).text() for column in range(2)] for row in range(4)]
    assert rows == [
        ["numeral 2.png", "2"],
        ["numeral 5.png", "5"],
        ["numeral 8.png", "8"],
        ["broken.png", "can't be read"],
    ]
    assert "starter" in pictures.status.text()
    assert ready.sketch.document.is_empty
    choice = table.cellWidget(2, 3)
    assert isinstance(choice, QComboBox)
    choice.setCurrentText("3")  # somebody knows better
    exported = save_to("answers.csv")
    qtbot.mouseClick(pictures.export_button, Qt.MouseButton.LeftButton)
    assert exported.read_bytes().startswith(BOM_UTF8)  # for Excel
    with exported.open(newline="", encoding="utf-8-sig") as file:
        table_rows = list(csv.DictReader(file))
    assert [row["answer"] for row in table_rows] == ["2", "5", "8", ""]
    assert [row["kept_as"] for row in table_rows] == ["2", "5", "3", ""]
    assert [row["file"] for row in table_rows][:3] == [str(path) for path in numerals]
    assert all(0.5 < float(row["probability"]) <= 1 for row in table_rows[:3])
    qtbot.mouseClick(pictures.keep_button, Qt.MouseButton.LeftButton)
    assert [digit.label for digit in read_own(own_folder())] == ["2", "3", "5"]
    qtbot.mouseClick(pictures.keep_button, Qt.MouseButton.LeftButton)
    assert "Kept no pictures" in pictures.status.text() or "Kept 0" in pictures.status.text()
    assert len(list(read_own(own_folder()))) == 3
    table.cellActivated.emit(1, 0)
    qtbot.waitUntil(lambda: ready.sketch.answer.digit.text() == "5")


@pytest.mark.long
def test_the_list_says_what_its_network_can_tell_apart(
    ready: MainWindow, numerals: list[Path], qtbot: QtBot
) -> None:
    drop(ready.sketch.canvas, assets.path("starter/mnist_sample.safetensors"))
    qtbot.waitUntil(lambda: ready.model.source.kind is Kind.FILE)
    drop(ready.sketch.canvas, *numerals)
    pictures = wait_for_rows(ready, qtbot, 3)
    assert pictures.status.text() == "Read by the model mnist_sample. Knows only 3 and 7."


@pytest.mark.parametrize("how", mostly_long(["choose", "paste"], {0}))
def test_several_files_are_chosen_and_pasted_alike(
    ready: MainWindow,
    numerals: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    if how == "choose":
        names = [str(path) for path in numerals]
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        ready.actions_.open_image.trigger()
    else:
        QGuiApplication.clipboard().setMimeData(mime_of(numerals))
        ready.actions_.paste.trigger()
    wait_for_rows(ready, qtbot, 3)


def test_a_closed_list_reads_no_further(
    ready: MainWindow, numerals: list[Path], qtbot: QtBot
) -> None:
    drop(ready.sketch.canvas, *numerals)
    pictures = ready.own.pictures
    pictures.close()
    qtbot.waitUntil(lambda: ready.model.questions.are_answered)
    assert len(pictures.rows) < 3
