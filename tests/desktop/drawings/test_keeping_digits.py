"""Keeping the digits of a number one by one, each under a name of its own."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.drawings.page import DrawingsPage
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from engine.data import drawings

SEVEN = ((0.05, 0.3), (0.35, 0.3), (0.2, 0.8))
THREE = ((0.55, 0.3), (0.8, 0.35), (0.62, 0.52), (0.82, 0.66), (0.55, 0.8))
Keep = Callable[[MainWindow, DrawingsPage], None]


@pytest.fixture
def page(window: MainWindow) -> DrawingsPage:
    """Return the page, with a 7 and a 3 on the pad; the 7 is chosen and named."""
    page = window.pages.open("own")
    assert isinstance(page, DrawingsPage)
    window.actions_.several.trigger()
    document = window.sketch.document
    for points in (SEVEN, THREE):
        document.begin_stroke(*points[0])
        for point in points[1:]:
            document.extend_stroke(*point)
        document.finish_stroke()
    window.sketch.answer.digits.chips[0].click()
    page.keeping.choose("7")
    return page


def by_click(window: MainWindow, page: DrawingsPage) -> None:
    QTest.mouseClick(page.keeping.keep_button, Qt.MouseButton.LeftButton)


def by_key(window: MainWindow, page: DrawingsPage) -> None:
    QTest.keyClick(window.sketch.canvas, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)


def kept() -> list[str]:
    return sorted(drawing.label for drawing in drawings.read_own(drawings.own_folder()))


@pytest.mark.parametrize("keep", [by_click, by_key])
def test_a_second_press_keeps_no_digit_under_the_name_of_the_one_before(
    window: MainWindow, page: DrawingsPage, keep: Keep, qtbot: QtBot
) -> None:
    window.sketch.canvas.setFocus()
    keep(window, page)
    keep(window, page)
    assert kept() == ["7"]
    assert len(window.sketch.document.strokes) == 1
    qtbot.waitUntil(lambda: "7, no. 1" in page.keeping.hint.text())
    page.keeping.choose("3")
    keep(window, page)
    assert kept() == ["3", "7"]
    assert window.sketch.document.is_empty


def test_of_a_picture_one_digit_after_the_other_is_kept(
    window: MainWindow, page: DrawingsPage, qtbot: QtBot
) -> None:
    reader, document = window.sketch.reader, window.sketch.document
    images = [digit.image for digit in reader.digits]
    grey = 255 - np.kron(np.hstack([np.pad(i, 10) for i in images]), np.ones((4, 4), np.uint8))
    picture = Picture(images[0], np.repeat(grey[..., None], 3, axis=2), "two.png")
    document.put(Content(picture=picture))
    qtbot.waitUntil(lambda: len(reader.digits) == 2)
    for label in ("7", "3"):
        page.keeping.choose(label)
        by_click(window, page)
        by_click(window, page)
    assert kept() == ["3", "7"]
    assert document.picture is picture
    assert reader.chosen is reader.digits[1]
