"""A lesson's network may read the sketch as long as its page is in sight, under its own name."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.sketch.content import Content, Picture
from desktop.worker.messages import Kind, Origin, Source
from desktop.worker.run_state import State
from engine.data.splits import Dataset
from tests.mostly_long import mostly_long

Train = Callable[..., Run]
Wait = Callable[[State], None]
FIRST_WEIGHTS, TOO_HIGH = 16, 18


@pytest.fixture
def trained(window: MainWindow, train: Train, mnist: Dataset) -> Run:
    """Return the reader's own run, which reads a 3 on the pad."""
    three = mnist.valid.images[np.flatnonzero(mnist.valid.labels == 3)[0]]
    window.sketch.document.put(Content(picture=Picture(three)))
    return train()


@pytest.fixture
def name(window: MainWindow) -> Callable[[], str]:
    """Return a function that tells which model the pad says has read the sketch."""
    label = window.findChild(QLabel, "modelName")
    return label.text


def wait_for_bars(window: MainWindow, qtbot: QtBot, mine: list[tuple[str, float]]) -> None:
    """Live on until the sketch is read as before."""
    qtbot.waitUntil(lambda: window.sketch.answer.bars.rows() == mine)


@pytest.mark.parametrize("question", mostly_long([FIRST_WEIGHTS, TOO_HIGH], {1}))
def test_the_readers_network_answers_again_when_the_page_is_left(
    reader, window: MainWindow, qtbot: QtBot, trained: Run, name, question: int
) -> None:
    own = "your simple_net, epoch 2"
    qtbot.waitUntil(lambda: name() == own)
    qtbot.waitUntil(lambda: not window.sketch.reader.is_waiting)
    mine = window.sketch.answer.bars.rows()
    source = window.model.source
    page = reader.open_question(question)
    reader.train()
    last = page.view.experiment.runs.driver.gathered[-1].name
    qtbot.waitUntil(lambda: name().endswith(last))
    assert "the lesson's network" in name()
    assert name().startswith("diverged") is (question == TOO_HIGH)
    window.pages.open("training")
    qtbot.waitUntil(lambda: name() == own)
    wait_for_bars(window, qtbot, mine)
    assert window.model.source == source


@pytest.mark.long
def test_another_lesson_finds_the_readers_network(
    reader, window: MainWindow, qtbot: QtBot, trained: Run, name
) -> None:
    source = window.model.source
    reader.open_question(TOO_HIGH)
    reader.train()
    assert window.model.source.origin is Origin.LESSON
    reader.page.open(FIRST_WEIGHTS)
    qtbot.waitUntil(lambda: window.model.source == source)


def test_the_readers_own_run_takes_the_answer(
    reader, window: MainWindow, qtbot: QtBot, trained: Run, wait_for_state: Wait, name
) -> None:
    page = reader.open_question(TOO_HIGH)
    reader.train()
    figures = page.view.experiment.runs.board.figures
    sources: list[Source] = []
    window.model.source_changed.connect(sources.append)
    qtbot.keyClick(window, Qt.Key.Key_F5)
    wait_for_state(State.IDLE)
    qtbot.waitUntil(lambda: name() == "your simple_net, epoch 2")
    assert {source.origin for source in sources} == {Origin.READER}
    assert [run.name for run in window.model.runs.runs] == ["Run 1", "Run 2"]
    assert page.view.experiment.runs.board.figures == figures  # it wasn't taken for the lesson's


@pytest.mark.long
def test_the_starter_may_be_wanted_on_the_lessons_page(
    reader, window: MainWindow, qtbot: QtBot, trained: Run, name
) -> None:
    reader.open_question(FIRST_WEIGHTS)
    reader.train()
    window.actions_.use_starter.trigger()
    qtbot.waitUntil(lambda: window.model.source.kind is Kind.STARTER)
    qtbot.waitUntil(lambda: name() == "the starter network")
    window.pages.open("training")
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    assert window.model.source.kind is Kind.STARTER


def test_a_page_that_is_left_at_once_lends_nothing(
    reader, window: MainWindow, qtbot: QtBot, trained: Run
) -> None:
    page = reader.open_question(TOO_HIGH)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    runs, sources = page.view.experiment.runs, []
    window.model.source_changed.connect(sources.append)
    runs.run_button.click()
    window.pages.open("training")  # before it is known what is to be trained
    qtbot.waitUntil(lambda: bool(runs.board.figures))
    assert {source.origin for source in sources} <= {Origin.READER}


def test_runs_that_begin_when_the_page_was_left_never_answer(
    reader, window: MainWindow, qtbot: QtBot, trained: Run
) -> None:
    page = reader.open_question(TOO_HIGH)
    qtbot.waitUntil(lambda: page.view.experiment.runs is not None)
    runs, sources = page.view.experiment.runs, []
    window.model.source_changed.connect(sources.append)
    runs.run_button.click()
    qtbot.waitUntil(lambda: runs.driver.is_running)
    window.pages.open("training")
    assert window.status.text.startswith("For the lesson")
    qtbot.waitUntil(lambda: runs.is_settled)
    assert runs.board.figures
    assert {source.origin for source in sources} <= {Origin.READER}
    assert window.model.source.run == trained.number
