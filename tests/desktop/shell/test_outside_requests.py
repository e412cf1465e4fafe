from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import DESKTOP_ID, create_application
from desktop.shell.outside_requests import Application, OutsideRequests

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform says so


def test_a_call_brings_the_window_back_and_opens_the_file(qtbot: QtBot) -> None:
    window, opened = QWidget(), []
    qtbot.addWidget(window)
    door = OutsideRequests(window, opened.append)
    window.showMinimized()
    door.enter("/lessons/one.inkgrad")
    assert not window.isMinimized()
    assert window.isVisible()
    assert opened == [Path("/lessons/one.inkgrad")]


def test_a_call_without_a_file_opens_none(qtbot: QtBot) -> None:
    window, opened = QWidget(), []
    qtbot.addWidget(window)
    window.showMaximized()
    OutsideRequests(window, opened.append).enter()
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert opened == []


def test_every_window_bears_the_icon(qapp: QApplication) -> None:
    create_application()
    assert not qapp.windowIcon().pixmap(64).isNull()
    assert qapp.desktopFileName() == DESKTOP_ID


def test_a_file_that_macos_asks_for_is_told(qapp: QApplication) -> None:
    asked = QFileOpenEvent(QUrl.fromLocalFile("/models/mine.safetensors"))
    told = []

    class Door:  # an application is there already: only its method is tried
        file_asked = type("Signal", (), {"emit": staticmethod(told.append)})

    assert Application.event(Door(), asked)  # type: ignore[arg-type]
    assert told == ["/models/mine.safetensors"]
