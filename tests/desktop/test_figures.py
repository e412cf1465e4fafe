"""The large numbers above the curves: how long a run takes, and will take."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.messages import RunStart
from desktop.training.figures import NOTHING, FiguresCard, clock
from desktop.training.history import RunHistory
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport

BATCHES, EPOCHS = 100, 3


@pytest.fixture
def card(qtbot: QtBot) -> FiguresCard:
    """Return the numbers of a run of three epochs that has just begun."""
    card = FiguresCard()
    qtbot.addWidget(card)
    config = TrainConfig(epochs=EPOCHS)
    card.begin(RunStart(1, "x", "x", ("3", "7"), config, 90, 10, BATCHES, "cpu", "CPU"))
    return card


def step(number: int, seconds: float) -> StepReport:
    epoch = (number - 1) // BATCHES + 1
    return StepReport(number, epoch, np.array([0.5], np.float32), 0.1, seconds)


def test_the_first_epoch_tells_already_how_long_the_rest_takes(card: FiguresCard) -> None:
    history = RunHistory()
    history.add([step(1, 0.4)])
    card.show_history(history)
    assert card.time.text() == NOTHING  # too early to tell
    history.add([step(10, 6.0)])
    card.show_history(history)
    assert card.time.text() == "2:54"  # 290 batches of 0.6 s


def test_later_epochs_tell_it_with_their_validation_and_count_down(card: FiguresCard) -> None:
    history = RunHistory()
    history.add([step(100, 60.0), EpochReport(1, EPOCHS, 0.4, 0.3, 0.9, 70.0)])
    card.show_history(history)
    assert card.time.text() == "2:20"
    history.add([step(150, 100.0)])
    card.show_history(history)
    assert card.time.text() == "1:50"
    history.add([step(300, 250.0)])
    card.show_history(history)
    assert card.time.text() == "0.0 s"  # slower than was thought
    card.end()
    card.show_history(history)
    assert card.time.text() == "4:10"


def test_a_run_that_ended_before_its_first_batch_took_no_time(card: FiguresCard) -> None:
    card.end()
    card.show_history(RunHistory())
    assert card.time.text() == NOTHING


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0.0 s"), (0.42, "0.4 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (75, "1:15")],
)
def test_a_short_time_has_tenths(seconds: float, words: str) -> None:
    assert clock(seconds) == words
    assert clock(3725) == "1:02:05"


def test_every_number_says_what_it_means(card: FiguresCard) -> None:
    for number in (card.accuracy, card.loss, card.epoch, card.batch, card.rate, card.time):
        assert number.toolTip()
        assert card._captions[number].toolTip() == number.toolTip()
