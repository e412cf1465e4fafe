"""The menu of test digits by itself: it is made anew after each epoch of a training."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from desktop.sketch.digit_menu import DigitMenu


def test_what_is_no_longer_offered_is_forgotten(qtbot: QtBot) -> None:
    menu = DigitMenu()
    qtbot.addWidget(menu)
    menu.show_classes(("3", "7"))
    offered = [weakref.ref(action) for action in menu.actions()[3:]]
    menu.show_classes(("cat", "dog"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [action() for action in offered] == [None, None]
    assert [action.text() for action in menu.actions()[3:]] == ["Class cat", "Class dog"]


def test_the_same_classes_leave_an_open_menu_alone(qtbot: QtBot) -> None:
    menu = DigitMenu()
    qtbot.addWidget(menu)
    menu.show_classes(("3", "7"))
    offered = menu.actions()
    menu.show_classes(("3", "7"))
    assert menu.actions() == offered
