"""A reader at the page "Learn" of the real window, with keyboard and mouse."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from pytestqt.qtbot import QtBot

from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.sketch.content import Content, Picture
from engine.lessons.figures import Figure, Outcome


@dataclass
class Reader:
    """Opens questions, sets controls, and reads what the page shows when it has settled."""

    window: MainWindow
    qtbot: QtBot

    @property
    def page(self) -> LearnPage:
        page = self.window.findChild(LearnPage)
        assert page is not None
        return page

    def open_question(self, number: int) -> LearnPage:
        """Go to the lessons (F1) and click a question in the list; its experiment has settled."""
        self.qtbot.keyClick(self.window, Qt.Key.Key_F1)
        contents = self.page.contents
        self.qtbot.waitUntil(contents.hasFocus)
        (item,) = contents.findItems(f"{number} ", Qt.MatchFlag.MatchStartsWith)
        contents.scrollToItem(item)
        place = contents.visualItemRect(item).center()
        self.qtbot.mouseClick(contents.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert contents.current == number
        self.figures_after(lambda: None)
        return self.page

    def figures_after(self, change: Callable[[], object]) -> tuple[Figure, ...]:
        """Do something, and return what the experiment shows once it has settled."""
        change()
        card = self.page.view.experiment
        self.qtbot.waitUntil(lambda: card.is_settled)
        QCoreApplication.sendPostedEvents()  # a layout shows by a posted call what it was given
        return self.page.figures

    def set(self, name: str, value: Any) -> tuple[Figure, ...]:
        """Set a control, and return what the experiment shows then."""
        form = self.page.view.experiment.form
        assert form is not None
        return self.figures_after(lambda: form.fields[name].setValue(value))

    def type(self, name: str, text: str) -> tuple[Figure, ...]:
        """Type into an entry and press Enter."""
        form = self.page.view.experiment.form
        assert form is not None
        entry = form.fields[name]
        entry.selectAll()  # type: ignore[union-attr]
        self.qtbot.keyClicks(entry, text)
        return self.figures_after(lambda: self.qtbot.keyClick(entry, Qt.Key.Key_Return))

    def draw(self, image: np.ndarray) -> tuple[Figure, ...]:
        """Put an image uint8 (28, 28) on the pad."""
        document = self.window.sketch.document
        return self.figures_after(lambda: document.put(Content(picture=Picture(image))))

    def train(self) -> tuple[Figure, ...]:
        """Press the lesson's Run by the keyboard, and return what came out of its trainings."""
        self.qtbot.waitUntil(lambda: self.page.view.experiment.runs is not None)
        runs = self.page.view.experiment.runs
        assert runs is not None
        runs.run_button.setFocus()
        self.qtbot.keyClick(runs.run_button, Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: runs.is_settled)
        QCoreApplication.sendPostedEvents()
        return runs.board.figures

    def check(self, answer: int | str, place: int = 0) -> str:
        """Answer one of the checks, and return what the program says to it."""
        card = self.page.view.checks[place]
        if isinstance(answer, int):
            card.choices[answer].setFocus()
            self.qtbot.keyClick(card.choices[answer], Qt.Key.Key_Space)
        else:
            self.qtbot.keyClicks(card.typed, answer)
        self.qtbot.keyClick(card.button, Qt.Key.Key_Space)
        return card.verdict.text()

    @property
    def trouble(self) -> str:
        """The sentence that tells of bad input; empty while all is well."""
        trouble = self.page.view.experiment.trouble
        return trouble.text() if trouble.isVisible() else ""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome that is shown."""
        return tuple(figure for figure in self.page.figures if isinstance(figure, Outcome))


@pytest.fixture
def reader(window: MainWindow, qtbot: QtBot) -> Reader:
    """Return a reader in a window whose model is there."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    return Reader(window, qtbot)
