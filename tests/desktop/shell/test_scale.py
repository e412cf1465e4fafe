"""Ctrl with +, - and 0: everything larger or smaller at once, and within reach all the same."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

import desktop
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.selftest import drag, seven
from desktop.shell.keys import KeysWindow
from desktop.shell.preferences import Preferences
from desktop.shell.scale import STEPS
from desktop.widgets import qt_scale
from engine.lessons.lesson_file import PAGES
from tests.desktop.test_fitting import cut_off
from tests.mostly_long import mostly_long

DESKTOP = Path(desktop.__file__).parent

pytestmark = pytest.mark.skipif(not qt_scale.is_live(), reason="this Qt has to start anew for it")


@pytest.fixture(autouse=True)
def _usual_again(qapp: QApplication) -> Iterator[None]:
    yield
    qt_scale.change(1.0)


def press(window: QWidget, key: str, times: int = 1) -> None:
    window.activateWindow()
    for _ in range(times):
        QTest.keySequence(window, QKeySequence(key))
    QApplication.processEvents()


def _cut_off(window: QWidget) -> list[str]:
    """Name the texts that are cut off, but for those that a narrow window shortens with an "…"."""
    shortened = ("OneLine", "Heading", "MenuButton digitButton")  # the last one in its own edge
    return [line for line in cut_off(window) if not line.startswith(shortened)]


def test_the_keys_go_from_80_to_250_per_cent_and_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    width_px, letter_px = window.width(), window.fontMetrics().height()
    press(window, "Ctrl++", 2)
    assert window.devicePixelRatioF() == 1.25
    assert (window.width(), window.fontMetrics().height()) == (round(width_px / 1.25), letter_px)
    assert window.status.text == "Shown at 125 %"
    press(window, "Ctrl+=")
    assert window.devicePixelRatioF() == 1.5
    press(window, "Ctrl++", len(STEPS))
    assert window.devicePixelRatioF() == 2.5
    assert not window.actions_.larger.isEnabled()
    press(window, "Ctrl+-", len(STEPS))
    assert window.devicePixelRatioF() == 0.8
    assert not window.actions_.smaller.isEnabled()
    press(window, "Ctrl+0")
    assert window.devicePixelRatioF() == 1.0
    assert window.width() == width_px


def test_the_scale_comes_back_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 500)
    press(window, "Ctrl++")
    window.close()
    assert Preferences().scale == 110
    width = window.width()
    qt_scale.change(1.0)
    again = create_window()
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert again.devicePixelRatioF() == 1.1
    assert again.width() == width


@pytest.mark.parametrize("kept", ["7", "-3", "100000", '"large"', "2.5"])
def test_a_scale_that_nobody_can_read_is_not_worn(kept: str, qtbot: QtBot) -> None:
    saved = Preferences()
    saved.store.put("window/scale", kept)
    saved.save()
    window = create_window()
    qtbot.addWidget(window)
    assert STEPS[0] <= 100 * qt_scale.factor() <= STEPS[-1]


def test_what_the_pad_reads_is_the_same_at_any_size(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    drag(window, window.sketch.canvas, seven())
    strokes, before = window.sketch.document.strokes, window.sketch.document.image()
    press(window, "Ctrl++", 5)
    assert window.sketch.document.strokes == strokes
    assert (window.sketch.document.image() == before).all()
    press(window, "Ctrl+0")
    press(window, "Ctrl++")
    window.sketch.document.clear()
    drag(window, window.sketch.canvas, seven())
    image = window.sketch.document.image()
    assert image is not None
    assert np.abs(image.astype(int) - before).mean() < 16  # 30 without a seven


@pytest.mark.parametrize(
    "window_state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen]
)
def test_a_window_as_large_as_the_screen_stays_so(
    window: MainWindow, window_state: Qt.WindowState, qtbot: QtBot
) -> None:
    window.setWindowState(window_state)
    qtbot.waitUntil(lambda: window.windowState() == window_state)
    screen_px = window.screen().geometry().width()
    press(window, "Ctrl++", 5)
    assert window.windowState() == window_state
    assert window.width() * 2 == pytest.approx(screen_px, abs=8)


@pytest.mark.parametrize("steps", mostly_long([len(STEPS), -2], {0}))
def test_everything_is_within_reach_on_a_small_screen(
    window: MainWindow, steps: int, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    press(window, "Ctrl++" if steps > 0 else "Ctrl+-", abs(steps))
    factor = qt_scale.factor()
    area = window.centralWidget()
    assert isinstance(area, QScrollArea)
    for page in PAGES:
        window.pages.open(page)
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        qtbot.waitUntil(lambda: not _cut_off(window))
        assert window.width() * factor <= 1367, page
        assert window.height() * factor <= 769, page
        content = area.widget()
        assert content.width() >= content.minimumSizeHint().width(), page
        assert content.height() >= content.minimumSizeHint().height(), page
        rest = content.width() - area.viewport().width()
        assert area.horizontalScrollBar().maximum() == max(0, rest), page


def test_a_dialog_is_never_larger_than_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl++", len(STEPS))
    window.actions_.keys.trigger()
    window.actions_.about.trigger()
    screen = window.screen().availableSize()
    dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert len(dialogs) == 2
    for dialog in dialogs:
        qtbot.waitExposed(dialog)
        assert dialog.size().boundedTo(screen) == dialog.size(), dialog.windowTitle()
        dialog.close()


def test_an_open_dialog_follows(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.keys.trigger()
    dialog = window.findChild(KeysWindow)
    qtbot.waitExposed(dialog)
    press(window, "Ctrl+0")
    qt_scale.change(2.5)
    screen = window.screen().availableSize()
    qtbot.waitUntil(lambda: dialog.size().boundedTo(screen) == dialog.size())
    dialog.close()


@pytest.mark.parametrize(
    ("asked", "factor"), [("1.5", 1.5), ("abc", 1), ("inf", 1), ("nan", 1), ("1e9", 1), ("1e-9", 1)]
)
def test_a_size_at_which_nothing_can_be_seen_is_not_taken(
    asked: str, factor: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(qt_scale.VARIABLE, asked)
    assert qt_scale._system_factor.__wrapped__() == factor


def test_every_dialog_of_ours_scrolls_where_it_must() -> None:
    sources = {path: path.read_text("utf-8") for path in DESKTOP.rglob("*.py")}
    own = [
        path.relative_to(DESKTOP).as_posix()
        for path, text in sources.items()
        if "(QDialog):" in text
    ]
    assert own == ["widgets/dialog.py"]
