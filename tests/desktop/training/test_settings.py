"""The settings' form: what it reads, and the datasets that can be chosen."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.data.dataset_list import DatasetList
from desktop.main_window import MainWindow
from desktop.shell.preferences import Preferences
from desktop.training.presets import differences, nearest
from desktop.training.reader_settings import ReaderSettings
from desktop.training.settings import SettingsForm
from engine.config import REAL, WHOLE, TrainConfig
from engine.errors import ConfigError
from engine.presets import PRESETS


@pytest.fixture
def datasets() -> DatasetList:
    return DatasetList()


@pytest.fixture
def settings() -> ReaderSettings:
    return ReaderSettings()


@pytest.fixture
def form(settings: ReaderSettings, datasets: DatasetList, qtbot: QtBot) -> SettingsForm:
    form = SettingsForm(settings, datasets)
    qtbot.addWidget(form)
    return form


def test_the_form_starts_with_the_books_settings(form: SettingsForm) -> None:
    assert form.config() == TrainConfig()
    assert form.dataset.currentText() == "3s and 7s"


def test_the_form_shows_what_it_reads(form: SettingsForm, settings: ReaderSettings) -> None:
    config = TrainConfig("mlp", epochs=7, lr=0.000125, batch_size=64, seed=5, device="cpu")
    settings.take(config)
    assert form.config() == config


def test_no_row_is_cut_at_the_lower_edge(form: SettingsForm) -> None:
    form.show()
    form.more.click()
    for height in (200, 217, 230):
        form.resize(360, height)
        bar = form.verticalScrollBar()
        for place in (0, 25, 140, bar.maximum()):
            bar.setValue(place)
            end = form.viewport().mapTo(form, form.viewport().rect().bottomLeft()).y()
            for row in filter(QWidget.isVisible, form.rows()):
                top = row.mapTo(form, QPoint()).y()
                bottom = top + row.height() - 1
                assert not top <= end < bottom, (height, place)


def test_what_is_opened_comes_into_sight_on_a_small_screen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1093, 614)
    form = window.training.panel.settings
    form.more.click()  # as a screen reader does it, without a mouse
    first = form.rest.labels[0]

    def is_seen() -> bool:
        top = first.mapTo(form.viewport(), first.rect().topLeft())
        return form.viewport().rect().contains(top) and form.verticalScrollBar().maximum() > 0

    qtbot.waitUntil(is_seen)
    bottom = form.more.mapTo(form.viewport(), form.more.rect().bottomLeft())
    assert form.viewport().rect().contains(bottom)  # and what closes it stays


def test_what_is_opened_is_scrolled_to(form: SettingsForm, qtbot: QtBot) -> None:
    form.resize(360, 200)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)  # else nothing in it has the focus
    form.more.click()
    qtbot.waitUntil(lambda: form.verticalScrollBar().value() == form.more.y() > 0)


def test_what_is_typed_is_known_at_once(form: SettingsForm, settings: ReaderSettings) -> None:
    form.model.setValue("mlp")
    form.basic.hidden.setText("7, 5")
    assert settings.checked() == TrainConfig("mlp", hidden=(7, 5))
    for wrong in ("7;", "9" * 5000):  # Python itself makes no number of so many digits
        form.basic.hidden.setText(wrong)
        with pytest.raises(ConfigError):
            settings.checked()
    assert settings.config.hidden == (7, 5)  # the last that made sense
    settings.take(TrainConfig("mlp", hidden=(7, 5)))
    assert form.basic.hidden.text() == "7, 5"


def test_datasets_go_by_their_plain_names_too(form: SettingsForm, datasets: DatasetList) -> None:
    form.dataset.setCurrentText("mnist")
    assert datasets.chosen == "mnist"
    form.dataset.setCurrentText("3s and 7s")
    assert datasets.chosen == "mnist_sample"


def test_a_folder_is_asked_for_and_remembered(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice, datasets = window.training.panel.settings.dataset, window.model.datasets
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    open_folder = choice.findText("Open folder…")
    choice.setCurrentIndex(open_folder)
    assert datasets.chosen == "mnist_sample"  # the wish alone chooses nothing
    choice.activated.emit(open_folder)
    assert datasets.chosen == tmp_path
    assert choice.currentText() == tmp_path.name


def test_a_dialog_that_is_left_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choice = window.training.panel.settings.dataset
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    open_file = choice.findText("Open file…")
    choice.setCurrentIndex(open_file)  # as it stands while the dialog is there
    choice.activated.emit(open_file)
    assert choice.currentText() == "3s and 7s"


def test_damaged_preferences_count_as_none(qapp: object) -> None:
    saved = Preferences()
    saved.file.parent.mkdir(parents=True, exist_ok=True)
    saved.file.write_text("[training]\nepochs=many\n[window]\nappearance=purple\n")
    assert Preferences().config == TrainConfig()
    assert Preferences().color_scheme.name == "Unknown"


def test_every_setting_of_the_engine_is_in_the_form(
    form: SettingsForm, settings: ReaderSettings
) -> None:
    config = TrainConfig(
        model="mlp",
        epochs=2,
        lr=0.5,
        batch_size=32,
        seed=9,
        device="cuda:1",
        loss="cross_entropy",
        momentum=0.9,
        weight_decay=0.001,
        schedule="one_cycle",
        bias=False,
        zero_grad=False,
        init="large",
        activation="tanh",
        augment="gentle",
        hidden=(64, 16),
    )
    settings.take(config)
    assert form.config() == config


@pytest.mark.parametrize(("name", "ends"), [*WHOLE.items(), *REAL.items()])
def test_the_form_takes_a_number_from_end_to_end(
    form: SettingsForm, settings: ReaderSettings, name: str, ends: tuple[float, float]
) -> None:
    for end in ends:
        config = replace(TrainConfig(), **{name: end})
        settings.take(config)
        assert form.config() == config


def test_the_form_starts_simple_and_opens_up(form: SettingsForm, qtbot: QtBot) -> None:
    form.show()
    assert form.batch_size.isVisible()
    assert not form.rest.momentum.isVisible()
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    assert form.rest.momentum.isVisible()


@pytest.mark.parametrize(
    ("model", "hidden", "activation"),
    [
        ("linear", False, False),
        ("simple_net", False, True),
        ("mlp", True, True),
        ("convnet", False, True),
        ("small_convnet", False, True),
    ],
)
def test_a_setting_is_shown_where_it_applies(
    form: SettingsForm, model: str, hidden: bool, activation: bool
) -> None:
    form.show()
    form.more.setChecked(True)
    form.model.setValue(model)
    assert form.basic.hidden.isVisible() is hidden
    assert form.rest.activation.isVisible() is activation


def test_adam_has_a_momentum_of_its_own(form: SettingsForm) -> None:
    form.show()
    form.more.setChecked(True)
    form.rest.momentum.setValue(0.9)
    for optimizer, momentum in (("adam", 0.0), ("nesterov", 0.9)):
        form.rest.optimizer.setValue(optimizer)
        assert form.rest.momentum.isVisible() is (momentum > 0)
        assert form.config().momentum == momentum


def test_hidden_widths_that_make_no_sense_are_refused(form: SettingsForm) -> None:
    form.model.setValue("mlp")
    form.basic.hidden.setText("100; many")
    with pytest.raises(ConfigError, match="100; many"):
        form.config()
    for wrong, said in (("10, 0", "can't have 0 neurons"), ("9 " * 21, "21 hidden layers are too")):
        form.basic.hidden.setText(wrong)
        with pytest.raises(ConfigError, match=said):
            form.config()
    form.model.setValue("simple_net")  # which has none
    assert form.config() == TrainConfig()


def test_a_preset_fills_the_form_and_keeps_what_is_personal(form: SettingsForm) -> None:
    form.seed.setValue(7)
    form.show_devices(("cpu",))
    form.device.setValue("cpu")
    index = form.preset.findData("recommended")
    form.preset.setCurrentIndex(index)
    form.preset.activated.emit(index)
    assert form.config() == replace(PRESETS["recommended"].config, seed=7, device="cpu")
    assert form.basic.labels[0].text() == "Preset"


@pytest.mark.parametrize(
    ("before", "after"), [("mnist_sample", "mnist"), (Path("own.tgz"), Path("own.tgz"))]
)
def test_a_preset_brings_its_data_but_leaves_ones_own(
    form: SettingsForm, datasets: DatasetList, before: str | Path, after: str | Path
) -> None:
    datasets.choose(before)
    form.preset.activated.emit(form.preset.findData("ten_digits"))
    assert datasets.chosen == after


def test_the_form_says_when_a_preset_was_changed(form: SettingsForm) -> None:
    form.lr.setValue(0.2)
    assert form.basic.labels[0].text() == "Preset (modified)" == form.preset.accessibleName()
    assert form.preset.key == "book"
    form.lr.setValue(TrainConfig().lr)
    assert form.basic.labels[0].text() == "Preset" == form.preset.accessibleName()


@pytest.mark.parametrize("key", list(PRESETS))
def test_settings_from_elsewhere_are_recognised(
    form: SettingsForm, settings: ReaderSettings, key: str
) -> None:
    settings.take(PRESETS[key].config)
    assert form.preset.key == key
    assert form.basic.labels[0].text() == "Preset"


def test_widths_of_layers_that_are_not_there_make_no_difference() -> None:
    config = replace(PRESETS["book"].config, hidden=(7,), seed=3, device="cpu")
    assert differences(config, PRESETS["book"].config) == []
    assert nearest(config) == "book"


def test_only_devices_that_are_there_are_offered(form: SettingsForm) -> None:
    form.device.setValue("cuda")
    form.show_devices(("mps", "cpu"))
    offered = [form.device.itemData(i) for i in range(form.device.count())]
    assert offered == ["auto", "mps", "cpu"]
    assert form.config().device == "auto"
    form.device.setValue("cpu")
    form.show_devices(("cpu",))
    assert form.config().device == "cpu"


def test_the_last_settings_come_back_whole(qapp: object) -> None:
    config = TrainConfig("mlp", bias=False, hidden=(40, 20), momentum=0.5, init="zeros")
    saved = Preferences()
    saved.config = config
    saved.save()
    assert Preferences().config == config
