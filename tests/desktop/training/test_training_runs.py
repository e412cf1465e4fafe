"""Runs in the real window: compared, named, restored, deleted, saved, mended and found a rate."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.worker.messages import Kind, Outcome
from desktop.worker.run_state import State
from engine.inference.classifier import Classifier
from tests.mostly_long import mostly_long

Wait = Callable[[State], None]
Press = Callable[[str], None]
Train = Callable[..., Run]


def cell(window: MainWindow, row: int, column: int) -> str:
    table = window.training.runs.table
    return str(table.data(table.index(row, column)))


def test_every_run_stands_in_the_table(window: MainWindow, train: Train) -> None:
    assert not window.training.runs.isVisible()
    train()
    run = train(lr=0.25, model="linear")
    assert window.training.runs.isVisible()
    assert [cell(window, 0, c) for c in range(5)] == ["Run 2", "linear", "digits", "0.25", "2 / 2"]
    assert cell(window, 0, 6) == f"{run.history.last_epoch.valid_accuracy * 100:.2f} %"
    assert cell(window, 1, 0) == "Run 1"


def test_ticked_runs_are_compared(window: MainWindow, train: Train, qtbot: QtBot) -> None:
    first, second = train(), train(lr=0.1)
    table, loss = window.training.runs.table, window.training.curves.loss
    epoch_loss = window.training.curves.epoch_loss
    assert [style.name for style, _ in loss.curves] == ["each batch", "smoothed"]
    assert epoch_loss.heading == epoch_loss.plot.accessibleName() == "Loss"
    table.setData(table.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(lambda: [style.name for style, _ in loss.curves] == ["Run 1", "Run 2"])
    assert loss.curves[0][1] is first.history.smooth_loss
    assert loss.curves[1][1] is second.history.smooth_loss
    qtbot.waitUntil(lambda: epoch_loss.heading == "Validation loss")
    assert "Validation loss" in [label.text() for label in epoch_loss.findChildren(QLabel)]
    table.setData(table.index(0, 0), "the slow one", Qt.ItemDataRole.EditRole)
    qtbot.waitUntil(lambda: [style.name for style, _ in loss.curves] == ["Run 1", "the slow one"])


def test_a_runs_model_answers_again(
    window: MainWindow,
    train: Train,
    press: Press,
    save_to: Callable[[str], Path],
    qtbot: QtBot,
) -> None:
    train(model="linear")
    train()
    window.training.runs.view.selectRow(1)
    press("restoreButton")
    qtbot.waitUntil(lambda: window.sketch.answer.source.name == "linear")
    assert window.sketch.answer.source.epoch == 2
    path = save_to("again.safetensors")
    window.actions_.save_model.trigger()
    qtbot.waitUntil(path.exists)  # written whole or not at all
    assert Classifier.load(path).card.config.model == "linear"


@pytest.mark.parametrize("by", mostly_long(["button", "key"], {1}))
def test_deleted_runs_are_forgotten(
    window: MainWindow, train: Train, press: Press, qtbot: QtBot, by: str
) -> None:
    runs = [train() for _ in range(3)]
    window.training.runs.view.selectAll()
    if by == "button":
        press("deleteRunButton")
    else:
        window.training.runs.view.setFocus()
        qtbot.keyClick(window.training.runs.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.model.runs.runs == [])
    assert not window.training.runs.isVisible()
    qtbot.waitUntil(lambda: len(window.training.curves.loss.curves[0][1]) == 0)
    window.training.desk.restore(runs[0])
    qtbot.waitUntil(window.banner.isVisible)
    assert "is no longer kept" in window.banner.message.text()


def test_one_epoch_then_stand_still(
    window: MainWindow, digits: Path, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose(digits)
    settings.epochs.setValue(3)
    history = window.training.curves.history
    for done in (1, 2):
        with qtbot.waitSignal(window.model.trainer.held):
            press("epochButton")
        assert window.model.trainer.state is State.PAUSED
        assert len(history.accuracy) == done
    press("epochButton")
    wait_for_state(State.IDLE)
    assert "Finished" in window.status.text


def test_reading_data_can_be_cancelled(
    window: MainWindow,
    digits: Path,
    press: Press,
    wait_for_state: Wait,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    many = repeated(digits, tmp_path / "many", 100)
    window.model.datasets.choose(many)
    press("trainButton")
    progress = window.training.curves.figures.progress
    qtbot.waitUntil(lambda: progress.value() > 0)
    assert "Reading image" in window.status.text
    assert window.training.panel.stop_button.text() == "Cancel"
    press("stopButton")
    wait_for_state(State.IDLE)
    assert window.model.trainer.run is None
    assert not window.banner.isVisible()
    assert window.model.datasets.chosen == many


def test_data_that_cant_be_read_leaves_the_list(
    window: MainWindow, tmp_path: Path, press: Press, wait_for_state: Wait
) -> None:
    (tmp_path / "empty").mkdir()
    window.model.datasets.choose(tmp_path / "empty")
    press("trainButton")
    wait_for_state(State.IDLE)
    assert window.banner.isVisible()
    assert window.model.datasets.recent == []
    assert window.model.datasets.chosen == "mnist_sample"


def test_what_was_chosen_before_a_refused_dataset_is_so_again(
    window: MainWindow,
    digits: Path,
    tmp_path: Path,
    press: Press,
    wait_for_state: Wait,
    qtbot: QtBot,
) -> None:
    settings, combo = window.training.panel.settings, window.findChild(QComboBox, "datasetCombo")
    settings.epochs.setValue(1)
    with qtbot.waitSignal(window.model.checking.found):
        window.model.datasets.choose(digits)
    before = settings.config()
    (tmp_path / "empty").mkdir()
    window.model.datasets.choose(tmp_path / "empty")
    press("trainButton")
    wait_for_state(State.IDLE)
    assert "empty" in window.banner.message.text()
    assert window.model.datasets.chosen == digits
    assert combo.currentText() == digits.name
    assert combo.findText("empty") < 0
    assert settings.config() == before
    press("trainButton")
    wait_for_state(State.IDLE)
    assert window.model.runs.ended.start.source == digits


def test_a_diverged_run_is_mended_by_a_button(
    window: MainWindow, train: Train, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    window.training.panel.settings.rest.loss.setValue("cross_entropy")
    train(lr=1e6)
    assert window.banner.isVisible()
    assert "learning rate" in window.banner.message.text()
    assert cell(window, 0, 6) == "diverged"
    press("remedyButton")
    qtbot.waitUntil(lambda: len(window.model.runs.runs) == 2)
    wait_for_state(State.IDLE)
    assert window.training.panel.settings.lr.value() < 1
    assert cell(window, 0, 4) == "2 / 2"


def test_advice_on_a_run_that_learns_nothing_ends_it_for_a_better_one(
    window: MainWindow, digits: Path, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose(digits)
    settings.rest.loss.setValue("accuracy")
    settings.epochs.setValue(10_000)
    press("trainButton")
    qtbot.waitUntil(window.banner.isVisible)
    assert window.model.trainer.state is State.RUNNING
    settings.epochs.setValue(2)
    press("remedyButton")
    qtbot.waitUntil(lambda: len(window.model.runs.runs) == 2)
    wait_for_state(State.IDLE)
    assert settings.config().loss == "auto"


def test_a_model_goes_to_a_file_and_back(
    window: MainWindow, train: Train, save_to: Callable[[str], Path], qtbot: QtBot
) -> None:
    train(model="linear")
    path = save_to("mine.safetensors")
    with qtbot.waitSignal(window.training.desk.told):
        window.actions_.save_model.trigger()
    assert Classifier.load(path).card.config.model == "linear"
    window.actions_.open_model.trigger()
    qtbot.waitUntil(lambda: window.sketch.answer.source.kind is Kind.FILE)
    assert window.sketch.answer.source.name == "mine"


def test_a_file_that_is_no_model_is_a_sentence(
    window: MainWindow, save_to: Callable[[str], Path], qtbot: QtBot
) -> None:
    save_to("no.safetensors").write_bytes(b"no model at all")
    window.actions_.open_model.trigger()
    qtbot.waitUntil(window.banner.isVisible)
    assert "no.safetensors" in window.banner.message.text()


def test_a_report_holds_the_confusion_matrix(
    window: MainWindow,
    train: Train,
    press: Press,
    save_to: Callable[[str], Path],
    qtbot: QtBot,
) -> None:
    run = train()
    window.training.runs.view.selectRow(0)
    path = save_to("report.html")
    window.training.runs.menu.report.trigger()
    qtbot.waitUntil(path.exists)
    right = round(run.history.last_epoch.valid_accuracy * run.start.valid_images)
    assert f"{right} of {run.start.valid_images} validation images" in path.read_text()


def test_the_devices_of_this_machine_are_offered(window: MainWindow, qtbot: QtBot) -> None:
    device = window.training.panel.settings.device
    qtbot.waitUntil(lambda: device.count() > 1)
    assert device.itemData(device.count() - 1) == "cpu"
    assert window.findChild(QLabel, "deviceLabel").text() != ""


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """Return whom people are called back to: every run is long, and they look elsewhere."""
    called: list[QWidget] = []
    monkeypatch.setattr("desktop.training.page.LONG_S", 0.0)
    monkeypatch.setattr(QApplication, "alert", lambda widget, *_: called.append(widget))
    monkeypatch.setattr(MainWindow, "isActiveWindow", lambda _: False)
    return called


def test_a_long_run_calls_people_back(
    window: MainWindow, train: Train, called: list[QWidget]
) -> None:
    train()
    assert called == [window]
    assert "Finished" in window.status.text


def test_a_long_run_that_breaks_calls_people_back_too(
    window: MainWindow, train: Train, called: list[QWidget]
) -> None:
    window.training.panel.settings.rest.loss.setValue("cross_entropy")
    run = train(lr=1e6)
    assert run.outcome is Outcome.FAILED
    assert run.history.last_epoch is None  # it broke in its first epoch
    assert called == [window]


def test_smoothing_is_chosen_by_a_slider(window: MainWindow, train: Train, qtbot: QtBot) -> None:
    run = train()
    window.training.curves.smoothing.slider.setValue(0)
    assert run.history.smooth_loss.y.tolist() == run.history.batch_loss.y.tolist()
    curve = window.training.curves.loss.plot.listDataItems()[1]
    qtbot.waitUntil(
        lambda: curve.getOriginalDataset()[1].tolist() == run.history.batch_loss.y.tolist()
    )


def repeated(folder: Path, place: Path, times: int) -> Path:
    """Lay out the images of a folder so often that to read them all takes a while."""
    for file in folder.rglob("*.png"):
        target = place / file.parent.relative_to(folder)
        target.mkdir(parents=True, exist_ok=True)
        for number in range(times):
            (target / f"{file.stem}_{number}.png").hardlink_to(file)
    return place


def test_how_many_threads_compute_is_told_while_there_are_several(
    window: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    window.model.step()
    wait_for_state(State.PAUSED)
    label = window.findChild(QLabel, "deviceLabel")
    plain = label.text(), label.toolTip()
    run = window.model.runs.under_way
    assert run is not None
    last = run.history.last_step
    assert last is not None
    for threads, text in ((4, f"{plain[0]}, 4 threads"), (1, plain[0])):
        window.model.link.reported.emit((replace(last, threads=threads),))
        assert label.text() == text
    assert label.toolTip() == plain[1]
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
