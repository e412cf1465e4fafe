"""What one window leaves to the next."""

from collections.abc import Callable

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.main_window import MainWindow


def test_the_last_sketch_comes_back(
    window: MainWindow, drag: Callable[[QWidget, np.ndarray], None], qtbot: QtBot
) -> None:
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
    left = window.sketch.document.image()
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    for image in (again.sketch.document.image(), again.sketch.answer.model_view.image):
        np.testing.assert_allclose(image, left, atol=1.5)  # places are rounded in the file
    again.actions_.clear.trigger()
    again.close()

    third = create_window()
    qtbot.addWidget(third)
    assert third.sketch.document.is_empty
