"""Shift+F1 explains whatever is clicked, with the numbers of the run."""

from collections.abc import Callable, Iterator

import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from desktop.explain import words
from desktop.explain.explanation import Explanation, explain
from desktop.explain.whats_this import ExplanationCard
from desktop.inspect.page import InsidePage
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.selftest import drag, seven
from desktop.widgets.painted import Painted
from engine.lessons.lesson_file import PAGES
from tests.desktop.test_fitting import CONTROLS


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window with a 7 on its pad, and out of the mode afterwards."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    drag(window, window.sketch.canvas, seven())
    window.activateWindow()
    yield window
    QWhatsThis.leaveWhatsThisMode()


def ask(window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Shift+F1"))


def card() -> ExplanationCard | None:
    return next((w for w in QApplication.allWidgets() if isinstance(w, ExplanationCard)), None)


def said_of(window: MainWindow, widget: QWidget, qtbot: QtBot) -> Explanation:
    """Ask with the key and a click, and return what is shown."""
    ask(window)
    assert QWhatsThis.inWhatsThisMode()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: card() is not None)
    shown = card()
    assert shown is not None
    assert not QWhatsThis.inWhatsThisMode()
    said = shown.said
    texts = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert texts == [text for text in (said.title, said.words, said.now) if text]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card() is None)
    return said


def test_settings_are_explained_with_the_runs_own_numbers(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    form = ready.training.panel.settings
    said = said_of(ready, form.lr, qtbot)
    assert said.title == "Learning rate"
    assert "its gradient, downhill" in said.words
    assert said.now.startswith("The next run will use 0.1. Each step moves a weight by 0.1 times")
    assert said.now.endswith("where the gradient is 2, the weight falls by 0.2.")
    run = train(lr=0.5)
    assert "falls by 1." in said_of(ready, form.lr, qtbot).now
    said = said_of(ready, form.batch_size, qtbot)
    assert (
        said.now == f"{run.name}: batches of 32 out of 200 training images, so 7 steps per epoch."
    )
    assert said_of(ready, form.epochs, qtbot).now == (
        f"{run.name} has done 2 of 2, which is 14 steps."
    )
    last = run.history.last_epoch
    assert last is not None
    wrong = round(run.start.valid_images * (1 - last.valid_accuracy))
    said = said_of(ready, ready.training.curves.figures.accuracy, qtbot)
    assert f"so {wrong} of {run.start.valid_images} validation images are misread" in said.now


def test_the_loss_plot_tells_its_last_point(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    plot = ready.training.curves.loss.plot
    assert said_of(ready, plot.viewport(), qtbot).now == "There is no batch yet."
    run = train()
    loss = float(run.history.batch_loss.y[-1])
    said = said_of(ready, plot.viewport(), qtbot)
    assert said.now == f"The last point: batch 14 of {run.name}, loss {loss:.3g}."


def test_a_click_explains_and_does_nothing_else(ready: MainWindow, qtbot: QtBot) -> None:
    button = ready.training.panel.train_button
    said = said_of(ready, button, qtbot)
    assert said.title == "Train"
    assert ready.model.trainer.is_free
    before = ready.sketch.document.strokes
    said_of(ready, ready.sketch.canvas, qtbot)
    assert ready.sketch.document.strokes == before
    pause = ready.training.panel.pause_button
    assert not pause.isEnabled()  # and is explained nevertheless
    assert said_of(ready, pause, qtbot).title == "Pause"


def test_escape_leaves_without_an_answer(ready: MainWindow) -> None:
    ask(ready)
    QTest.keyClick(ready, Qt.Key.Key_Escape)
    assert not QWhatsThis.inWhatsThisMode()
    assert card() is None
    QTest.mouseClick(ready.sketch.toolbar.eraser, Qt.MouseButton.LeftButton)
    assert ready.sketch.toolbar.eraser.isChecked()


def test_the_key_twice_explains_what_has_the_focus(ready: MainWindow, qtbot: QtBot) -> None:
    ready.training.panel.settings.epochs.setFocus()
    ask(ready)
    ask(ready)
    qtbot.waitUntil(lambda: card() is not None)
    shown = card()
    assert shown is not None
    assert shown.said.title == "Epochs"
    shown.close()


def test_a_label_explains_its_field_and_a_tab_its_page(ready: MainWindow, qtbot: QtBot) -> None:
    labels = ready.training.findChildren(QLabel)
    label = next(each for each in labels if each.text() == "Learning rate" and each.buddy())
    assert said_of(ready, label, qtbot).title == "Learning rate"
    tabs = ready.findChild(QTabBar, "pageTabs")
    said = explain(tabs, tabs.tabRect(1).center(), ready.model)
    assert said is not None
    assert said.words == tabs.tabToolTip(1)


def test_every_control_and_every_figure_is_explained(
    ready: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    train()
    ready.training.panel.settings.more.click()
    unexplained = []
    for page in PAGES:
        ready.pages.open(page)
        qtbot.waitUntil(lambda: ready.model.questions.are_answered)
        shown = [w for w in ready.findChildren(QWidget) if w.isVisible()]
        asked = [w for w in shown if isinstance(w, (*CONTROLS, Painted, PlotWidget))]
        assert len(asked) > 12
        for widget in asked:
            said = explain(widget, QPoint(2, 2), ready.model)
            if said is None or not said.words:
                unexplained.append(f"{page}: {type(widget).__name__} {widget.objectName()}")
    assert not unexplained


@pytest.mark.long
def test_every_figure_of_every_lesson_is_explained(ready: MainWindow, qtbot: QtBot) -> None:
    ready.pages.open("learn")
    page = ready.findChild(LearnPage)
    unexplained = set()
    for lesson in page.lessons:
        page.open(lesson.numbers[0])
        qtbot.waitUntil(lambda: page.view.experiment.is_settled)
        QCoreApplication.sendPostedEvents()  # a layout shows by a posted call what it was given
        for widget in page.view.findChildren(QWidget):
            asked = isinstance(widget, (*CONTROLS, Painted)) and widget.isVisible()
            if asked and explain(widget, QPoint(2, 2), ready.model) is None:
                unexplained.add(f"{lesson.name}: {type(widget).__name__} {widget.objectName()}")
    assert not unexplained


def test_all_of_a_window_beside_the_main_one_is_explained(ready: MainWindow, qtbot: QtBot) -> None:
    inside = ready.pages.open("inside")
    assert isinstance(inside, InsidePage)
    qtbot.waitUntil(lambda: inside.network.view.passage is not None)
    inside.network.hands.click()
    inside.network.step.click()
    step = inside.step
    qtbot.waitUntil(lambda: step is not None and bool(step.pages))
    for shown in (inside.hands_on, step):
        for part in shown.findChildren(QWidget):
            assert not part.isVisible() or explain(part, QPoint(2, 2), ready.model), part
    said = explain(inside.hands_on.valid, QPoint(2, 2), ready.model)
    assert said is not None
    assert said.title == "Intervene"


def test_every_name_in_the_table_is_a_widgets(ready: MainWindow, qtbot: QtBot) -> None:
    for page in PAGES:
        ready.pages.open(page)
        qtbot.waitUntil(lambda: ready.model.questions.are_answered)
    names = {w.objectName().rstrip("0123456789") for w in ready.findChildren(QWidget)}
    assert set(words.by_name()) - names <= {"checkAnswer", "control", "lrPlot"}
