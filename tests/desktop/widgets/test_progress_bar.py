"""The bar that fills: painted in its turn."""

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from desktop.widgets.progress_bar import ProgressBar


class Paints(QObject):
    """Counts how often what it watches is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.Paint
        return False


def test_a_new_value_is_painted_in_its_turn_and_once(qtbot: QtBot) -> None:
    bar, paints = ProgressBar(), Paints()
    qtbot.addWidget(bar)
    bar.setRange(0, 100)
    with qtbot.waitExposed(bar):
        bar.show()
    qtbot.wait(20)
    bar.installEventFilter(paints)
    for value in (20, 60, 90):
        bar.setValue(value)
    assert bar.value() == 90
    assert paints.number == 0
    qtbot.waitUntil(lambda: paints.number > 0)
    assert paints.number == 1
