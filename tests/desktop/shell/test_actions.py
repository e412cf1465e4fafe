"""Every command of the menus, given by its key or chosen in its menu, does what it says."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMenu, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

import assets
from desktop.lessons.page import LearnPage
from desktop.lessons.writing.saving_dialog import SavingDialog
from desktop.main_window import MainWindow
from desktop.shell.about import AboutBox
from desktop.shell.keys import KeysWindow
from desktop.worker.messages import Kind
from desktop.worker.run_state import State
from engine.lessons.lesson_file import PAGES, LessonFile, write_lesson_file
from tests.mostly_long import mostly_long

Effect = Callable[[MainWindow, Path], bool]


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot, drag: Any) -> Iterator[MainWindow]:
    """Return the window with a stroke on its pad, its model there, and no bundled data chosen."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [200, 330]]))
    window.model.datasets.choose("my_drawings")
    window.activateWindow()
    yield window
    for dialog in window.findChildren(QDialog):
        dialog.close()
    window.presentation.leave()
    window.actions_.usual_size.trigger()
    QWhatsThis.leaveWhatsThisMode()


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one file of each kind; the system's dialogs choose what is in it."""
    picture = PIL.Image.new("L", (60, 60), 255)
    picture.paste(0, (28, 10, 33, 50))
    picture.save(tmp_path / "seven.png")
    shutil.copy(assets.path("starter/mnist_sample.safetensors"), tmp_path / "mine.safetensors")
    write_lesson_file(tmp_path / "first.inkgrad", LessonFile("The first lesson", "Train once."))
    (tmp_path / "digits.zip").touch()
    paths = [path for path in tmp_path.iterdir() if path.is_file()]
    QGuiApplication.clipboard().setImage(QImage(str(tmp_path / "seven.png")))

    def open_file(_: QWidget, __: str, ___: str, kinds: str) -> tuple[str, str]:
        return next(str(path) for path in paths if f"*{path.suffix}" in kinds), ""

    def save_file(_: QWidget, __: str, name: str, ___: str) -> tuple[str, str]:
        return str(tmp_path / f"saved{Path(name).suffix}"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", open_file)
    chosen = [str(tmp_path / "seven.png")], ""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: chosen)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_file)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "folder"))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Ada", True))
    return tmp_path


def give(window: MainWindow, command: str) -> None:
    """Press a key, or choose what stands in a menu: "Data > 3s and 7s"."""
    if " > " not in command:
        QTest.keySequence(window, QKeySequence(command))
        return
    inside: list[QAction] = window.menuBar().actions()
    for name in command.split(" > "):
        action = next(each for each in inside if each.text().replace("&", "") == name)
        menu = QMenu.menuInAction(action) if hasattr(QMenu, "menuInAction") else action.menu()
        inside = menu.actions() if menu else []
    assert action.isEnabled()
    action.trigger()


def has_dataset(name: str, window: MainWindow, files: Path) -> bool:
    dataset = window.model.datasets.chosen
    return dataset in (name, files / name)


def has_page(name: str, window: MainWindow, _: Path) -> bool:
    return window.pages.current == name


def has_saved(name: str, _: MainWindow, files: Path) -> bool:
    return (files / name).exists()


def shows(kind: type[QObject], window: MainWindow, _: Path) -> bool:
    return window.findChild(kind) is not None


def has_question(place: int, window: MainWindow, _: Path) -> bool:
    page = window.findChild(LearnPage)
    return page is not None and page.contents.current == page.contents.numbers[place]


def is_as_large_as(factor: float, window: MainWindow, _: Path) -> bool:
    return window.devicePixelRatioF() == factor


def is_empty(window: MainWindow, _: Path) -> bool:
    return window.sketch.document.is_empty


EFFECTS: dict[str, Effect] = {
    "Ctrl+Q": lambda window, _: window.model.link.has_ended,
    "Ctrl+Shift+O": lambda window, _: window.sketch.document.picture is not None,
    "Ctrl+S": partial(has_saved, "saved.svg"),
    "Ctrl+C": lambda *_: QGuiApplication.clipboard().image().width() == 28,
    "Ctrl+V": lambda window, _: window.sketch.document.picture is not None,
    "Ctrl+Z": is_empty,
    "Ctrl+Z, Edit > Redo Stroke": lambda *known: not is_empty(*known),
    "Ctrl+Backspace": is_empty,
    "Data > 3s and 7s": partial(has_dataset, "mnist_sample"),
    "Data > All ten digits": partial(has_dataset, "mnist"),
    "Data > Pen strokes": partial(has_dataset, "pens"),
    "Data > MNIST and pen strokes": partial(has_dataset, "mnist+pens"),
    "Ctrl+O": partial(has_dataset, "folder"),
    "Data > Open file…": partial(has_dataset, "digits.zip"),
    "Ctrl+K": partial(has_page, "own"),
    "Ctrl+M": lambda window, _: window.sketch.answer.source.kind is Kind.FILE,
    "Ctrl+Shift+M": partial(has_saved, "saved.safetensors"),
    "Ctrl+Shift+N": lambda window, _: window.sketch.numbers.isVisible(),
    "Ctrl+Shift+W": lambda window, _: window.sketch.answer.seen.why_button.isChecked(),
    "View > Guide box": lambda window, _: not window.sketch.canvas.guide_shown,
    "Ctrl+D": lambda window, _: window.sketch.answer.digits.isVisible(),
    "F11": lambda window, _: window.isFullScreen(),
    "Shift+F11": lambda window, _: window.presentation.stage is not None,
    "Ctrl++": partial(is_as_large_as, 1.1),
    "Ctrl+=": partial(is_as_large_as, 1.1),
    "Ctrl+-": partial(is_as_large_as, 0.9),
    "Ctrl+-, Ctrl+0": partial(is_as_large_as, 1.0),
    "Help > About Inkgrad": partial(shows, AboutBox),
    "Ctrl+F1": partial(shows, KeysWindow),
    "Shift+F1": lambda *_: QWhatsThis.inWhatsThisMode(),
    "F1": partial(has_page, "learn"),
    "F1, Alt+Right": partial(has_question, 1),
    "F1, Alt+Right, Alt+Left": partial(has_question, 0),
    "Ctrl+L": lambda window, _: window.learn.banner.isVisible(),
    "Learn > Save lesson file…": partial(shows, SavingDialog),
    "Learn > Export progress…": partial(has_saved, "saved.json"),
    "Learn > Your name…": lambda window, _: window.learn.progress.work.name == "Ada",
    "F1, Learn > Save lesson as PDF…": partial(has_saved, "saved.pdf"),
    "Learn > Class…": lambda window, _: window.banner.isVisible(),  # the folder isn't there
    "Ctrl+2, Ctrl+1": partial(has_page, PAGES[0]),
    **{f"Ctrl+{n}": partial(has_page, name) for n, name in enumerate(PAGES[1:], 2)},
}
OF_A_RUN = ("F5", "F6", "F10", "Ctrl+F10", "Shift+F5")


@pytest.mark.parametrize("commands", mostly_long(EFFECTS, range(0, len(EFFECTS), 6)))
def test_a_command_does_what_it_says(
    ready: MainWindow, files: Path, qtbot: QtBot, commands: str
) -> None:
    *before, command = commands.split(", ")
    for each in before:
        give(ready, each)
    assert not EFFECTS[commands](ready, files)
    give(ready, command)
    qtbot.waitUntil(lambda: EFFECTS[commands](ready, files))


def test_every_key_is_tried(window: MainWindow) -> None:
    tried = {commands.split(", ")[-1] for commands in EFFECTS} | {*OF_A_RUN}
    actions = [*window.actions(), *window.pages.actions()]
    keys = {key.toString() for action in actions for key in action.shortcuts()}
    redo = window.actions_.redo.shortcut().toString()  # another one on another system
    assert keys - {redo} <= tried


def test_a_run_obeys_its_keys(
    window: MainWindow, digits: Path, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    settings, history = window.training.panel.settings, window.training.curves.history
    window.model.datasets.choose(digits)
    settings.batch_size.setValue(64)  # four batches an epoch
    settings.epochs.setValue(100_000)
    window.activateWindow()
    for key, batches, epochs in (("F10", 1, 0), ("F10", 2, 0), ("Ctrl+F10", 4, 1)):
        with qtbot.waitSignal(window.model.trainer.held):
            give(window, key)
        assert (len(history.batch_loss), len(history.accuracy)) == (batches, epochs)
    give(window, "F6")
    qtbot.waitUntil(lambda: len(history.accuracy) > 2)
    give(window, "F6")
    assert window.model.trainer.state is State.PAUSED
    give(window, "Shift+F5")
    wait_for_state(State.IDLE)
    give(window, "F5")
    wait_for_state(State.RUNNING)
    give(window, "Shift+F5")
    wait_for_state(State.IDLE)
    give(window, "Train > Find learning rate")
    card = window.training.lr_card
    assert card.isVisible()
    qtbot.waitUntil(lambda: card.suggestion is not None)
    card.close_button.click()
