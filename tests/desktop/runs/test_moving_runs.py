"""Runs go to another computer and come in, and old ones make room, in the real window."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.runs.columns import Column
from desktop.runs.kept_runs import Limits
from desktop.runs.room_dialog import RoomDialog
from desktop.runs.run_list import Run
from engine.runs.store import RunStore

Train = Callable[..., Run]


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.model.questions.are_answered)


def names(window: MainWindow) -> list[str]:
    return [run.name for run in window.training.runs.table.runs]


def status(window: MainWindow) -> str:
    return window.findChild(QLabel, "statusLabel").text()


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that every dialog chooses."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def test_a_runs_training_is_saved_as_a_notebook(
    window: MainWindow,
    train: Train,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = train(lr=0.25)
    settle(window, qtbot)
    path = tmp_path / "run.ipynb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.training.runs.view.selectRow(0)
    settle(window, qtbot)
    window.training.runs.menu.notebook.trigger()
    settle(window, qtbot)
    assert status(window) == f"Saved {path}"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    config = run.start.config
    assert f"epochs, batch_size, lr = {config.epochs}, {config.batch_size}, 0.25" in code


def test_a_run_goes_out_and_comes_in_again(
    window: MainWindow, train: Train, stick: Path, qtbot: QtBot
) -> None:
    first, second = train(lr=0.25), train()
    settle(window, qtbot)
    runs = window.training.runs
    expected = list(first.history.batch_loss.y)
    runs.table.setData(runs.table.index(1, Column.NAME), "of another computer")
    runs.view.selectRow(1)
    settle(window, qtbot)
    runs.menu.export.trigger()
    settle(window, qtbot)
    assert [path.name for path in stick.iterdir()] == [first.start.id]
    assert status(window) == f"1 run exported to {stick}"
    window.training.desk.delete([first])
    settle(window, qtbot)
    assert names(window) == ["Run 2"]
    window.actions_.import_runs.trigger()
    settle(window, qtbot)
    assert names(window) == ["Run 2", "of another computer"]
    assert status(window) == "1 run imported"
    (again,) = runs.selected()
    assert (again.name, again.look != second.look) == ("of another computer", True)
    role = Qt.ItemDataRole.CheckStateRole
    runs.table.setData(runs.table.index(1, Column.NAME), Qt.CheckState.Checked, role)
    settle(window, qtbot)
    assert list(again.history.batch_loss.y) == expected
    window.actions_.import_runs.trigger()
    settle(window, qtbot)
    assert status(window) == "0 runs imported; 1 of them was here already"
    assert train().name == "Run 3"


def test_a_damaged_run_is_refused_in_a_sentence(
    window: MainWindow, train: Train, stick: Path, qtbot: QtBot
) -> None:
    run = train()
    settle(window, qtbot)
    window.training.runs.menu.export.trigger()
    settle(window, qtbot)
    window.training.desk.delete([run])
    settle(window, qtbot)
    (next(stick.iterdir()) / "weights-00000001.safetensors").write_bytes(b"\x80\x04K\x01.")
    window.actions_.import_runs.trigger()
    settle(window, qtbot)
    assert "was not imported" in window.banner.message.text()
    assert RunStore().runs().runs == ()
    shutil.rmtree(next(stick.iterdir()))
    window.actions_.import_runs.trigger()
    settle(window, qtbot)
    assert "no runs are there" in window.banner.message.text()
    assert window.banner.isVisible()
    train()
    settle(window, qtbot)
    window.training.runs.view.selectRow(0)
    window.training.runs.menu.export.trigger()
    settle(window, qtbot)
    assert list(stick.iterdir())
    window.banner.tell("what was said of an import before")
    window.actions_.import_runs.trigger()
    settle(window, qtbot)
    assert not window.banner.isVisible()


def test_the_oldest_make_room_as_a_run_ends(window: MainWindow, train: Train, qtbot: QtBot) -> None:
    window.training.keeper.limit(Limits(runs=2))
    train()
    window.training.runs.menu.keep.trigger()
    train()
    settle(window, qtbot)
    assert names(window) == ["Run 2", "Run 1"]
    train()
    settle(window, qtbot)
    assert names(window) == ["Run 3", "Run 1"]
    assert status(window) == "1 old run cleared away to make room"
    assert len(RunStore().runs().runs) == 2


def test_how_many_are_kept_is_chosen_and_kept(window: MainWindow, qtbot: QtBot) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RoomDialog)
        assert (dialog.runs.value(), dialog.megabytes.value()) == (200, 500)
        dialog.runs.setValue(30)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()

    QTimer.singleShot(0, window, choose)
    window.training.runs.menu.room.trigger()
    window.close()
    after = create_window()
    qtbot.addWidget(after)
    assert after.training.keeper.limits == Limits(30, 500)
    after.close()


@pytest.mark.parametrize("saved", [-1, 0, 1 << 29])
def test_a_damaged_limit_clears_nothing_newer_away(window: MainWindow, saved: int) -> None:
    assert Limits(saved, saved).sensible().runs >= 1
    assert Limits(saved, saved).sensible().megabytes >= 10
