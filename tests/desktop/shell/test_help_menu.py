"""The window as a good guest: hint, help, About, languages, and what comes back."""

import shutil
from collections.abc import Callable, Iterator
from importlib.metadata import version
from itertools import product
from pathlib import Path

import numpy as np
import PIL.Image
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

import assets
from desktop.app import create_window
from desktop.i18n import translations
from desktop.lessons.writing.saving_dialog import SavingDialog
from desktop.main_window import MainWindow
from desktop.shell.about import AboutBox
from desktop.shell.keys import KeysWindow
from desktop.shell.preferences import Preferences

Drag = Callable[[QWidget, np.ndarray], None]
STROKE = np.array([[120, 100], [280, 100], [200, 330]])


@pytest.fixture
def reopen(window: MainWindow, qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return a function that closes the window and opens the next one."""

    def close_and_open() -> MainWindow:
        window.close()
        again = create_window()
        qtbot.addWidget(again)
        again.show()
        qtbot.waitExposed(again)
        return again

    return close_and_open


@pytest.fixture
def _back_to_english(qapp: QApplication) -> Iterator[None]:
    yield
    translations.install(qapp, "en")


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_first_hint_goes_when_something_is_drawn(
    window: MainWindow, drag: Drag, reopen: Callable[[], MainWindow]
) -> None:
    hint = window.help_menu.hint
    assert hint.isVisible()
    drag(window.sketch.canvas, STROKE)  # through the hint
    assert not window.sketch.document.is_empty
    assert not hint.isVisible()
    window.sketch.document.clear()
    assert not hint.isVisible()
    assert not reopen().help_menu.hint.isVisible()


def test_the_first_hint_goes_when_training_starts(window: MainWindow) -> None:
    window.model.train()
    assert not window.help_menu.hint.isVisible()


def test_the_first_hint_stays_where_nothing_was_done(reopen: Callable[[], MainWindow]) -> None:
    assert reopen().help_menu.hint.isVisible()


def test_the_hint_lies_inside_the_pad(window: MainWindow) -> None:
    for size in ((1366, 768), (1920, 1080), (1000, 700)):
        window.resize(*size)
        QApplication.processEvents()
        hint = window.help_menu.hint
        assert window.sketch.canvas.rect().contains(hint.geometry())
        assert hint.height() >= hint.heightForWidth(hint.width())
        middle = hint.geometry().center() - window.sketch.canvas.rect().center()
        assert middle.manhattanLength() <= 4


def test_the_hints_steps_are_a_line_each_where_there_is_room(window: MainWindow) -> None:
    window.resize(1920, 1080)
    QApplication.processEvents()
    hint = window.help_menu.hint
    assert all(step.height() < 2 * step.fontMetrics().height() for step in hint.steps)
    window.sketch.canvas.invite(digits=False)
    window.sketch.canvas.repaint()
    assert hint.heading.text() == "Draw here"


def test_f1_lists_every_key_of_the_menus(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(KeysWindow)
    assert dialog is not None
    words = texts(dialog)
    for action in window.actions():
        if not action.shortcut().isEmpty():
            assert action.shortcut().toString() in words, action.text()
    assert "&" not in words
    dialog.close()


def test_the_list_of_keys_fits_a_small_screen_and_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.keys.trigger()
    dialog = window.findChild(KeysWindow)
    assert dialog is not None
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert dialog.minimumSizeHint().height() <= 500
    dialog.resize(1093, 500)  # 1366x768 at 125 %, without the system's bars
    down, across = dialog.list.verticalScrollBar(), dialog.list.horizontalScrollBar()
    qtbot.waitUntil(lambda: down.maximum() > 0)
    assert across.maximum() == 0
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_PageDown)
    assert down.value() == down.maximum()
    dialog.close()


def test_a_lesson_to_save_shows_every_page_whole(window: MainWindow) -> None:
    window.actions_.save_lesson.trigger()
    dialog = window.findChild(SavingDialog)
    assert dialog is not None
    assert all(tick.width() >= tick.sizeHint().width() for tick in dialog.pages.values())
    boxes = [tick.geometry() for tick in dialog.pages.values()]
    pairs = [(a, b) for a in boxes for b in boxes if a.top() == b.top() and a.left() < b.left()]
    assert all(b.left() - a.right() >= 12 for a, b in pairs)  # no box belongs to the word before
    assert dialog.height() <= 500
    dialog.close()


def test_about_tells_versions_licence_and_credit(window: MainWindow) -> None:
    window.actions_.about.trigger()
    dialog = window.findChild(AboutBox)
    assert dialog is not None
    for fact in (version("torch"), version("PySide6-Essentials"), "MIT", "LeCun", "CC BY-SA"):
        assert fact in texts(dialog)
    link = next(label for label in dialog.findChildren(QLabel) if "CC BY-SA" in label.text())
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):  # its link switches with the rest
        window.theme.choose(scheme)
        QApplication.processEvents()
        image = link.grab().toImage()
        places = product(range(image.width()), range(image.height()))
        assert any(image.pixelColor(*place) == window.theme.theme.accent for place in places)
    window.theme.choose(Qt.ColorScheme.Unknown)
    dialog.close()


def test_the_last_page_and_form_come_back(
    window: MainWindow, reopen: Callable[[], MainWindow]
) -> None:
    window.training.panel.settings.more.click()
    window.pages.open("own")
    again = reopen()
    assert again.pages.current == "own"
    assert again.training.panel.settings.more.isChecked()


@pytest.mark.usefixtures("_back_to_english")
def test_the_chosen_language_comes_with_the_next_start(
    window: MainWindow, reopen: Callable[[], MainWindow]
) -> None:
    assert window.actions_.languages[""].isChecked()
    window.actions_.languages["de"].trigger()
    again = reopen()
    assert Preferences().language == "de"
    assert again.actions_.languages["de"].isChecked()
    assert again.training.panel.settings.dataset.itemText(0) == "3en und 7en"


def test_the_systems_language_is_taken_where_we_speak_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def speak(name: str) -> None:
        monkeypatch.setattr(QLocale, "system", lambda: QLocale(name))

    speak("de_AT")
    assert translations.spoken("") == "de"
    assert translations.spoken("en") == "en"
    speak("la_VA")
    assert translations.spoken("") == "en"


def test_opened_images_and_sketches_can_be_opened_again(
    window: MainWindow, reopen: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    image, sketch, bad = (tmp_path / name for name in ("seven.png", "mine.svg", "bad.png"))
    picture = PIL.Image.new("L", (60, 60), 255)
    picture.paste(0, (28, 10, 33, 50))
    picture.save(image)
    bad.write_text("words")
    files = window.sketch.files
    window.sketch.document.begin_stroke(0.2, 0.2)
    window.sketch.document.extend_stroke(0.8, 0.8)
    files.save_as(sketch)
    for path in (image, sketch):
        with qtbot.waitSignal(files.arrived):
            window.open_file(path)
    with qtbot.waitSignal(files.failed):
        window.open_file(bad)
    QGuiApplication.clipboard().setImage(QImage(str(image)))
    with qtbot.waitSignal(files.arrived):
        window.actions_.paste.trigger()
    again = reopen()
    menu = QMenu()
    again.recent.fill(menu)
    assert [action.text() for action in menu.actions()] == ["mine.svg", "seven.png"]
    for action, has_picture in ((menu.actions()[1], True), (menu.actions()[0], False)):
        with qtbot.waitSignal(again.sketch.files.arrived):
            action.trigger()
        assert bool(again.sketch.document.picture) is has_picture
    assert len(again.sketch.document.strokes) == 1


def test_opened_models_can_be_opened_again(
    window: MainWindow, reopen: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    model = tmp_path / "mine.safetensors"
    shutil.copy(assets.path("starter/mnist_sample.safetensors"), model)
    with qtbot.waitSignal(window.training.desk.model_opened):
        window.training.desk.open_model_file(model)
    again = reopen()
    menu = QMenu()
    again.recent.fill(menu)
    assert [action.text() for action in menu.actions()] == ["mine.safetensors"]
    with qtbot.waitSignal(again.training.desk.model_opened):
        menu.actions()[0].trigger()
    model.unlink()
    again.recent.fill(menu)
    assert [action.isEnabled() for action in menu.actions()] == [False]
