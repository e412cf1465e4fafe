"""Test digits in the real window: from the pad's own menu onto the pad, and into the answer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from engine.data.loading import Dataset

pytestmark = pytest.mark.qt_log_ignore("support (raise|grabbing)")  # the offscreen platform's menus


def test_any_digit_comes_to_the_pad(window: MainWindow, qtbot: QtBot, mnist: Dataset) -> None:
    menu = window.sketch.toolbar.digits
    captions = set()
    for _ in range(8):  # of one class all would be with a chance of 1 in 10 million
        window.banner.tell("Something failed before.")
        menu.popup(window.mapToGlobal(window.rect().center()))
        place = menu.actionGeometry(menu.any).center()
        with qtbot.waitSignal(window.sketch.files.arrived):
            qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
        assert not window.banner.isVisible()
        picture = window.sketch.document.picture
        assert picture is not None
        assert (mnist.valid.images == picture.image).all(axis=(1, 2)).any()
        captions.add(picture.caption)
    assert len(captions) > 1
    assert captions <= {f"A test image: {label}" for label in mnist.classes}
    qtbot.waitUntil(lambda: window.sketch.answer.digit.text() in mnist.classes)
