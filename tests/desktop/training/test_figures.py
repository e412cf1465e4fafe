"""The large numbers above the curves: how long a run takes, and will take."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.runs.history import RunHistory
from desktop.runs.run_list import Run
from desktop.training.figures import NOTHING, FiguresCard, clock
from desktop.worker.messages import Outcome
from engine.config import TrainConfig
from engine.reports import EpochReport, StepReport
from tests.desktop.by_hand import a_start

BATCHES, EPOCHS = 100, 3


@pytest.fixture
def card(qtbot: QtBot) -> FiguresCard:
    card = FiguresCard()
    qtbot.addWidget(card)
    return card


@pytest.fixture
def run() -> Run:
    """Return a run of three epochs that has just begun."""
    config = TrainConfig(epochs=EPOCHS)
    return Run(a_start(config=config, batches=BATCHES), "Run 1", RunHistory(), look=0)


def step(number: int, seconds: float) -> StepReport:
    epoch = (number - 1) // BATCHES + 1
    return StepReport(number, epoch, np.array([0.5], np.float32), 0.1, seconds)


@pytest.mark.parametrize(
    ("lr", "shown"),
    [(0.1, "0.1"), (0.0123456, "0.0123"), (5.06e-6, "0.000005"), (3e-8, "3e-8"), (0, "0")],
)
def test_a_rate_is_shown_as_far_as_it_helps(
    card: FiguresCard, run: Run, lr: float, shown: str
) -> None:
    run.history.add([StepReport(1, 1, np.array([0.5], np.float32), lr, 0.1)])
    card.show_run(run)
    assert card.rate.text() == shown


def test_more_batches_than_a_run_has_are_all_of_them(card: FiguresCard, run: Run) -> None:
    """Such a run comes from elsewhere, and Qt counts to two thousand millions."""
    run.history.add([step(10**15, 0.4)])
    card.show_run(run)
    assert card.progress.value() == card.progress.maximum()


def test_the_first_epoch_tells_already_how_long_the_rest_takes(card: FiguresCard, run: Run) -> None:
    run.history.add([step(1, 0.4)])
    card.show_run(run)
    assert card.time.text() == NOTHING  # too early to tell
    run.history.add([step(2, 0.6)])
    card.show_run(run)
    assert card.time.text() == "1:29"
    assert card.progress.value() == 7  # of a thousand
    run.history.add([step(10, 6.0)])
    card.show_run(run)
    assert card.time.text() == "2:54"  # 290 batches of 0.6 s


def test_later_epochs_tell_it_with_their_validation_and_count_down(
    card: FiguresCard, run: Run
) -> None:
    run.history.add([step(100, 60.0), EpochReport(1, EPOCHS, 0.4, 0.3, 0.9, 70.0)])
    card.show_run(run)
    assert card.time.text() == "2:20"
    run.history.add([step(150, 100.0)])
    card.show_run(run)
    assert card.time.text() == "1:50"
    run.history.add([step(200, 130.0), EpochReport(2, EPOCHS, 0.4, 0.3, 0.9, 140.0)])
    card.show_run(run)
    assert card.time.text() == "1:10"
    run.history.add([step(300, 250.0)])
    card.show_run(run)
    assert card.time.text() == "0.0 s"  # slower than was thought
    run.outcome = Outcome.STOPPED
    card.show_run(run)
    assert card.time.text() == "4:10"


def test_a_run_that_ended_before_its_first_batch_took_no_time(card: FiguresCard, run: Run) -> None:
    run.outcome = Outcome.STOPPED
    card.show_run(run)
    assert card.time.text() == NOTHING


def test_without_a_run_nothing_is_told(card: FiguresCard, run: Run) -> None:
    run.history.add([step(150, 100.0), EpochReport(1, EPOCHS, 0.4, 0.3, 0.9, 70.0)])
    card.show_run(run)
    assert card.accuracy.text() == "90.00 %"
    card.show_run(None)
    numbers = (card.accuracy, card.loss, card.epoch, card.batch, card.rate, card.time)
    assert {number.text() for number in numbers} == {NOTHING}
    assert card.progress.value() == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0.0 s"), (0.42, "0.4 s"), (9.94, "9.9 s"), (9.96, "10 s"), (59.4, "59 s"), (75, "1:15")],
)
def test_a_short_time_has_tenths(seconds: float, words: str) -> None:
    assert clock(seconds) == words
    assert clock(3725) == "1:02:05"


def test_what_stands_elsewhere_too_goes_first_where_it_is_narrow(
    card: FiguresCard, run: Run
) -> None:
    run.history.add([step(150, 100.0), EpochReport(1, EPOCHS, 0.4, 0.3, 0.9, 70.0)])
    card.show_run(run)
    card.show()
    numbers = (card.batch, card.rate, card.epoch, card.loss, card.time, card.accuracy)
    gone = []
    for width in range(900, 100, -20):
        card.setFixedWidth(width)
        gone += [number for number in numbers if number.isHidden() and number not in gone]
    assert gone == list(numbers[:5])


def test_every_number_says_what_it_means(card: FiguresCard) -> None:
    for number in (card.accuracy, card.loss, card.epoch, card.batch, card.rate, card.time):
        assert number.toolTip()
        assert card._captions[number].toolTip() == number.toolTip()


def test_a_run_without_an_epoch_shows_its_batches_before_a_loss_that_it_never_had(
    card: FiguresCard, run: Run
) -> None:
    run.history.add([step(1, 0.1)])
    card.resize(340, 80)
    card.show()
    card.show_run(run)
    assert card.loss.isVisible()  # it is about to come
    assert not card.batch.isVisible()
    run.outcome = Outcome.FAILED
    card.show_run(run)
    assert card.batch.isVisible()
    assert card.epoch.isVisible()
    assert not card.loss.isVisible()
