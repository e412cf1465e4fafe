"""What the card's buttons say and lock, as the worker's news come in by hand."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.shell.actions import Actions
from desktop.training.panel import TrainingPanel
from desktop.worker.messages import Origin, Outcome, RunRequest
from engine.config import TrainConfig
from engine.reports import EpochReport
from tests.desktop.by_hand import begun

MINE = RunRequest("mnist", TrainConfig())
LESSON = RunRequest("mnist", TrainConfig(), origin=Origin.LESSON, name="one")


@pytest.fixture
def panel(model: AppModel, actions: Actions, qtbot: QtBot) -> TrainingPanel:
    panel = TrainingPanel(model, actions)
    qtbot.addWidget(panel)
    return panel


def said(panel: TrainingPanel) -> tuple[str, str, str]:
    buttons = (panel.train_button, panel.pause_button, panel.stop_button)
    first, second, third = (button.text() for button in buttons)
    return first, second, third


def test_the_buttons_say_where_the_readers_run_stands(
    panel: TrainingPanel, model: AppModel
) -> None:
    assert said(panel) == ("Train", "Pause", "Stop")
    model.begin(MINE, lr=0.1)
    assert said(panel) == ("Getting ready…", "Pause", "Cancel")
    begun(model, MINE)
    assert said(panel) == ("Training…", "Pause", "Stop")
    model.pause()
    assert said(panel) == ("Paused", "Resume", "Stop")
    model.trainer.stop()
    assert said(panel) == ("Stopping…", "Pause", "Stop")
    model.link.run_ended.emit(Outcome.STOPPED)
    assert said(panel) == ("Train", "Pause", "Stop")


def test_only_the_readers_run_locks_the_settings(panel: TrainingPanel, model: AppModel) -> None:
    form = panel.settings
    for request, locked in ((LESSON, False), (MINE, True)):
        model.trainer.start(request)
        assert form.epochs.isEnabled() is not locked
        assert form.preset.isEnabled() is not locked
        assert form.lr.isEnabled()  # it can be changed as the run goes on
        begun(model, request)
        assert panel.train_button.text() == ("Training…" if locked else "Train")
        model.link.run_ended.emit(Outcome.FINISHED)
        assert form.epochs.isEnabled()


def test_what_two_figures_tell_stands_below_once_a_run_has_ended(
    panel: TrainingPanel, model: AppModel
) -> None:
    model.begin(MINE, lr=0.1)
    begun(model, MINE)
    model.link.reported.emit((EpochReport(40, 40, 0.4, 0.3, 0.99, 1.0, drawn_accuracy=0.9),))
    assert panel.gap_note.text() == ""
    model.link.run_ended.emit(Outcome.FINISHED)
    assert "9.0 percentage points lower" in panel.gap_note.text()
