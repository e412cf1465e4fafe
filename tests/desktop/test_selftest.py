"""What the self-test takes a picture of."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.selftest import REST_MS, picture_at_rest


def test_the_picture_is_taken_when_nothing_moves_any_more(qtbot: QtBot) -> None:
    label = QLabel("0")
    qtbot.addWidget(label)
    label.resize(100, 40)
    label.show()
    timer = QTimer(label, interval=REST_MS // 2)

    def count() -> None:
        label.setText(str(int(label.text()) + 1))
        if label.text() == "9":
            timer.stop()

    timer.timeout.connect(count)
    timer.start()
    picture = picture_at_rest(label)
    assert label.text() == "9"
    assert picture.toImage() == label.grab().toImage()
