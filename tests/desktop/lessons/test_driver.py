"""A lesson trains with its own settings: what is the reader's stays, and nobody slips between."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.app_model import AppModel
from desktop.lessons.driver import Gathered, RunDriver
from desktop.lessons.runs_section import RunsSection
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.worker.messages import Origin, RunRequest
from desktop.worker.messages import Outcome as Finished
from desktop.worker.run_state import State
from desktop.worker.to_worker import Start, Stop
from engine.config import TrainConfig
from engine.lessons.figures import Outcome
from engine.lessons.lab import Run as TrainedRun
from engine.reports import EpochReport, StepReport
from tests.desktop.by_hand import begun, wishes

Train = Callable[..., Run]
Wait = Callable[[State], None]
QUESTION = 18  # three rates, one of which diverges
LONG = 14  # one of its trainings takes 12,396 steps


def section_of(reader, qtbot: QtBot, question: int = QUESTION) -> RunsSection:
    """Open a question, and return the part of its lesson that trains."""
    page = reader.open_question(question)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    return page.view.experiment.runs


def test_what_a_training_has_told_is_drawn_along_its_epochs() -> None:
    config = TrainConfig(epochs=150)
    told = Gathered(TrainedRun("one", config), "one")
    told.batches = 10
    losses = np.linspace(1, 0, 999, dtype=np.float32)
    told.add((StepReport(999, 100, losses, 0.1, 1.0), EpochReport(100, 150, 0.5, 0.4, 0.75, 1.0)))
    assert (told.together, told.share) == (2, 0.666)
    curve = told.loss_curve()
    assert len(curve.x) == 500
    assert curve.x[[0, 1, -1]].tolist() == [0.2, 0.4, 99.9]  # where the batches end
    np.testing.assert_allclose(curve.y[[0, -1]], [losses[:2].mean(), 0], atol=1e-6)
    assert told.accuracy_curve().y.tolist() == [75]
    told.add((StepReport(1500, 150, np.zeros(999, np.float32), 0.1, 2.0),))
    assert told.share == 1


def test_news_of_a_training_of_somebody_else_is_none_of_the_lessons(qapp: object) -> None:
    model = AppModel()
    driver = RunDriver(model, {"run_one": "one"}, model)
    news = (
        StepReport(1, 1, np.zeros(1, np.float32), 0.1, 1.0),
        EpochReport(1, 1, 0.5, 0.4, 0.75, 1.0),
    )
    driver.start((TrainedRun("one", TrainConfig()),))
    begun(model, wishes(model, Start)[-1].request)
    model.link.reported.emit(news)
    model.link.run_ended.emit(Finished.FINISHED)
    model.begin(RunRequest("mnist", TrainConfig()), lr=0.1)  # before the lesson has its answer
    begun(model, wishes(model, Start)[-1].request, 2)
    model.link.reported.emit(news)
    driver.stop()
    assert len(driver.gathered[-1].losses) == 1
    assert driver.number == 1
    assert not wishes(model, Stop)
    model.trainer.stop()
    assert len(wishes(model, Stop)) == 1


def test_nothing_of_the_readers_changes(
    reader, window: MainWindow, qtbot: QtBot, train: Train
) -> None:
    mine = [train(), train(lr=0.2), train(lr=0.3)]
    mine[0].shown = True
    window.training.curves.wake()
    window.training.curves.draw()  # its page is left
    settings = window.training.panel.settings
    settings.model.setCurrentText("linear")
    settings.epochs.setValue(33)
    window.model.datasets.choose("mnist")
    config, curves = settings.config(), window.training.curves.loss.curves
    x_range, y_range = window.training.curves.loss.plot.viewRange()
    figures = [label.text() for label in window.training.curves.figures._captions]

    section = section_of(reader, qtbot)
    assert isinstance(reader.train()[-1], Outcome)
    words = reader.page.view.lesson.words
    assert [g.name for g in section.driver.gathered] == [
        words[f"run_{g.run.name}"] for g in section.driver.gathered
    ]
    shown = section.loss.figure
    assert [curve.name for curve in shown.curves] == [g.name for g in section.driver.gathered]
    assert not window.banner.isVisible()  # the lesson tells of the rate that is too high

    window.pages.open("training")
    assert settings.config() == window.model.settings.config == config
    assert window.model.datasets.chosen == "mnist"
    assert window.model.runs.runs == mine
    assert window.model.runs.shown == [mine[0], mine[2]]
    assert [style for style, _ in window.training.curves.loss.curves] == [s for s, _ in curves]
    assert window.training.curves.loss.plot.viewRange() == [x_range, y_range]
    assert [label.text() for label in window.training.curves.figures._captions] == figures


def test_a_run_in_its_way_is_stopped_first(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    window.training.panel.settings.epochs.setValue(1000)
    runs = section_of(reader, qtbot)
    window.model.train()
    wait_for_state(State.RUNNING)
    runs.run_button.click()
    assert "in progress" in runs.told.text()
    assert not runs.driver.is_running
    runs.stop_button.click()
    qtbot.waitUntil(lambda: bool(runs.board.figures))
    assert [run.name for run in window.model.runs.runs] == ["Run 1"]
    assert window.training.panel.settings.epochs.value() == 1000


def test_cancel_ends_all_of_them(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    runs = section_of(reader, qtbot)
    runs.run_button.click()
    wait_for_state(State.RUNNING)
    qtbot.keyClick(runs.cancel_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: runs.is_settled)
    assert "Stopped" in runs.told.text()
    assert window.model.trainer.is_free
    assert runs.run_button.isEnabled()
    assert not runs.cancel_button.isVisible()


def test_nobody_else_trains_until_the_last_has_ended(
    reader, window: MainWindow, qtbot: QtBot
) -> None:
    runs = section_of(reader, qtbot)
    offered: list[bool] = []
    told: list[str] = []
    window.model.trainer.run_ended.connect(
        lambda: offered.append(window.actions_.train.isEnabled())
    )
    runs.driver.progressed.connect(runs._draw)  # or a slow window skips most of what it hears
    runs.driver.progressed.connect(lambda: told.append(runs.told.text()))
    runs.run_button.click()
    qtbot.waitUntil(lambda: runs.driver.is_running)
    for name in ("trainButton", "pauseButton", "stepButton", "epochButton"):
        assert not window.findChild(QAbstractButton, name).isEnabled()
    assert window.findChild(QAbstractButton, "stopButton").isEnabled()
    assert window.status.text.startswith(f"For the lesson, {runs.driver.gathered[0].name}: ")
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F10):
        qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: runs.is_settled)
    assert offered == [False] * (len(runs.driver.gathered) - 1) + [True]
    assert window.model.runs.runs == []
    shares = {int(text.split(", ")[-1].removesuffix(" %")) for text in told if "Training" in text}
    assert len(shares) > 2
    assert max(shares) <= 100
    assert window.status.text == "The lesson's run has ended"
    reader.page.open(1)  # where that is no news any more
    qtbot.waitUntil(lambda: window.status.text.startswith("The starter network"))
    assert window.findChild(QAbstractButton, "trainButton").isEnabled()


def test_stop_ends_all_of_them_also_between_two(reader, window: MainWindow, qtbot: QtBot) -> None:
    runs = section_of(reader, qtbot)
    runs.run_button.click()
    with qtbot.waitSignal(window.model.trainer.run_ended):
        pass
    assert window.model.trainer.state is State.LOADING  # as the next one follows
    window.actions_.stop.trigger()
    assert window.model.trainer.is_free
    assert runs.is_settled
    assert "Stopped" in runs.told.text()
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert len(runs.driver.gathered) == 1


def test_whoever_was_quicker_is_not_taken_for_the_lesson(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    window.training.panel.settings.epochs.setValue(1)
    runs = section_of(reader, qtbot)
    runs.run_button.click()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    runs.cancel_button.click()  # which is not for the reader's own
    qtbot.waitUntil(lambda: "in progress" in runs.told.text())
    qtbot.waitUntil(lambda: bool(window.model.runs.ended))
    assert window.model.runs.ended.outcome is Finished.FINISHED
    assert window.model.trainer.request.origin is Origin.READER
    assert [run.name for run in window.model.runs.runs] == ["Run 1"]
    assert runs.driver.gathered == []
    assert not runs.board.figures


@pytest.mark.long
def test_another_lesson_waits_for_the_first(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    settings = window.training.panel.settings
    settings.model.setCurrentText("mlp")
    settings.epochs.setValue(7)
    mine = settings.config()
    first = section_of(reader, qtbot, LONG)
    first.run_button.click()
    wait_for_state(State.RUNNING)
    other = section_of(reader, qtbot)
    other.run_button.click()
    assert "in progress" in other.told.text()
    other.stop_button.click()
    qtbot.waitUntil(lambda: bool(other.board.figures))
    assert "Stopped" in first.told.text()
    assert settings.config() == mine
    assert window.model.runs.runs == []


def test_closing_in_the_middle_keeps_the_readers_own_settings(
    reader, window: MainWindow, qtbot: QtBot, wait_for_state: Wait
) -> None:
    settings = window.training.panel.settings
    window.model.datasets.choose("mnist")
    settings.model.setCurrentText("mlp")
    settings.lr.setValue(0.037)
    settings.epochs.setValue(7)
    mine = settings.config()
    section_of(reader, qtbot).run_button.click()
    wait_for_state(State.RUNNING)
    window.close()

    again = create_window()
    qtbot.addWidget(again)
    assert again.training.panel.settings.config() == mine
    assert again.model.datasets.chosen == "mnist"
