"""How often something is done that is wished for all the time."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.widgets.throttle import Throttle


def test_the_first_and_the_last_wish_are_met(qtbot: QtBot) -> None:
    wishes, done = [1], []
    owner = QObject()
    pace = Throttle(lambda: done.append(wishes[-1]), 50, owner)
    for wish in range(1, 100):
        wishes.append(wish)
        pace.wish()
    assert done == [1]
    qtbot.waitUntil(lambda: done[-1] == 99)
    assert done == [1, 99]
    pace.act_now()
    pace.act_now()
    assert done == [1, 99, 99, 99]
