"""Numbers as the window's language writes them."""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QAbstractListModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QStatusBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.i18n import numbers, translations
from desktop.i18n.numbers import fill
from desktop.i18n.wording import listed
from desktop.lessons.figures.code import CodeLines, CodeView
from desktop.lessons.figures.plot import PlotView
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.runs.report import report_html
from desktop.shell.preferences import Preferences
from desktop.worker.run_state import State
from engine.lessons.catalogue import load_lessons
from engine.lessons.figures import Curve, Plot
from engine.version import program_version

_ENGLISH = re.compile(  # 0.5 and 97.40, but not 12.396; and the counts of images
    r"(?<![\d.])\d+\.(\d{1,2}|\d{4,})(?![\d.])|\b0\.\d|\b12,396\b|\b2,038\b"
)
_CODE = re.compile(r"\w+\([^()]*=[^()]*\)|\(tensor - 0\.5\)")  # in a lesson's words


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Speak German for a while."""
    translations.install(qapp, "de")
    yield
    translations.install(qapp, "en")


@pytest.mark.parametrize(
    ("english", "spoken", "write"),
    [
        ("12,396", "12.396", lambda: numbers.whole(12396)),
        ("97.40", "97,40", lambda: numbers.decimal(97.4, 2)),
        ("0.0001", "0,0001", lambda: numbers.significant(1e-4, 6)),
        ("0.000124", "0,000124", lambda: numbers.rate(1.2389e-4)),
        ("1e-7", "1e-7", lambda: numbers.rate(1e-7)),  # it is small, and not nothing
        ("0.000012", "0,000012", lambda: numbers.significant(1.23e-5, 2)),
        ("97.4 %", "97,4 %", lambda: numbers.percent(np.float32(0.974), 1)),
        (
            "3 of 1,000: 0.50",
            "3 of 1.000: 0,50",
            lambda: fill("{0} of {1:,}: {2:.2f}", 3, 1000, 0.5),
        ),
        (
            "a.b, 0.5, True",
            "a.b, 0,5, True",
            lambda: fill("{0}, {1}, {2}", "a.b", 0.5, True),
        ),
    ],
)
def test_a_number_is_written_as_the_language_does(
    qapp: QApplication, english: str, spoken: str, write: Callable[[], str]
) -> None:
    translations.install(qapp, "en")
    assert write() == english
    translations.install(qapp, "de")
    found = write()
    translations.install(qapp, "en")
    assert found == spoken


@pytest.mark.usefixtures("german")
def test_the_axes_of_a_lesson_are_german(qtbot: QtBot) -> None:
    view = PlotView()
    qtbot.addWidget(view)
    x = np.linspace(0, 1.5, 4)
    view.show_figure(Plot((Curve("loss", x, 10**-x),), "epoch", "loss", log_y=True))
    texts = [*_own_texts(view.plot)]
    assert {"0,2", "0,5"} <= {*texts}
    assert not [text for text in texts if "." in text]


@pytest.fixture
def german_window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Return the main window, shown, in German."""
    Preferences().language = "de"
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    translations.install(qapp, "en")


def test_nothing_in_the_german_window_has_an_english_number(
    german_window: MainWindow, qtbot: QtBot
) -> None:
    _train_and_look(german_window, qtbot)


@pytest.mark.long
def test_nothing_in_the_german_lessons_has_an_english_number(
    german_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: german_window.model.source is not None)
    page = german_window.pages.open("learn")
    assert isinstance(page, LearnPage)
    found: dict[str, str] = {}
    for lesson in load_lessons("de"):
        page.open(lesson.numbers[0])
        card = page.view.experiment
        qtbot.waitUntil(lambda card=card: card.is_settled)
        QApplication.processEvents()
        texts = {_CODE.sub("", text) for text in _texts(page.view)}
        found |= {text: lesson.name for text in texts if _ENGLISH.search(text)}
    assert not [*found.items()]


def _train_and_look(window: MainWindow, qtbot: QtBot) -> None:
    model = window.model
    qtbot.waitUntil(lambda: model.source is not None)
    model.settings.change({"epochs": 2, "model": "linear"})
    canvas = window.sketch.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    QTest.mouseMove(canvas, QPoint(160, 90))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(120, 170))
    model.train()
    qtbot.waitUntil(lambda: bool(model.runs.runs))
    qtbot.waitUntil(lambda: model.trainer.state is State.IDLE)
    found: dict[str, str] = {}
    for page in window.pages.names:
        window.pages.open(page)
        qtbot.waitUntil(lambda: model.questions.are_answered)
        QApplication.processEvents()
        found |= {text: page for text in _texts(window) if _ENGLISH.search(text)}
    run = model.runs.runs[0]
    html = report_html(run, ("3", "7"), np.array([[1010, 2], [3, 1023]]))
    page = html.partition("<body>")[2].replace(program_version(), "")
    found |= {text: "report" for text in re.findall(r">([^<]+)<", page) if _ENGLISH.search(text)}
    assert not found


def _texts(window: QWidget) -> Iterator[str]:
    """Give all that is to be read in a window, the ticks of the axes among it."""
    for widget in window.findChildren(QWidget):
        if any(isinstance(parent, CodeLines | CodeView) for parent in _with_parents(widget)):
            continue  # Python
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from _own_texts(widget)
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QAbstractSpinBox):
        yield widget.text()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QStatusBar):
        yield widget.currentMessage()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model():
        yield from _cells(widget)
    elif isinstance(widget, pg.PlotWidget):
        for side in ("left", "bottom"):
            axis = widget.getAxis(side)
            low, high = axis.range
            for spacing, values in axis.tickValues(low, high, 400):
                yield from axis.tickStrings(list(values), axis.autoSIPrefixScale, spacing)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), 200)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def _with_parents(widget: QWidget) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def test_names_are_listed_as_people_do() -> None:
    assert listed(["3"]) == "3"
    assert listed(["3", "7"]) == "3 and 7"
    assert listed(["3", "7", "A"]) == "3, 7 and A"
    assert listed([str(n) for n in range(12)], most=3) == "0, 1, 2, …"
