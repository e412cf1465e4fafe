"""Choosing another environment for the worker, checking it, and using it: the real dialog."""

import operator
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog
from pytestqt.qtbot import QtBot

from desktop import __main__ as command
from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.pythons.process import OtherProcess
from desktop.runs.run_list import Run
from desktop.shell.preferences import Preferences
from desktop.training.other_python import Examination
from desktop.training.other_python_dialog import OtherPythonDialog
from desktop.worker import child
from desktop.worker.run_state import State
from engine.reports import Advice
from engine.words.message import Message
from tests.environments import script, whole
from tests.mostly_long import mostly_long

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> OtherPythonDialog:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    return opened(window)


def opened(window: MainWindow) -> OtherPythonDialog:
    window.actions_.other_python.trigger()
    (dialog,) = (d for d in window.findChildren(OtherPythonDialog) if d.isVisible())
    return dialog


def checked(dialog: OtherPythonDialog, path: Path, qtbot: QtBot) -> None:
    """Type a path, and wait for the verdict."""
    dialog.tick.setChecked(True)
    dialog.path.setText(str(path))
    with qtbot.waitSignal(dialog._examination.ended):
        qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)


@pytest.mark.long
def test_an_environment_that_fits_is_used_at_once_and_trains(
    window: MainWindow,
    dialog: OtherPythonDialog,
    train: Callable[..., Run],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    assert not dialog.tick.isChecked()
    assert dialog.buttons.button(OK).isEnabled()  # nothing is to change
    checked(dialog, whole(tmp_path / "other"), qtbot)
    assert "fits" in dialog.verdict.text()
    with qtbot.waitSignal(window.model.source_changed):
        qtbot.mouseClick(dialog.now, Qt.MouseButton.LeftButton)
    assert isinstance(window.model.link.process, OtherProcess)
    assert not window.banner.isVisible()
    assert train().epochs_done == 2


@pytest.mark.long
def test_it_is_kept_and_used_at_the_next_start(
    window: MainWindow, dialog: OtherPythonDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    made = whole(tmp_path / "other")
    checked(dialog, made, qtbot)
    qtbot.mouseClick(dialog.buttons.button(OK), Qt.MouseButton.LeftButton)
    assert "next starts" in window.status.text
    assert not isinstance(window.model.link.process, OtherProcess)
    window.close()
    again = create_window()
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.sketch.answer.source is not None)
    assert isinstance(again.model.link.process, OtherProcess)
    assert opened(again).path.text() == str(made)


def test_one_that_no_longer_works_is_told_of_and_the_window_works(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.close()
    saved = Preferences()
    saved.other_python = str(script(tmp_path / "python", "exit 1"))
    assert not saved.save()
    again = create_window()
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.sketch.answer.source is not None)
    assert "didn't start" in again.banner.message.text()


@pytest.mark.parametrize("kept", mostly_long(["5", '"relative/python"', '["x"]', '"'], {1}))
def test_a_damaged_choice_counts_as_none(kept: str, qtbot: QtBot) -> None:
    saved = Preferences()
    saved.store.put("worker/python", kept)
    assert not saved.save()
    window = create_window()
    qtbot.addWidget(window)
    assert window.model.link.python is None


@pytest.mark.long
def test_nothing_is_taken_that_was_not_checked(
    dialog: OtherPythonDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    checked(dialog, whole(tmp_path / "other"), qtbot)
    assert dialog.buttons.button(OK).isEnabled()
    dialog.path.setText(str(tmp_path / "yet another"))
    assert not dialog.buttons.button(OK).isEnabled()
    assert not dialog.now.isEnabled()
    assert dialog.verdict.text() == "Check it first."
    checked(dialog, tmp_path / "yet another", qtbot)
    assert "isn't there" in dialog.verdict.text()
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.tick.setChecked(False)
    assert dialog.buttons.button(OK).isEnabled()
    dialog.reject()


def test_a_check_is_stopped_by_its_button_and_by_closing(
    dialog: OtherPythonDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.tick.setChecked(True)
    dialog.path.setText(str(script(tmp_path / "python", "exec sleep 600")))
    qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    assert dialog.check.text() == "Stop checking"
    qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    assert dialog.check.text() == "Check"
    qtbot.mouseClick(dialog.check, Qt.MouseButton.LeftButton)
    examination = dialog._examination
    dialog.reject()
    assert not examination.is_under_way


@pytest.mark.long
def test_a_check_ends_in_time(tmp_path: Path, window: MainWindow, qtbot: QtBot) -> None:
    examination = Examination(window, patience_ms=200)
    with qtbot.waitSignal(examination.ended) as ended:
        examination.start(script(tmp_path / "python", "exec sleep 600"))
    assert ended.args[0].said.code == "python_too_slow"


def test_nothing_of_a_closed_dialog_is_left(
    window: MainWindow, dialog: OtherPythonDialog, qtbot: QtBot
) -> None:
    dialog.reject()
    opened(window).reject()
    qtbot.waitUntil(lambda: not window.findChildren(OtherPythonDialog))
    assert not window.findChildren(Examination)


def test_a_worker_that_was_given_up_is_replaced_and_its_banner_goes(
    window: MainWindow,
    dialog: OtherPythonDialog,
    train: Callable[..., Run],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    train()
    advice = Advice(
        Message("learns_nothing", causes=Message("rate_too_low", lr=0.001, better=0.1)), {"lr": 0.1}
    )
    window.training.advising._remedy = advice  # as the last run left it
    with monkeypatch.context() as patch:
        patch.setattr(child.process, "run", operator.is_)
        with qtbot.waitSignal(window.model.link.gave_up):
            window.model.link.process.kill()
    assert window.banner.remedy.text() == "Try again"
    with qtbot.waitSignal(window.model.source_changed):
        qtbot.mouseClick(dialog.now, Qt.MouseButton.LeftButton)
    assert not window.banner.isVisible()
    window.training.advising.apply_remedy()  # the old button would have done it
    assert window.model.trainer.is_free


def test_a_folder_is_chosen(
    dialog: OtherPythonDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.tick.setChecked(True)
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert dialog.path.text() == str(tmp_path)
    dialog.reject()


def test_a_run_under_way_is_not_lost(
    window: MainWindow, wait_for_state: Callable[[State], None]
) -> None:
    window.model.step()
    wait_for_state(State.PAUSED)
    dialog = opened(window)
    assert not dialog.now.isVisible()
    dialog.reject()


def test_the_doctor_tells_of_it(tmp_path: Path) -> None:
    assert "worker" not in command._window_facts()[0]
    saved = Preferences()
    saved.other_python = str(tmp_path)
    assert not saved.save()
    facts, problems = command._window_facts()
    assert problems == [facts["worker"]]
    assert "isn't there" in facts["worker"]
