"""The answers to the distorted sketch: painted where they are others than before."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.evaluate.robustness.changed_sketch import NetworkAnswers
from desktop.plots.curve_styles import CurveStyle
from desktop.widgets.theme import COOL


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: NetworkAnswers) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_reach_that_is_known_is_not_painted_again(qtbot: QtBot) -> None:
    answers = NetworkAnswers()
    qtbot.addWidget(answers)
    answers.resize(150, 80)
    answers.show()
    answers.show_answers([(CurveStyle("a", COOL), None)])
    QApplication.processEvents()
    paints = Paints(answers)
    answers.show_reaches(())  # with each move of the pen
    QApplication.processEvents()
    assert paints.count == 0
    answers.show_reaches(["until 30°"])
    QApplication.processEvents()
    assert paints.count == 1
    assert "until 30°" in answers.accessibleDescription()
