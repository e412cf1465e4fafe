"""What the window says of what can't be done with a run: reported, continued, deleted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.worker.run_state import State
from engine.runs.locks import try_lock
from engine.runs.store import RunStore

SaveTo = Callable[[str], Path]
Train = Callable[..., Run]
Wait = Callable[[State], None]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.model.questions.are_answered)


def status(window: MainWindow) -> str:
    return window.findChild(QLabel, "statusLabel").text()


def check_that_nothing_is_saved(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    window.training.desk.save_report(run)
    assert status(window).startswith("Reading the validation set once more")
    qtbot.waitUntil(window.banner.isVisible)
    assert status(window) == "Nothing was saved"


def test_a_report_on_data_that_is_gone_is_not_announced_any_longer(
    window: MainWindow, qtbot: QtBot, train: Train, digits: Path, save_to: SaveTo
) -> None:
    run, path, away = train(), save_to("report.html"), digits.with_name("away")
    digits.rename(away)
    try:
        check_that_nothing_is_saved(window, qtbot, run)
    finally:
        away.rename(digits)
    assert not path.exists()


def test_a_report_that_has_no_place_is_not_announced_any_longer(
    window: MainWindow, qtbot: QtBot, train: Train, save_to: SaveTo
) -> None:
    save_to("nowhere/report.html")
    check_that_nothing_is_saved(window, qtbot, train())


@pytest.mark.long
def test_one_run_that_cannot_be_deleted_does_not_keep_the_others(
    window: MainWindow, qtbot: QtBot, train: Train
) -> None:
    kept, store = train(), RunStore().folder / "store.json"
    plain = store.read_text("utf-8")
    store.write_text('{"format": 99}')
    unkept = train()
    store.write_text(plain)
    later = train()
    assert [bool(run.start.id) for run in (kept, unkept, later)] == [True, False, True]
    settle(window, qtbot)
    lock = try_lock(RunStore().open(kept.start.id).lock)
    assert lock
    window.training.desk.delete([kept, unkept, later])
    settle(window, qtbot)
    assert window.model.runs.runs == [kept]
    assert window.banner.isVisible()
    lock.release()
    window.training.desk.restore(kept)
    settle(window, qtbot)
    assert status(window) == "The network from Run 1 reads your sketch again"


def test_several_that_are_deleted_go_at_once(
    window: MainWindow, qtbot: QtBot, train: Train
) -> None:
    runs, changed = [train() for _ in range(3)], list[int]()
    settle(window, qtbot)
    window.model.runs_changed.connect(lambda: changed.append(len(window.model.runs.runs)))
    window.training.desk.delete(runs)
    settle(window, qtbot)
    assert changed == [0]


@pytest.fixture
def homeless(window: MainWindow, tmp_path: Path, digits: Path, wait_for_state: Wait) -> Run:
    """Return a run that was stopped, and whose data has gone to `tmp_path / "moved"`."""
    there = Path(shutil.copytree(digits, tmp_path / "there"))
    window.model.datasets.choose(there)
    window.model.step()
    wait_for_state(State.PAUSED)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    there.rename(tmp_path / "moved")
    return window.model.runs.runs[0]


def go_on(window: MainWindow, run: Run) -> None:
    window.training.desk.go_on(run)
    assert status(window) == "Looking for the data of Run 1…"


def test_a_search_that_fails_is_not_announced_any_longer(
    window: MainWindow, qtbot: QtBot, homeless: Run
) -> None:
    settle(window, qtbot)
    shutil.rmtree(RunStore().folder / homeless.start.id)
    go_on(window, homeless)
    settle(window, qtbot)
    assert window.banner.isVisible()
    assert status(window) == ""


def test_a_run_deleted_meanwhile_does_not_go_on(
    window: MainWindow, qtbot: QtBot, homeless: Run, tmp_path: Path
) -> None:
    window.model.datasets.choose(tmp_path / "moved")
    settle(window, qtbot)
    go_on(window, homeless)
    window.training.desk.delete([homeless])
    window.model.delete_runs([homeless.start.number])  # before the data is found
    settle(window, qtbot)
    assert window.model.trainer.is_free
    assert status(window) == ""


def test_another_training_that_began_meanwhile_goes_on_and_the_reader_is_told(
    window: MainWindow,
    qtbot: QtBot,
    homeless: Run,
    tmp_path: Path,
    digits: Path,
    wait_for_state: Wait,
) -> None:
    window.model.datasets.choose(tmp_path / "moved")
    settle(window, qtbot)
    go_on(window, homeless)
    window.model.datasets.choose(digits)
    window.model.step()
    wait_for_state(State.PAUSED)
    settle(window, qtbot)
    assert window.banner.message.text().startswith("Run 1 wasn't continued: another training")
    assert status(window).startswith("Paused")
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
