"""The settings' form: what it reads, and the datasets that can be chosen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.preferences import Preferences
from desktop.training.dataset_choice import MOST_RECENT, DatasetChoice
from desktop.training.settings import SettingsForm
from engine.config import TrainConfig


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    form = SettingsForm()
    qtbot.addWidget(form)
    return form


def test_the_form_starts_with_the_books_settings(form: SettingsForm) -> None:
    assert form.config() == TrainConfig()
    assert form.dataset.dataset() == "mnist_sample"


def test_the_form_shows_what_it_reads(form: SettingsForm) -> None:
    config = TrainConfig("mlp", epochs=7, lr=0.000125, batch_size=64, seed=5, device="cpu")
    form.show_config(config)
    assert form.config() == config


def test_datasets_go_by_their_plain_names_too(form: SettingsForm) -> None:
    form.dataset.setCurrentText("mnist")
    assert form.dataset.dataset() == "mnist"
    form.dataset.setCurrentText("3s and 7s")
    assert form.dataset.dataset() == "mnist_sample"


def test_a_folder_is_asked_for_and_remembered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = DatasetChoice()
    qtbot.addWidget(choice)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    open_folder = choice.findText("Open a folder…")
    choice.setCurrentIndex(open_folder)
    assert choice.dataset() == "mnist_sample"  # the wish alone chooses nothing
    choice.activated.emit(open_folder)
    assert choice.dataset() == tmp_path
    assert choice.currentText() == tmp_path.name


def test_a_dialog_that_is_left_changes_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = DatasetChoice()
    qtbot.addWidget(choice)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    choice.activated.emit(choice.findText("Open an archive…"))
    assert choice.currentText() == "3s and 7s"


def test_only_the_newest_few_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    choice = DatasetChoice()
    qtbot.addWidget(choice)
    for number in range(MOST_RECENT + 3):
        choice.choose(tmp_path / str(number))
    assert [path.name for path in choice.recent] == ["7", "6", "5", "4", "3"]


def test_damaged_preferences_count_as_none(qapp: object) -> None:
    Preferences()._settings.setValue("training/epochs", "many")
    Preferences()._settings.setValue("window/appearance", "purple")
    assert Preferences().config == TrainConfig()
    assert Preferences().color_scheme.name == "Unknown"
