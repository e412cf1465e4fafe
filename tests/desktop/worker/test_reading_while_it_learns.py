"""The sketch on the pad while a run is under way: what the network says of it, as it learns."""

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.messages import Reading
from desktop.worker.run_state import State

SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])


def test_a_resting_sketch_is_read_again_and_again(
    window: MainWindow,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
    drag: Callable[[QWidget, np.ndarray], None],
    qtbot: QtBot,
) -> None:
    drag(window.sketch.canvas, SEVEN)
    settings, reader = window.training.panel.settings, window.sketch.reader
    settings.epochs.setValue(100_000)
    settings.lr.setValue(0.01)
    opinions = set()

    def listen(reading: Reading) -> None:
        if reading.prediction and reading.source.name == "simple_net":
            opinions.add(reading.prediction.probabilities.tobytes())

    press("trainButton")
    wait_for_state(State.RUNNING)
    reader.answered.connect(listen)
    qtbot.waitUntil(lambda: len(opinions) >= 5)
    assert window.model.trainer.state is State.RUNNING
    press("stopButton")
    wait_for_state(State.IDLE)
