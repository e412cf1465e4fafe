"""No frame shows what isn't laid out yet: a card that is lower than what it holds, a cut digit."""

from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.i18n import translations
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.selftest import seven, three
from desktop.shell.preferences import Preferences
from desktop.widgets.controls import Card

LARGE_LABELS = ("predictionLabel", "accuracyLabel")
Drag = Callable[[QWidget, np.ndarray], None]


class FrameLog(QObject):
    """Looks at every widget as it is painted. `cut` are those that had too little room."""

    def __init__(self) -> None:
        super().__init__()
        self.where = ""
        self.painted: Counter[str] = Counter()
        self.cut: Counter[tuple[str, str, int, int]] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, Card | QLabel):
            self._look_at(watched)
        return False

    def _look_at(self, widget: Card | QLabel) -> None:
        if isinstance(widget, QLabel) and widget.objectName() not in LARGE_LABELS:
            return
        self.painted[self.where] += 1
        name = f"{type(widget).__name__} {widget.objectName()}"
        for has, needs in zip(_size(widget), _needed(widget), strict=True):
            if has < needs - 1:
                self.cut[self.where, name, has, needs] += 1


def _size(widget: QWidget) -> tuple[int, int]:
    return widget.width(), widget.height()


def _needed(widget: Card | QLabel) -> tuple[int, int]:
    layout = widget.layout()
    if isinstance(widget, QLabel):
        return widget.sizeHint().width(), widget.sizeHint().height()
    if layout is None:
        return 0, 0
    if layout.hasHeightForWidth():
        return 0, layout.totalMinimumHeightForWidth(widget.width())
    return 0, layout.totalMinimumSize().height()


WALKS = ("de-900x500", "en-1093x614", "de-1366x768", "en-1600x900", "en-1920x1080")
pytestmark = pytest.mark.long


@pytest.fixture(params=WALKS)
def seen(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Return the window in a language and a size."""
    language, _, size = request.param.partition("-")
    Preferences().language = language
    window = create_window()
    qtbot.addWidget(window)
    window.resize(*map(int, size.split("x")))
    yield window
    translations.install(qapp, "en")


@pytest.fixture
def frames(qapp: QApplication) -> FrameLog:
    log = FrameLog()
    qapp.installEventFilter(log)
    return log


def test_no_frame_shows_a_card_that_is_lower_than_what_it_holds(
    seen: MainWindow, frames: FrameLog, drag: Drag, qtbot: QtBot, qapp: QApplication
) -> None:
    frames.where = "start"
    seen.show()
    qtbot.waitUntil(lambda: seen.sketch.answer.source is not None)
    for shape in (seven(), three(), seven()):
        drag(seen.sketch.canvas, shape)
        QApplication.processEvents()
        seen.sketch.document.clear()
        QApplication.processEvents()
    drag(seen.sketch.canvas, seven())
    for name in seen.pages.names:
        frames.where = name
        seen.pages.open(name)
        qtbot.waitUntil(lambda: seen.model.questions.are_answered)
        QApplication.processEvents()
    page = seen.pages.open("learn")
    assert isinstance(page, LearnPage)
    for number in page.contents.numbers:
        frames.where = f"question {number}"
        page.open(number)
        qtbot.waitUntil(lambda: page.view.experiment.is_settled)
        QApplication.processEvents()
    qapp.removeEventFilter(frames)  # it must not look at widgets that go
    assert frames.painted["start"] > 10
    assert len(frames.painted) >= 1 + len(seen.pages.names) + len(page.contents.numbers) / 2
    assert not frames.cut
