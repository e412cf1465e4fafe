"""Buttons and menus share their commands: what one offers, the other does, in every state."""

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.run_state import State

PAIRS = {
    "trainButton": "train",
    "pauseButton": "pause",
    "stepButton": "step",
    "epochButton": "epoch",
    "stopButton": "stop",
    "findLrButton": "find_lr",
    "undoButton": "undo",
    "redoButton": "redo",
    "clearButton": "clear",
    "openImageButton": "open_image",
}


def offered(window: MainWindow) -> set[str]:
    """Return the buttons that can be pressed; each is offered where its command is."""
    buttons = {name: window.findChild(QAbstractButton, name) for name in PAIRS}
    for name, button in buttons.items():
        assert button.isEnabled() is getattr(window.actions_, PAIRS[name]).isEnabled(), name
    return {name for name, button in buttons.items() if button.isEnabled()}


def test_what_is_offered_follows_the_run(
    window: MainWindow, wait_for_state: Callable[[State], None], qtbot: QtBot
) -> None:
    idle = {"trainButton", "stepButton", "epochButton", "findLrButton", "openImageButton"}
    assert offered(window) == idle
    window.model.step()
    assert offered(window) == {"stopButton", "openImageButton"}
    wait_for_state(State.PAUSED)
    paused = {"pauseButton", "stepButton", "epochButton", "stopButton", "openImageButton"}
    assert offered(window) == paused
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    assert offered(window) == idle


def test_what_is_offered_follows_the_sketch(
    window: MainWindow, drag: Callable[[QWidget, np.ndarray], None], qtbot: QtBot
) -> None:
    before = offered(window)
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
    assert offered(window) - before == {"undoButton", "clearButton"}
    window.findChild(QAbstractButton, "clearButton").click()
    assert window.sketch.document.is_empty
    assert offered(window) - before == {"undoButton"}
    window.findChild(QAbstractButton, "undoButton").click()
    assert not window.sketch.document.is_empty
    assert offered(window) - before == {"undoButton", "redoButton", "clearButton"}
    window.findChild(QAbstractButton, "redoButton").click()
    assert window.sketch.document.is_empty
