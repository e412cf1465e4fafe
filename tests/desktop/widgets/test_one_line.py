"""A label of one line cuts with an ellipsis, and tells the whole to who points at it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.one_line import OneLine, small_line

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform says so
WORDS = "your simple_net, epoch 40 on 2,038 validation images of 3s and 7s"


def point_at(label: OneLine, qtbot: QtBot) -> str:
    """Rest the mouse on a label, and return what is told there."""
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
    place = label.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, label.mapToGlobal(place))
    QApplication.sendEvent(label, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_what_does_not_fit_ends_with_an_ellipsis(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    label = small_line(WORDS)
    QVBoxLayout(column).addWidget(label)
    column.resize(150, 40)
    column.show()
    assert column.width() == 150  # it widens nothing
    assert label.shown().endswith("…")
    assert point_at(label, qtbot) == WORDS
    assert label.text() == WORDS  # screen readers hear all of it
    column.resize(600, 40)
    QApplication.processEvents()
    assert label.shown() == WORDS
    assert point_at(label, qtbot) == ""


def test_a_tooltip_of_its_own_stays(qtbot: QtBot) -> None:
    label = OneLine(WORDS, elide=Qt.TextElideMode.ElideLeft)
    qtbot.addWidget(label)
    label.setToolTip("something else")
    label.resize(80, 20)
    label.show()
    assert label.shown().startswith("…")
    assert point_at(label, qtbot) == "something else"


def test_no_more_is_painted_than_is_shown(qtbot: QtBot) -> None:
    label = OneLine(WORDS)
    qtbot.addWidget(label)
    label.resize(150, 20)
    cut = label.grab().toImage()
    label.setText(label.shown())
    assert label.grab(label.rect()).toImage() == cut
