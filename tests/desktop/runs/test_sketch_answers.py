"""The networks of the ticked runs read the sketch on the pad, side by side, in the real window."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.main_window import MainWindow
from desktop.runs.columns import Column
from desktop.runs.run_list import Run
from desktop.runs.sketch_answers import MOST_RUNS, SketchAnswers
from desktop.sketch.document import SketchDocument
from desktop.sketch.reader import SketchReader
from desktop.worker.messages import Outcome
from engine.inference.classifier import Classifier
from engine.runs.store import RunStore
from tests.desktop.by_hand import a_start
from tests.desktop.conftest import Drag

Train = Callable[..., Run]
SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])
LINE = np.array([[200, 100], [200, 330]])


def tick(window: MainWindow, row: int, on: bool = True) -> None:
    table = window.training.runs.table
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    table.setData(table.index(row, Column.NAME), state, Qt.ItemDataRole.CheckStateRole)


def told(window: MainWindow, row: int) -> str:
    table = window.training.runs.table
    return str(table.index(row, Column.PAD).data())


def expected(window: MainWindow, run: Run) -> str:
    """Return what the kept weights of a run make of the sketch."""
    folder = RunStore().open(run.start.id)
    image = window.sketch.reader.image
    assert image is not None
    answer = Classifier.load(folder.weights(folder.steps()[-1])).predict(image)
    return f"{answer.label}, {answer.probability * 100:.0f} %" if answer.known else "?"


@pytest.fixture
def two(window: MainWindow, train: Train, qtbot: QtBot) -> list[Run]:
    """Return two runs that are ticked: the older one has hardly learned anything."""
    runs = [train(lr=0.0001), train(lr=0.5)]
    tick(window, 1)
    for run in runs:
        qtbot.waitUntil(lambda id_=run.start.id: RunStore().find(id_).standing == "finished")
    return runs


def test_the_newest_six_of_many_ticked_runs_answer(qtbot: QtBot) -> None:
    model, watched = AppModel(), QWidget()
    qtbot.addWidget(watched)
    answers = SketchAnswers(model, SketchReader(SketchDocument()), watched)
    for number in range(1, 9):
        model.runs.begin(a_start(number=number), f"Run {number}")
        model.runs.end(Outcome.FINISHED)
    for run in model.runs.runs:
        run.shown = True
    assert [run.number for run in answers.asked] == [3, 4, 5, 6, 7, 8]


def test_two_networks_read_the_sketch_side_by_side(
    window: MainWindow, two: list[Run], qtbot: QtBot, drag: Drag
) -> None:
    old, new = two
    view = window.training.runs.view
    qtbot.waitUntil(lambda: not view.isColumnHidden(Column.PAD))
    assert told(window, 0) == told(window, 1) == "–"
    for sketch in (SEVEN, LINE):
        window.actions_.clear.trigger()
        drag(window.sketch.canvas, sketch)
        for row, run in ((0, new), (1, old)):
            qtbot.waitUntil(lambda row=row, run=run: told(window, row) == expected(window, run))
        assert told(window, 0) != told(window, 1)
    window.actions_.clear.trigger()
    assert told(window, 0) == told(window, 1) == "–"


def test_a_lone_run_whose_answer_is_on_the_pad_takes_no_room(
    window: MainWindow, two: list[Run], qtbot: QtBot, drag: Drag
) -> None:
    view = window.training.runs.view
    drag(window.sketch.canvas, SEVEN)
    qtbot.waitUntil(lambda: told(window, 1) != "–")
    tick(window, 1, on=False)
    qtbot.waitUntil(lambda: view.isColumnHidden(Column.PAD))
    window.training.desk.use_starter()  # the pad shows another's answer from now on
    qtbot.waitUntil(lambda: not view.isColumnHidden(Column.PAD))
    qtbot.waitUntil(lambda: told(window, 0) == expected(window, two[1]))


def test_only_the_newest_sketch_counts_and_one_question_is_on_its_way(
    window: MainWindow, two: list[Run], qtbot: QtBot, drag: Drag
) -> None:
    asked: list[int] = []
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    window.model.questions.answer_requested.connect(lambda number, _: asked.append(number))
    drag(window.sketch.canvas, np.linspace([100, 100], [280, 330], 200))
    qtbot.waitUntil(lambda: told(window, 1) == expected(window, two[0]))
    assert 1 <= len(asked) < 20


@pytest.mark.long
def test_more_than_six_are_said(window: MainWindow, train: Train, qtbot: QtBot, drag: Drag) -> None:
    for _ in range(MOST_RUNS + 1):
        train()
    for row in range(MOST_RUNS + 1):
        tick(window, row)
    drag(window.sketch.canvas, SEVEN)
    qtbot.waitUntil(lambda: all(told(window, row) != "–" for row in range(MOST_RUNS)))
    assert told(window, MOST_RUNS) == "–"
    tick(window, 2, on=False)
    qtbot.waitUntil(lambda: told(window, MOST_RUNS) != "–")
    tick(window, 2)
    assert told(window, MOST_RUNS) == "–", "it doesn't read any more what is drawn"
    line = window.training.runs.differences
    assert line.isVisible()
    assert line.text() == "The 6 newest ticked runs read the sketch"


def test_the_answer_on_the_pad_stands_beside_a_ticked_run_alone(
    window: MainWindow, two: list[Run], qtbot: QtBot, drag: Drag
) -> None:
    tick(window, 0, on=False)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    drag(window.sketch.canvas, SEVEN)
    qtbot.waitUntil(lambda: told(window, 1) == expected(window, two[0]))
    qtbot.waitUntil(lambda: not window.sketch.reader.is_waiting)
    assert told(window, 0) == "–"
