"""Every widget that can be used has a name and a role, on every page and in every lesson.

And what a part has to say to people is heard by somebody.
"""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.inspect.live import LiveQuestion
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.selftest import seven
from desktop.widgets.painted import Painted
from desktop.worker.questions import Newest

KINDS = (
    *(QAbstractButton, QAbstractSpinBox, QAbstractSlider, QAbstractItemView),
    *(QComboBox, QLineEdit, QTabBar, QHeaderView, QGraphicsView),
)


NOTHING = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def usable(window: QWidget) -> Iterator[QWidget]:
    """Give the widgets in sight that take the focus or answer to the mouse."""
    for widget in window.findChildren(QWidget):
        focusable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not widget.focusProxy()
        is_text = isinstance(widget, QLabel) and not isinstance(widget, Painted)
        takes = isinstance(widget, KINDS) or (focusable and not is_text) or answers_mouse(widget)
        if widget.isVisible() and takes:
            yield widget


def answers_mouse(widget: QWidget) -> bool:
    """Tell whether it does something at a click, other than what Qt does."""
    ours = [kind for kind in type(widget).__mro__ if kind.__module__.startswith("desktop.")]
    return any("mousePressEvent" in vars(kind) for kind in ours)


def unknown(window: QWidget) -> Iterator[str]:
    """Name the usable widgets in sight that a screen reader can't name or tell the kind of."""
    for widget in usable(window):
        parts = [widget]
        speaks = isinstance(widget, QAbstractItemView | QPlainTextEdit | QScrollArea)
        if isinstance(widget, QAbstractScrollArea) and not speaks:
            parts = [widget.viewport()]  # the area itself only holds it
        for part in parts:
            heard = QAccessible.queryAccessibleInterface(part)
            name, role = heard.text(QAccessible.Text.Name), heard.role()
            # a table names its columns itself, and a box for numbers speaks for its editor
            is_container = isinstance(part, QHeaderView | QScrollArea) or isinstance(
                part.parentWidget(), QAbstractSpinBox
            )
            if not name or (role in NOTHING and not is_container):
                yield f"{type(widget).__name__} {widget.objectName()!r}: {name!r}, {role}"


@pytest.fixture
def used(
    window: MainWindow, drag: Callable[[QWidget, np.ndarray], None], qtbot: QtBot
) -> MainWindow:
    """Return the window with a 7 on its pad and all settings shown."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    drag(window.sketch.canvas, seven())
    window.training.panel.settings.more.click()
    return window


def unheard(window: MainWindow) -> Iterator[str]:
    """Name the parts whose sentences for people lead nowhere; questions may fail in silence."""
    for part in (*window.findChildren(QObject), *window.model.findChildren(QObject)):
        for name in ("failed", "told"):
            says = hasattr(type(part), name) and not isinstance(part, Newest | LiveQuestion)
            if says and not part.receivers(f"2{name}(QString)"):
                yield f"{type(part).__name__}.{name}"


def test_pages_have_names_and_roles(used: MainWindow, qtbot: QtBot) -> None:
    found = {}
    for name in used.pages.names:
        used.pages.open(name)
        qtbot.waitUntil(lambda: used.model.questions.are_answered)
        found[name] = list(unknown(used))
    used.resize(700, 400)  # now more has to be scrolled
    for name in used.pages.names:
        used.pages.open(name)
        found[f"{name}, small"] = list(unknown(used))
    assert not any(found.values()), found
    assert not list(unheard(used))


@pytest.mark.long
@pytest.mark.parametrize("command", ["keys", "about", "numbers", "other_python", "save_lesson"])
def test_dialogs_have_names_roles_and_tips(used: MainWindow, command: str) -> None:
    getattr(used.actions_, command).trigger()
    QApplication.processEvents()
    (dialog,) = [
        top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not used
    ]
    assert not list(unknown(dialog))
    for widget in usable(dialog):
        if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox | QCheckBox):
            assert widget.toolTip(), widget.accessibleName()
    dialog.close()


@pytest.mark.long
def test_lessons_have_names_and_roles(used: MainWindow, qtbot: QtBot) -> None:
    page = used.pages.open("learn")
    assert isinstance(page, LearnPage)
    found = {}
    for number in page.contents.numbers:
        page.open(number)
        qtbot.waitUntil(lambda: page.view.experiment.is_settled)
        QCoreApplication.sendPostedEvents()  # a layout shows by a posted call what it was given
        found[number] = list(unknown(used))
    assert not any(found.values()), found
