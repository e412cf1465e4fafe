"""Every widget that can be used has a name, on every page and in every lesson."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.selftest import seven

PATIENCE_MS = 60_000
KINDS = (
    *(QAbstractButton, QAbstractSpinBox, QAbstractSlider, QAbstractItemView),
    *(QComboBox, QLineEdit, QTabBar, QHeaderView, QGraphicsView),
)


def unknown(window: MainWindow) -> Iterator[str]:
    """Name the usable widgets in sight that a screen reader can't name."""
    for widget in window.findChildren(QWidget):
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        usable = isinstance(widget, KINDS) or (focusable and not isinstance(widget, QLabel))
        if not usable or not widget.isVisible():
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        if not heard.text(QAccessible.Text.Name):
            yield f"{type(widget).__name__} {widget.objectName()!r}"


@pytest.fixture
def used(
    window: MainWindow, drag: Callable[[QWidget, np.ndarray], None], qtbot: QtBot
) -> MainWindow:
    """Return the window with a 7 on its pad and all settings shown."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None, timeout=PATIENCE_MS)
    drag(window.sketch.canvas, seven())
    window.training.panel.settings.more.click()
    return window


def test_pages_have_names(used: MainWindow, qtbot: QtBot) -> None:
    found = {}
    for name in used.pages.names:
        used.pages.open(name)
        qtbot.waitUntil(lambda: used.model.questions.are_answered, timeout=PATIENCE_MS)
        found[name] = list(unknown(used))
    assert not any(found.values()), found


def test_lessons_have_names(used: MainWindow, qtbot: QtBot) -> None:
    page = used.pages.open("learn")
    assert isinstance(page, LearnPage)
    found = {}
    for number in page.contents.numbers:
        page.open(number)
        qtbot.waitUntil(lambda: page.view.experiment.is_settled, timeout=PATIENCE_MS)
        found[number] = list(unknown(used))
    assert not any(found.values()), found
