"""The training page alone: what comes of the worker's news, which is told by hand."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.shell.actions import Actions
from desktop.training.page import LONG_S, TrainingPage
from desktop.worker.messages import Outcome
from engine.reports import EpochReport
from tests.desktop.by_hand import begun


@pytest.fixture
def page(model: AppModel, actions: Actions, qtbot: QtBot) -> TrainingPage:
    page = TrainingPage(model, actions)
    qtbot.addWidget(page)
    return page


def train(model: AppModel, number: int, seconds: float = 1.0) -> None:
    """Have a run of one epoch begin that took so long by then."""
    model.train()
    assert model.trainer.request
    begun(model, model.trainer.request, number, id_=f"run{number}")
    model.link.reported.emit((EpochReport(1, 3, 0.4, 0.3, 0.9, seconds),))


def test_how_far_the_reading_is_stands_in_the_status_line_and_in_the_plot(
    model: AppModel, page: TrainingPage
) -> None:
    told: list[str] = []
    page.told.connect(told.append)
    model.train()
    model.link.loading.emit(model.datasets.chosen, 300, 12_396)
    assert told == ["Reading image 300 of 12,396"]
    assert page.curves.loss._empty.text() == told[0]


def test_a_kept_model_waits_for_the_end_of_the_run_under_way(
    model: AppModel, page: TrainingPage
) -> None:
    train(model, 1)
    model.link.run_ended.emit(Outcome.FINISHED)
    assert page.runs.restore_button.isEnabled()
    model.train()
    assert not page.runs.restore_button.isEnabled()
    model.trainer.give_up()
    assert page.runs.restore_button.isEnabled()


def test_only_the_end_of_a_long_run_is_announced_to_who_is_elsewhere(
    model: AppModel, page: TrainingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[object] = []
    monkeypatch.setattr(QApplication, "alert", announced.append)
    for number, seconds in enumerate((LONG_S - 1, LONG_S), 1):
        assert announced == []
        train(model, number, seconds)
        model.link.run_ended.emit(Outcome.FINISHED)
    assert announced == [page]
