"""Shift+F11: pad, answer and one figure alone, live, and everything back where it was after Esc."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers, isValid

from desktop.app import create_window
from desktop.evaluate.page import EvaluatePage
from desktop.evaluate.views import ROBUSTNESS
from desktop.inspect.page import InsidePage
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.present.figures import figure_of
from desktop.present.stage import Stage
from desktop.selftest import drag, seven
from desktop.shell.preferences import Preferences
from desktop.sketch.mime import rgba
from desktop.widgets import qt_scale
from engine.lessons.lesson_file import PAGES
from tests.stale_items import strays


@pytest.fixture
def ready(window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """Return the window with its network there, and the usual size again afterwards."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.activateWindow()
    yield window
    window.presentation.leave()
    qt_scale.change(1.0)


def present(window: MainWindow) -> Stage:
    QTest.keySequence(window, QKeySequence("Shift+F11"))
    stage = window.presentation.stage
    assert stage is not None
    return stage


def in_sight(window: MainWindow, widget: QWidget) -> bool:
    """Tell whether a click in its middle would meet it, or a part of it."""
    middle = widget.mapTo(window, widget.rect().center())
    met = window.childAt(middle)
    return met is not None and (met is widget or widget.isAncestorOf(met))


def picture(window: MainWindow) -> np.ndarray:
    for _ in range(20):  # one layout in another
        QApplication.processEvents()
    return rgba(window.grab().toImage())


def test_pad_answer_and_figure_are_alone_on_the_screen(ready: MainWindow) -> None:
    stage = present(ready)
    assert ready.isFullScreen()
    assert stage.rect() == ready.rect()
    assert in_sight(ready, ready.sketch.canvas)
    assert in_sight(ready, ready.sketch.answer.bars)
    assert in_sight(ready, ready.training.curves.loss.plot)
    for hidden in (ready.menuBar(), ready.status, ready.training.panel.train_button):
        assert not in_sight(ready, hidden)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert ready.presentation.stage is None
    assert not ready.isFullScreen()
    assert not ready.actions_.presentation.isChecked()
    for shown in (ready.menuBar(), ready.training.panel.train_button, ready.sketch.canvas):
        assert in_sight(ready, shown)


def test_after_a_kill_amid_it_the_next_window_has_its_own_size_again(
    ready: MainWindow, qtbot: QtBot
) -> None:
    ready.session.save()
    present(ready)
    ready.session.save()  # as a second after each change, and as somebody logs out
    again = create_window()
    qtbot.addWidget(again)
    again.show()
    assert not again.isFullScreen()


def test_escape_leaves_wherever_the_focus_is(ready: MainWindow) -> None:
    button = ready.training.panel.train_button
    for focused in (ready, button):  # as where nothing has it, or something below the stage
        present(ready)
        QApplication.focusWidget().clearFocus()
        if focused is button:
            button.setFocus()
        QTest.keyClick(focused, Qt.Key.Key_Escape)
        assert ready.presentation.stage is None


@pytest.mark.long
def test_the_window_looks_the_same_afterwards(ready: MainWindow, qtbot: QtBot) -> None:
    drag(ready, ready.sketch.canvas, seven())
    for page in PAGES:
        shown = ready.pages.open(page)
        if isinstance(shown, InsidePage):  # what it tells of the network is no question
            qtbot.waitUntil(shown.network.hands.isEnabled)
        qtbot.waitUntil(lambda: ready.model.questions.are_answered)
        ready.sketch.canvas.setFocus()
        size, before = ready.size(), picture(ready)
        present(ready)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda size=size: ready.size() == size)
        qtbot.waitUntil(lambda before=before: np.array_equal(picture(ready), before))


def test_drawing_and_training_go_on(ready: MainWindow, qtbot: QtBot) -> None:
    present(ready)
    drag(ready, ready.sketch.canvas, seven())
    qtbot.waitUntil(lambda: ready.sketch.answer.digit.text() == "7")
    ready.model.settings.change({"epochs": 2})
    QTest.keySequence(ready, QKeySequence("F5"))
    loss = ready.training.curves.loss
    qtbot.waitUntil(lambda: ready.model.trainer.is_free)
    qtbot.waitUntil(lambda: ready.training.curves.is_at_rest)
    assert "loss" in loss.plot.accessibleDescription()
    assert in_sight(ready, loss.plot)


def test_it_follows_the_pages_and_their_figures_live(ready: MainWindow, qtbot: QtBot) -> None:
    stage = present(ready)
    for number, name in enumerate(PAGES, start=1):
        QTest.keySequence(ready, QKeySequence(f"Ctrl+{number}"))
        page = ready.pages.open(name)
        figure = figure_of(page)
        assert stage.isAncestorOf(figure)
        assert stage.heading.text() == ready.pages.title(name)
        qtbot.waitUntil(figure.isVisible)
    QTest.keySequence(ready, QKeySequence("Ctrl+2"))
    page = ready.pages.open("inside")
    assert isinstance(page, InsidePage)
    with qtbot.waitSignal(page.passing.came):
        drag(ready, ready.sketch.canvas, seven())


def test_it_goes_on_to_the_next_question(ready: MainWindow) -> None:
    QTest.keySequence(ready, QKeySequence("F1"))
    stage = present(ready)
    page = ready.pages.open("learn")
    assert isinstance(page, LearnPage)
    first = page.view.experiment
    assert stage.isAncestorOf(first)
    for _ in range(3):  # some lessons have several questions
        QTest.keySequence(ready, QKeySequence("Alt+Right"))
        QApplication.processEvents()
    assert page.view.experiment is not first
    assert stage.isAncestorOf(page.view.experiment)
    assert not stage.isAncestorOf(first)


def test_tab_stays_on_the_stage(ready: MainWindow) -> None:
    stage = present(ready)
    for forward in (True, False):
        for _ in range(40):
            QTest.keyClick(
                QApplication.focusWidget(), Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
            )
            focused = QApplication.focusWidget()
            assert focused is not None
            assert stage.isAncestorOf(focused)
    known = [each for each in getAllValidWrappers() if isinstance(each, QWidget)]
    of_the_stage = {id(each) for each in known if each is stage or stage.isAncestorOf(each)}
    of_the_stage -= {id(each) for each in known if ready.sketch.isAncestorOf(each)}
    places = {id(each) for each in known if type(each) is QWidget}  # where the parts come back
    kept = [each for each in known if id(each) not in of_the_stage | places]
    ready.presentation.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(stage)
    assert len(kept) > 100
    assert all(isValid(each) for each in kept)
    assert strays() == []


def test_the_close_button_leaves_too(ready: MainWindow) -> None:
    stage = present(ready)
    QTest.mouseClick(stage.close_button, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert ready.presentation.stage is None


@pytest.mark.skipif(not qt_scale.is_live(), reason="this Qt has to start anew for it")
def test_it_is_as_large_as_fits_and_the_readers_own_size_comes_back(ready: MainWindow) -> None:
    QTest.keySequence(ready, QKeySequence("Ctrl+-"))
    stage = present(ready)
    QApplication.processEvents()
    assert qt_scale.factor() >= 0.9
    for page in PAGES:
        ready.pages.open(page)
        QApplication.processEvents()
        assert qt_scale.factor() >= 0.9, page
        if qt_scale.factor() > 0.9:  # or that is less than it needs, and it scrolls
            assert stage.least.boundedTo(stage.size()) == stage.least, page
        figure = figure_of(ready.pages.open(page))
        right_px = ready.sketch.mapTo(stage, ready.sketch.rect().bottomRight()).x()
        assert figure.mapTo(stage, figure.rect().topLeft()).x() > right_px, page
    QTest.keySequence(ready, QKeySequence("Ctrl++"))
    assert ready.presentation.stage is not None
    ready.session.save()
    assert Preferences().scale == 90  # and not what suits the projector
    ready.presentation.leave()
    assert qt_scale.factor() == 0.9


def test_a_window_closed_in_the_midst_of_it_opens_as_usual(ready: MainWindow, qtbot: QtBot) -> None:
    present(ready)
    ready.close()
    again = create_window()
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert not again.isFullScreen()
    assert Preferences().scale == 100


def test_it_follows_the_finder_and_back(ready: MainWindow, qtbot: QtBot) -> None:
    stage = present(ready)
    page = ready.training
    page.find_lr()
    qtbot.waitUntil(lambda: stage.isAncestorOf(page.lr_card))
    qtbot.waitUntil(lambda: in_sight(ready, page.lr_card.plot))
    page.lr_card.close_finder()
    qtbot.waitUntil(lambda: stage.isAncestorOf(page.curves.loss))
    qtbot.waitUntil(lambda: in_sight(ready, page.curves.loss.plot))
    page.find_lr()
    qtbot.waitUntil(lambda: stage.isAncestorOf(page.lr_card))
    ready.presentation.leave()
    qtbot.waitUntil(lambda: in_sight(ready, page.lr_card.plot))
    assert page.curves.loss.isHidden()


def test_what_a_network_stands_is_shown_where_that_is_open(ready: MainWindow, qtbot: QtBot) -> None:
    page = ready.pages.open("evaluate")
    assert isinstance(page, EvaluatePage)
    page.views.tabs.setCurrentIndex(ROBUSTNESS)
    present(ready)
    assert page.robustness
    accuracy = page.robustness.accuracy
    qtbot.waitUntil(lambda: in_sight(ready, accuracy.plot))
    qtbot.waitUntil(lambda: bool(accuracy.curves))
    ready.presentation.leave()
    assert page.robustness.isAncestorOf(accuracy)


def test_what_went_wrong_is_seen_in_it(ready: MainWindow, qtbot: QtBot) -> None:
    present(ready)
    assert ready.banner.isHidden()
    ready.model.settings.change({"lr": 1e6, "loss": "cross_entropy"})
    QTest.keySequence(ready, QKeySequence("F5"))
    qtbot.waitUntil(ready.banner.isVisible)
    qtbot.waitUntil(lambda: in_sight(ready, ready.banner.message))
    qtbot.waitUntil(lambda: ready.model.trainer.is_free)
    ready.presentation.leave()
    qtbot.waitUntil(lambda: in_sight(ready, ready.banner.message))
    qtbot.waitUntil(lambda: in_sight(ready, ready.training.curves.loss.plot))
