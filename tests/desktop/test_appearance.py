"""Light and dark, switched live: every page follows with what is on it, and comes back the same."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.sketch.mime import rgba
from engine.lessons.lesson_file import PAGES
from tests.mostly_long import mostly_long

Pixels = np.ndarray
Switch = Callable[[Qt.ColorScheme], None]


@pytest.fixture
def switch(window: MainWindow) -> Iterator[Switch]:
    """Return a function that chooses an appearance in the menu."""

    def choose(scheme: Qt.ColorScheme) -> None:
        window.actions_.schemes[scheme].trigger()
        QApplication.processEvents()

    yield choose
    choose(Qt.ColorScheme.Unknown)


@pytest.fixture
def full(
    window: MainWindow,
    train: Callable[..., object],
    drag: Callable[[QWidget, np.ndarray], None],
    qtbot: QtBot,
) -> MainWindow:
    """Return the window after a run, with a sketch on its pad and a digit kept."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    train()
    for _ in range(2):
        drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
        window.actions_.keep.trigger()
    return window


def is_settled(window: MainWindow) -> bool:
    """Tell whether all that was asked of the worker has been answered and shown."""
    lessons = window.findChild(LearnPage)
    settled = lessons is None or lessons.view.experiment.is_settled
    return settled and window.model.questions.are_answered and not window.sketch.reader.is_waiting


def picture(window: MainWindow, qtbot: QtBot) -> Pixels:
    """Return what the page shows, once four pictures in a row are the same: (H, W, 3)."""
    shown: list[Pixels] = []

    def rests() -> bool:
        QApplication.processEvents()
        shown.append(rgba(window.pages.grab().toImage())[..., :3].astype(int))
        last = shown[-4:]
        return is_settled(window) and len(last) == 4 and all((a == last[0]).all() for a in last)

    qtbot.waitUntil(rests)
    return shown[-1]


@pytest.mark.parametrize("pages", mostly_long([list(PAGES[:3]), list(PAGES[3:])], {0}), ids=str)
def test_a_page_follows_the_switch_and_comes_back(
    full: MainWindow, switch: Switch, qtbot: QtBot, pages: list[str]
) -> None:
    for page in pages:
        full.pages.open(page)
        for _ in range(3):  # what a page asks for itself may come in between two pictures
            switch(Qt.ColorScheme.Light)
            light = picture(full, qtbot)
            switch(Qt.ColorScheme.Dark)
            dark = picture(full, qtbot)
            switch(Qt.ColorScheme.Light)
            changed = (light != picture(full, qtbot)).any(axis=2).mean()
            if changed < 1e-4:
                break
        assert changed < 1e-4, page  # an axis may lay a digit a little aside
        differs = (light != dark).any(axis=2).mean()
        assert differs > 0.93, page  # all but pictures, which stay as they are
        assert (dark.mean(axis=2) < light.mean(axis=2) - 30).mean() > 0.8, page


def test_what_was_hidden_follows_when_it_is_shown(
    full: MainWindow, switch: Switch, qtbot: QtBot
) -> None:
    switch(Qt.ColorScheme.Light)
    for page in PAGES:  # made in light colours
        full.pages.open(page)
        qtbot.waitUntil(lambda: is_settled(full))  # hidden it would wait
    switch(Qt.ColorScheme.Dark)
    full.pages.open("data")  # at once, before what is hidden had its turn
    early = picture(full, qtbot)
    qtbot.waitUntil(lambda: full.theme.is_done)
    np.testing.assert_array_equal(picture(full, qtbot), early)
    full.pages.open("training")
    late = picture(full, qtbot)
    switch(Qt.ColorScheme.Light)
    switch(Qt.ColorScheme.Dark)  # in sight all the time
    assert (picture(full, qtbot) != late).any(axis=2).mean() < 1e-4
