"""The learning-rate finder in the real window: found, marked, taken, left, or not to be found."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.sketch.mime import rgba
from desktop.training.lr_card import LrCard
from desktop.widgets.theme import FRESH, curve_color
from desktop.worker.messages import Origin, RunRequest
from desktop.worker.questions import Questions
from engine.config import TrainConfig
from engine.reports import LrSearch
from tests.mostly_long import mostly_long

Press = Callable[[str], None]


def test_a_rate_is_found_and_taken(
    window: MainWindow, digits: Path, press: Press, qtbot: QtBot
) -> None:
    window.model.datasets.choose(digits)
    window.training.panel.settings.rest.momentum.setValue(0.9)  # which wants a lower rate than 1
    card = window.training.lr_card
    press("findLrButton")
    assert marked(card) == []
    assert card.isVisible()
    assert not window.training.curves.loss.isVisible()
    qtbot.waitUntil(lambda: not card.is_searching)
    rates = card.curves[0][1]
    assert rates.x[0] == pytest.approx(-4)
    assert len(rates) > 20
    assert card.suggestion is not None
    assert card.suggestion < 0.7
    place = card.plot.getViewBox().mapViewToScene(QPointF(np.log10(card.suggestion), 0)).x()
    assert marked(card) == [pytest.approx(place, abs=2)]
    assert window.status.text.startswith("The suggested learning rate is ")
    press("takeLrButton")
    assert window.training.panel.settings.lr.value() == pytest.approx(card.suggestion, rel=0.06)
    assert window.training.curves.loss.isVisible()
    press("findLrButton")
    assert marked(card) == []  # it belongs to the search before
    press("closeLrButton")


def marked(card: LrCard) -> list[int]:
    """Return the columns of the plot that are lined with the marker's colour from top to bottom."""
    color = curve_color(FRESH, card.palette()).getRgb()[:3]
    pixels = rgba(card.plot.grab().toImage())[..., :3]
    count = (np.abs(pixels.astype(int) - color).max(axis=2) < 60).sum(axis=0)
    return np.flatnonzero(count > len(pixels) / 4).tolist()


@pytest.fixture
def card(qtbot: QtBot) -> LrCard:
    """Return a card whose questions nobody answers but the test: by their numbers."""
    questions = Questions()
    card = LrCard(questions)
    questions.setParent(card)
    qtbot.addWidget(card)
    return card


FOUND = LrSearch(np.float32([1e-4, 0.1, 1]), np.float32([0.5, 0.4, 0.1]), 0.1234)


def test_what_an_earlier_search_found_is_not_offered_again(card: LrCard, qtbot: QtBot) -> None:
    questions = card._question._questions
    card.search("mnist", TrainConfig())
    questions.on_answered(1, FOUND)
    questions.on_ended(1, "")
    assert card.take_button.text() == "Use 0.12"
    card.search("mnist", TrainConfig())
    questions.on_ended(2, "")
    assert card.take_button.text() == "No rate found"
    card.search("mnist", TrainConfig())
    questions.on_answered(3, FOUND)
    questions.on_ended(3, "")
    with qtbot.waitSignal(card.closed), qtbot.waitSignal(card.taken) as taken:
        card.take_button.click()
    assert taken.args == [0.12]  # as the button says


def test_it_tells_of_the_reading_of_its_own_data_alone(card: LrCard) -> None:
    card.show_loading("mnist", 1, 9)  # nobody searches
    assert card._empty.text() == ""
    card.search("mnist", TrainConfig())
    waiting = card._empty.text()
    card.show_loading("pens", 2, 9)
    assert card._empty.text() == waiting
    card.show_loading("mnist", 2, 9)
    assert card._empty.text() == "Reading image 2 of 9"


def test_a_search_that_fails_says_why_and_closes(card: LrCard, qtbot: QtBot) -> None:
    card.search("mnist", TrainConfig())
    with qtbot.waitSignals([card.failed, card.told, card.closed]):
        card._question._questions.on_ended(1, "No such folder.")


def test_it_makes_room_for_the_readers_own_run_alone(window: MainWindow, press: Press) -> None:
    press("findLrButton")
    for origin, is_open in ((Origin.LESSON, True), (Origin.READER, False)):
        request = RunRequest("mnist", TrainConfig(), origin=origin)
        window.model.trainer.run_asked_for.emit(request)
        assert window.training.lr_card.isVisible() is is_open


def test_a_search_can_be_left(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    press("findLrButton")
    press("closeLrButton")
    assert window.status.text == "The search for a learning rate was stopped"
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert window.training.curves.loss.isVisible()
    assert window.training.panel.settings.lr.value() == 0.1


@pytest.mark.parametrize(
    ("field", "value"), mostly_long([("init", "zeros"), ("loss", "accuracy")], {0})
)
def test_where_no_rate_helps_the_finder_says_so(
    window: MainWindow, press: Press, qtbot: QtBot, field: str, value: str
) -> None:
    getattr(window.training.panel.settings.rest, field).setValue(value)
    card = window.training.lr_card
    press("findLrButton")
    assert card.take_button.text() == "Looking…"
    assert not card.reason.isVisible()
    qtbot.waitUntil(lambda: not card.is_searching)
    assert card.suggestion is None
    assert card.take_button.text() == "No rate found"
    assert not card.take_button.isEnabled()
    assert card.reason.isVisible()
    assert "fell at no usable rate" in card.plot.accessibleDescription()
    press("findLrButton")
    assert not card.reason.isVisible()
    press("closeLrButton")
