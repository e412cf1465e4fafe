"""The pages as parts of the window: their keys, their room, and names for all that has focus."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from engine.lessons.lesson_file import PAGES


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    return window


def test_each_page_has_its_key_and_nothing_is_clipped(ready: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(PAGES, 1):
        key = Qt.Key(Qt.Key.Key_0 + number)
        qtbot.keyClick(ready, key, Qt.KeyboardModifier.ControlModifier)
        assert ready.pages.current == name
        page = ready.pages.open(name)
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and widget.layout() and name != "learn":  # its text scrolls
                smallest = widget.layout().minimumSize()
                assert widget.width() >= smallest.width(), (name, widget)
                assert widget.height() >= smallest.height(), (name, widget)
        assert page.minimumSizeHint().height() < 500


def test_what_can_be_focused_has_a_name_and_failures_are_told(ready: MainWindow) -> None:
    for name in PAGES:
        for widget in ready.pages.open(name).findChildren(QWidget):
            plain = isinstance(widget, QLabel | QPushButton) or widget.parent() is None
            inner = isinstance(widget.parent(), QAbstractScrollArea)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not plain and not inner:
                assert widget.accessibleName(), (name, widget)
    for name in ("evaluate", "data", "own", "learn"):
        page = ready.pages.open(name)
        page.failed.emit(f"No {name}.")
        assert ready.banner.message.text() == f"No {name}."
        (page.told_of if name == "learn" else page.told).emit(f"News of {name}")
        assert ready.status.text == f"News of {name}"
    for name in ("evaluate", "data"):
        page = ready.pages.open(name)
        page.image_chosen.emit(np.full((28, 28), 200, np.uint8), f"out of {name}")
        picture = ready.sketch.document.picture
        assert picture is not None
        assert picture.caption == f"out of {name}"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_data_can_be_saved_from_the_menu(ready: MainWindow) -> None:
    ready.actions_.save_data.trigger()
    assert ready.pages.current == "data"
    menu = ready.pages.open("data").saving.menu
    assert menu.isVisible()
    menu.close()
