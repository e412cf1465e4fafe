"""A lesson trains in the real Train panel: curves, names, settings, and what is in its way."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.worker.run_state import State
from engine.lessons.figures import Outcome

Train = Callable[..., Run]
QUESTION = 18  # three rates, one of which diverges


def test_the_settings_come_back_and_the_runs_stay(reader, window: MainWindow) -> None:
    settings = window.training.panel.settings
    settings.model.setCurrentText("linear")
    settings.epochs.setValue(33)
    settings.dataset.choose("mnist")
    mine = settings.config()
    page = reader.open_question(QUESTION)
    figures = reader.train()
    assert isinstance(figures[-1], Outcome)
    assert settings.config() == mine
    assert settings.dataset.dataset() == "mnist"
    driver = page.view.experiment.runs.driver
    runs = window.training.curves.log.runs
    words = page.view.lesson.words
    assert [run.name for run in runs] == [words[f"run_{g.run.name}"] for g in driver.gathered]
    assert all(
        run.start.config == g.run.config for run, g in zip(runs, driver.gathered, strict=True)
    )
    assert all(run.shown for run in runs)
    shown = page.view.experiment.runs.loss.figure
    assert [curve.name for curve in shown.curves] == [run.name for run in runs]
    assert not window.banner.isVisible()  # the lesson tells of the rate that is too high


def test_a_run_in_its_way_is_stopped_first(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    window.training.panel.settings.epochs.setValue(1000)
    page = reader.open_question(QUESTION)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    window.training.train()
    wait_for_state(State.RUNNING)
    runs = page.view.experiment.runs
    runs.run_button.click()
    assert "under way" in runs.told.text()
    assert not runs.driver.is_running
    runs.stop_button.click()
    qtbot.waitUntil(lambda: bool(runs.board.figures), timeout=120_000)
    assert len(window.training.curves.log.runs) == 1 + len(runs.driver.gathered)
    assert window.training.panel.settings.epochs.value() == 1000


def test_cancel_ends_all_of_them(reader, window: MainWindow, qtbot: QtBot) -> None:
    page = reader.open_question(QUESTION)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    runs = page.view.experiment.runs
    runs.run_button.click()
    qtbot.waitUntil(lambda: window.controller.state is State.RUNNING, timeout=60_000)
    qtbot.keyClick(runs.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: runs.is_settled, timeout=60_000)
    assert "Stopped" in runs.told.text()
    assert window.controller.state is State.IDLE
    assert runs.run_button.isEnabled()
    assert not runs.cancel_button.isVisible()


def test_closing_in_the_middle_keeps_the_readers_own_settings(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Callable[[State], None]
) -> None:
    settings = window.training.panel.settings
    settings.dataset.choose("mnist")
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(0.037)
    settings.epochs.setValue(7)
    mine = settings.config()
    page = reader.open_question(QUESTION)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    page.view.experiment.runs.run_button.click()
    wait_for_state(State.RUNNING)
    assert settings.config() != mine
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    assert again.training.panel.settings.config() == mine
    assert again.training.panel.settings.dataset.dataset() == "mnist"


def test_compared_runs_are_ticked_again(reader, window: MainWindow, train: Train) -> None:
    mine = [train(), train(), train()]
    table, log = window.training.runs.table, window.training.curves.log
    for row, ticked in ((2, True), (1, False)):
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        table.setData(table.index(row, 0), state, Qt.ItemDataRole.CheckStateRole)
    page = reader.open_question(QUESTION)
    for _ in range(2):
        reader.train()
        driver = page.view.experiment.runs.driver
        lesson = log.runs[-len(driver.gathered) :]
        assert log.shown == [mine[0], mine[2], *lesson]  # not those of the lesson's first time


def test_a_lone_run_makes_room_for_a_lesson(reader, window: MainWindow, train: Train) -> None:
    lone = train()
    reader.open_question(QUESTION)
    reader.train()
    assert not lone.shown
