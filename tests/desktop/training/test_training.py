"""Training in the real window: start, pause, step, stop, close, and what goes wrong."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.worker.run_state import State

Wait = Callable[[State], None]
Press = Callable[[str], None]


def test_a_run_draws_its_curves(window: MainWindow, press: Press, wait_for_state: Wait) -> None:
    window.training.panel.settings.epochs.setValue(2)
    press("trainButton")
    wait_for_state(State.IDLE)
    curves = window.training.curves
    batch_curve = curves.loss.plot.listDataItems()[0]
    assert batch_curve.getOriginalDataset()[0].tolist() == list(range(1, 2 * 49 + 1))
    assert curves.history.accuracy.y[-1] > 90
    assert curves.figures.accuracy.text() == f"{curves.history.accuracy.y[-1]:.2f} %"
    assert curves.figures.epoch.text() == "2 / 2"
    assert "Epoch 2" in curves.accuracy.plot.accessibleDescription()
    assert window.sketch.answer.model_name.text() == "your simple_net, epoch 2"


def test_the_sketch_is_read_by_the_new_network(
    window: MainWindow,
    press: Press,
    wait_for_state: Wait,
    qtbot: QtBot,
    drag: Callable[[QWidget, np.ndarray], None],
) -> None:
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
    window.training.panel.settings.epochs.setValue(2)
    press("trainButton")
    wait_for_state(State.IDLE)
    answer = window.sketch.answer
    qtbot.waitUntil(lambda: not window.sketch.reader.is_waiting)
    assert answer.digit.text() == "7"
    assert [name for name, _ in answer.bars.rows()] == ["3", "7"]


def test_pause_holds_and_resume_goes_on(
    window: MainWindow, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    window.training.panel.settings.epochs.setValue(1000)
    press("trainButton")
    history = window.training.curves.history
    qtbot.waitUntil(lambda: len(history.batch_loss) > 0)
    press("pauseButton")
    assert window.model.trainer.state is State.PAUSED
    with qtbot.waitSignal(window.model.trainer.held):
        press("stepButton")
    held_at = len(history.batch_loss)
    with qtbot.waitSignal(window.model.trainer.held):
        press("stepButton")
    assert len(history.batch_loss) == held_at + 1
    press("pauseButton")
    qtbot.waitUntil(lambda: len(history.batch_loss) > held_at + 60)
    press("stopButton")
    wait_for_state(State.IDLE)


def test_the_first_batch_alone(
    window: MainWindow, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    press("stepButton")
    wait_for_state(State.PAUSED)
    curves = window.training.curves
    assert len(curves.history.batch_loss) == 1
    qtbot.waitUntil(lambda: len(curves.loss.plot.listDataItems()) == 2)
    assert [item.opts["symbol"] for item in curves.loss.plot.listDataItems()] == ["o", "o"]
    assert not window.training.panel.settings.model.isEnabled()
    press("stopButton")
    wait_for_state(State.IDLE)
    assert window.training.panel.settings.model.isEnabled()
    name = window.sketch.answer.model_name
    qtbot.waitUntil(lambda: name.text() == "epoch 1, batch 1: your simple_net")
    window.actions_.use_starter.trigger()
    qtbot.waitUntil(lambda: name.text() == "the starter network")
    press("restoreButton")
    qtbot.waitUntil(lambda: name.text() == "epoch 1, batch 1: your simple_net")


def test_single_batches_reach_the_epochs_end(
    window: MainWindow, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    window.training.panel.settings.batch_size.setValue(5000)  # three batches an epoch
    window.training.panel.settings.epochs.setValue(2)
    history = window.training.curves.history
    progress = window.training.curves.figures.progress
    for batches in (1, 2, 3):
        with qtbot.waitSignal(window.model.trainer.held):
            press("stepButton")
        assert len(history.batch_loss) == batches
        assert len(history.accuracy) == (batches == 3)
        qtbot.waitUntil(lambda done=batches: progress.value() == round(1000 * done / 6))
    press("stopButton")
    wait_for_state(State.IDLE)


def test_the_learning_rate_changes_a_run_under_way(
    window: MainWindow, press: Press, wait_for_state: Wait, qtbot: QtBot
) -> None:
    press("stepButton")
    wait_for_state(State.PAUSED)
    window.training.panel.settings.lr.setValue(0.025)
    with qtbot.waitSignal(window.model.trainer.held):
        press("stepButton")
    assert window.training.curves.history.last_step.lr == pytest.approx(0.025)
    table = window.training.runs.table
    assert table.data(table.index(0, 3)) == "0.1 → 0.025"
    press("stopButton")
    wait_for_state(State.IDLE)


def test_the_learning_rate_can_change_before_the_first_batch(
    window: MainWindow, press: Press, wait_for_state: Wait
) -> None:
    press("stepButton")
    assert window.model.trainer.state is State.LOADING
    window.training.panel.settings.lr.setValue(0.025)
    wait_for_state(State.PAUSED)
    assert window.training.curves.history.last_step.lr == pytest.approx(0.025)
    table = window.training.runs.table
    assert table.data(table.index(0, 3)) == "0.025"
    press("stopButton")
    wait_for_state(State.IDLE)


def test_closing_while_training_ends_the_process(
    window: MainWindow, press: Press, wait_for_state: Wait
) -> None:
    window.training.panel.settings.epochs.setValue(1000)
    press("trainButton")
    wait_for_state(State.RUNNING)
    window.close()
    assert window.model.link.has_ended


def test_closing_while_loading_ends_the_process(window: MainWindow, press: Press) -> None:
    press("trainButton")
    window.close()
    assert window.model.link.has_ended


@pytest.mark.parametrize("times", [5, pytest.param(200, marks=pytest.mark.long)])
def test_starts_and_stops_leave_no_thread(
    window: MainWindow, press: Press, wait_for_state: Wait, tmp_path: Path, times: int
) -> None:
    window.model.datasets.choose(small_dataset(tmp_path / "digits"))
    window.training.panel.settings.epochs.setValue(100_000)  # it must not end by itself
    press("trainButton")
    wait_for_state(State.RUNNING)
    press("stopButton")
    wait_for_state(State.IDLE)
    before = threads_of_this_process()
    for _ in range(times - 1):
        press("trainButton")
        press("stopButton")
        wait_for_state(State.IDLE)
    assert threads_of_this_process() <= before


def test_a_bad_folder_is_a_sentence_and_the_sketch_stays(
    window: MainWindow,
    press: Press,
    wait_for_state: Wait,
    tmp_path: Path,
    drag: Callable[[QWidget, np.ndarray], None],
) -> None:
    drag(window.sketch.canvas, np.array([[120, 100], [280, 300]]))
    (tmp_path / "empty").mkdir()
    window.model.datasets.choose(tmp_path / "empty")
    press("trainButton")
    wait_for_state(State.IDLE)
    assert window.banner.isVisible()
    assert "empty" in window.banner.message.text()
    assert not window.sketch.document.is_empty
    window.model.datasets.choose("mnist_sample")
    press("trainButton")
    assert not window.banner.isVisible()
    press("stopButton")
    wait_for_state(State.IDLE)


def test_a_diverging_run_tells_why(window: MainWindow, press: Press, wait_for_state: Wait) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist")
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(1000)
    press("trainButton")
    wait_for_state(State.IDLE)
    assert window.banner.isVisible()
    assert "learning rate" in window.banner.message.text()


def test_a_folder_called_like_a_bundled_set_does_not_stand_in_for_it(
    window: MainWindow, press: Press, wait_for_state: Wait, tmp_path: Path
) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose(small_dataset(tmp_path / "mnist"))
    settings.epochs.setValue(1)
    press("trainButton")
    wait_for_state(State.IDLE)
    window.model.datasets.choose("mnist")
    press("trainButton")
    wait_for_state(State.IDLE)
    assert window.model.trainer.run is not None
    assert window.model.trainer.run.train_images == 60_000


def small_dataset(folder: Path) -> Path:
    """Write a few 3s and 7s as people would lay them out."""
    rng = np.random.default_rng(0)
    for split in ("train", "valid"):
        for label in ("3", "7"):
            place = folder / split / label
            place.mkdir(parents=True)
            for number in range(6):
                pixels = rng.integers(0, 256, (28, 28), np.uint8)
                Image.fromarray(pixels).save(place / f"{number}.png")
    return folder


def threads_of_this_process() -> int:
    return len(list(Path("/proc/self/task").iterdir()))
