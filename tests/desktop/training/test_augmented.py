"""The button beside the augmentation: images of a batch as the network will see them."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.training.augmented.dialog import AugmentedDialog
from engine.analysis.augmented import SHOWN, augmented
from engine.datasets import load_dataset


def opened(window: MainWindow, qtbot: QtBot) -> AugmentedDialog:
    form = window.training.panel.settings
    form.more.setChecked(True)
    button = window.findChild(QPushButton, "seeAugmentedButton")
    qtbot.waitUntil(button.isVisible)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = window.findChild(QDialog, "augmentedDialog")
    assert isinstance(dialog, AugmentedDialog)
    return dialog


def shown(dialog: AugmentedDialog, qtbot: QtBot) -> np.ndarray:
    qtbot.waitUntil(lambda: len(dialog.images) > 0)
    return np.array([dialog.images.image(index) for index in range(len(dialog.images))])


@pytest.mark.parametrize("option", ["off", "gentle"])
def test_images_are_shown_and_shown_again(
    window: MainWindow, digits: Path, option: str, qtbot: QtBot
) -> None:
    window.model.datasets.choose(digits)
    form = window.training.panel.settings
    form.rest.augment.setValue(option)
    form.seed.setValue(5)
    dialog = opened(window, qtbot)
    first = shown(dialog, qtbot)
    train = load_dataset(digits).train
    expected, labels = augmented(train, form.config(), 0)
    assert len(first) == SHOWN
    np.testing.assert_array_equal(first, expected)
    dialog.images.select(2)
    name = ("3", "7")[labels[2]]
    assert dialog.images.accessibleDescription() == f"3 of 24: {name}"
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    second = shown(dialog, qtbot)
    np.testing.assert_array_equal(second, augmented(train, form.config(), 1)[0])
    assert np.array_equal(first, second) is (option == "off")
    assert dialog.images.current == 2
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_data_that_cannot_be_read_is_told_and_closes_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    window.model.failed.connect(told.append)
    dialog = AugmentedDialog(
        window.model.questions, tmp_path / "nowhere", window.model.settings.config, window
    )
    dialog.failed.connect(window.model.failed)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.open()
    assert "nowhere" in told[0]
