"""Every page in both languages: each control has a name, and no word is cut off."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.evaluate.confusion import ConfusionMatrix
from desktop.i18n import translations
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.selftest import drag, seven
from desktop.shell.preferences import Preferences
from desktop.widgets.one_line import OneLine
from desktop.widgets.theme import LIGHT
from engine.lessons.lesson_file import PAGES
from tests.mostly_long import mostly_long

CONTROLS = (
    *(QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QAbstractSlider, QAbstractItemView, QTabBar),
)
_ARROW_PX = 34  # what a combo box needs beside its words

# In a process of its own, as the scale can't change later: which texts don't fit, page by page.
_SCALED = """
import json
from desktop.app import create_application, create_window
from tests.desktop.test_fitting import cut_off
app = create_application()
window = create_window()
window.resize(1366, 768)
window.show()
app.processEvents()
found = {}
for name in window.pages.names:
    window.pages.open(name)
    for _ in range(20):  # one layout in another
        app.processEvents()
    found[name] = cut_off(window)
window.close()
print(json.dumps([window.devicePixelRatioF(), found]))
"""


def cut_off(window: QWidget) -> list[str]:
    """Name the visible texts that are wider or higher than their widgets."""
    return [
        f"{type(widget).__name__} {widget.objectName()} {_words(widget)!r}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and _words(widget) and not _fits(widget)
    ]


def wait_for_whole_words(window: QWidget, qtbot: QtBot) -> None:
    """Live on until all is laid out so that no word is cut off."""

    def none_is_cut() -> None:
        assert cut_off(window) == []

    qtbot.waitUntil(none_is_cut)


def _words(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QHeaderView):
        heads = [widget.model().headerData(x, Qt.Orientation.Horizontal) for x in _shown(widget)]
        return " ".join(map(str, heads))
    return widget.text() if isinstance(widget, QLabel | QPushButton) else ""


def _shown(head: QHeaderView) -> list[int]:
    is_there = head.orientation() is Qt.Orientation.Horizontal
    return [x for x in range(head.count() * is_there) if not head.isSectionHidden(x)]


def _fits(widget: QWidget) -> bool:
    if isinstance(widget, QHeaderView):
        margin_px = 2 * widget.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin)
        words = [str(widget.model().headerData(x, widget.orientation())) for x in _shown(widget)]
        widths = [widget.fontMetrics().horizontalAdvance(text) + margin_px for text in words]
        pairs = zip(_shown(widget), widths, strict=True)
        return all(widget.sectionSize(x) >= width for x, width in pairs)
    if isinstance(widget, QComboBox):
        wanted = widget.fontMetrics().horizontalAdvance(widget.currentText()) + _ARROW_PX
        return wanted <= widget.width()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 1
    return widget.sizeHint().width() <= widget.width() + 1


@pytest.fixture(params=mostly_long(["de", "en"], {0}))  # German is longer
def spoken_window(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    """Return the window in one language, at its size on a small screen."""
    Preferences().language = request.param
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    device = window.findChild(QLabel, "deviceLabel")  # told of by the worker, when it has begun
    qtbot.waitUntil(lambda: bool(device.text()))
    yield window
    translations.install(qapp, "en")


def test_no_word_is_cut_off_on_a_small_screen(spoken_window: MainWindow, qtbot: QtBot) -> None:
    for name in spoken_window.pages.names:
        spoken_window.pages.open(name)
        wait_for_whole_words(spoken_window, qtbot)
    assert spoken_window.centralWidget().widget().minimumSizeHint().width() <= 1280


def test_every_page_is_as_wide_as_a_narrow_window(spoken_window: MainWindow, qtbot: QtBot) -> None:
    spoken_window.resize(1093, 614)
    area = spoken_window.centralWidget()
    assert isinstance(area, QScrollArea)
    beyond = {}
    for name in spoken_window.pages.names:
        spoken_window.pages.open(name)
        qtbot.waitUntil(lambda: spoken_window.model.questions.are_answered)
        QApplication.processEvents()
        beyond[name] = area.horizontalScrollBar().maximum()
    assert not any(beyond.values()), beyond


def test_every_control_has_a_name_and_can_be_reached(window: MainWindow) -> None:
    nameless, unreachable = [], []
    for name in window.pages.names:
        window.pages.open(name)
        QApplication.processEvents()
        for widget in _controls(window):
            where = f"{name}: {type(widget).__name__} {widget.objectName()}"
            if not (widget.accessibleName() or widget.toolTip() or _words(widget)):
                nameless.append(where)
            if isinstance(widget, QAbstractButton) and not _reachable(widget):
                unreachable.append(where)
    assert not nameless
    assert not unreachable


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_")  # the parts of Qt's own widgets
        if isinstance(widget, CONTROLS) and widget.isVisible() and not inner:
            yield widget


def _reachable(widget: QWidget) -> bool:
    """Tell whether Tab stops there, as it must at whatever a mouse can press."""
    inside = isinstance(widget.parentWidget(), QTabBar | QAbstractItemView)
    return inside or bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_tab_goes_through_the_window_and_shows_where_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start = window.sketch.canvas
    start.setFocus(Qt.FocusReason.TabFocusReason)
    before, visited = window.grab().toImage(), []
    while not visited or QApplication.focusWidget() is not start:
        assert window.focusNextPrevChild(True)
        focused = QApplication.focusWidget()
        visited.append(focused.objectName())
        shown = window.grab().toImage()
        assert shown != before, f"{focused.objectName()} doesn't show that it has the focus"
        before = shown
        assert len(visited) < 100
    page = ["presetCombo", "datasetCombo", "modelCombo", "learningRate", "epochs", "trainButton"]
    order = ["modelView", "pageTabs", *page, "lossPlot", "brushButton", "canvas"]
    assert [name for name in visited if name in order] == order
    assert {"brushButton", "pageTabs", "modelView"} <= set(visited)


def test_a_page_too_large_for_the_screen_can_be_scrolled(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(980, 560)
    area = window.centralWidget()
    bar = area.horizontalScrollBar()
    qtbot.waitUntil(lambda: window.width() == 980 and bar.maximum() > 0)
    button = window.findChild(QPushButton, "trainButton")
    button.setFocus()
    area.ensureWidgetVisible(button)
    corner = button.mapTo(area.viewport(), button.rect().bottomRight())
    assert area.viewport().rect().contains(corner)


def test_the_training_page_fits_a_small_screen_magnified(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1093, 614)  # 1366x768 at 125 %
    area = window.centralWidget()
    qtbot.waitUntil(lambda: window.width() == 1093)
    assert area.horizontalScrollBar().maximum() == 0
    assert area.verticalScrollBar().maximum() == 0
    figures = window.training.curves.figures
    qtbot.waitUntil(lambda: not figures.batch.isVisible())
    QApplication.processEvents()
    shown = [label for label in figures.findChildren(QLabel) if label.isVisible()]
    assert {figures.accuracy, figures.loss, figures.time} <= {*shown}
    assert all(label.width() >= label.sizeHint().width() for label in shown)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: figures.batch.isVisible() and figures.rate.isVisible())


def test_every_page_fits_a_small_screen_magnified(spoken_window: MainWindow, qtbot: QtBot) -> None:
    window, area = spoken_window, spoken_window.centralWidget()
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    window.resize(1093, 614)
    drag(window, window.sketch.canvas, seven())
    own = window.pages.open("own")
    qtbot.waitUntil(lambda: own.library.known and window.sketch.reader.image is not None)
    own.library.keep(window.sketch.reader.image, "7")  # or My drawings has no table
    for page in PAGES:
        window.pages.open(page)
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        if page == "evaluate":  # with all that a chosen cell adds
            window.findChild(ConfusionMatrix).chosen.emit(3, 7)
            window.playback.show()  # as where a run is looked back on
        QApplication.processEvents()
        assert window.width() == 1093, page
        assert area.horizontalScrollBar().maximum() == 0, page
        assert area.verticalScrollBar().maximum() == 0, page
        wait_for_whole_words(window, qtbot)
        window.playback.hide()
    sample = window.findChild(OneLine, "mapSample")
    assert sample.text()
    assert sample.shown() == sample.text()


def test_a_run_that_can_go_on_and_a_message_have_room(
    spoken_window: MainWindow, qtbot: QtBot
) -> None:
    window, area = spoken_window, spoken_window.centralWidget()
    window.resize(1093, 614)
    window.model.settings.change({"epochs": 1000})
    window.model.train()
    qtbot.waitUntil(lambda: window.model.runs.under_way is not None)
    qtbot.waitUntil(lambda: window.model.runs.under_way.batches_done > 0)
    window.model.trainer.stop()
    qtbot.waitUntil(lambda: window.model.trainer.is_free)
    assert window.training.runs.continue_button.isVisible()
    QApplication.processEvents()
    assert area.horizontalScrollBar().maximum() == 0
    sentence = "After 2 batches the loss exploded: a learning rate of 1000 is too high, and so on."
    window.banner.offer(f"{sentence} Try 0.1, or something else.", "Train again at 0.1")
    QApplication.processEvents()
    assert window.banner.message.height() > 1.5 * window.banner.fontMetrics().height()
    assert area.verticalScrollBar().maximum() == 0


def test_two_runs_can_be_read_below_a_message(
    window: MainWindow, train: Callable[..., Run], qtbot: QtBot
) -> None:
    window.resize(1093, 614)
    for batch_size in (32, 16, 8):
        train(batch_size=batch_size)
    table, role = window.training.runs.table, Qt.ItemDataRole.CheckStateRole
    for row in range(3):
        table.setData(table.index(row, 0), Qt.CheckState.Checked, role)
    window.banner.offer("After 2 batches the loss exploded. " * 4, "Train again at 0.1")
    view, area = window.training.runs.view, window.centralWidget()
    qtbot.waitUntil(lambda: window.training.runs.differences.isVisible())
    QApplication.processEvents()
    second = view.visualRect(view.model().index(1, 0))
    assert view.viewport().rect().contains(second)
    assert view.viewport().height() % second.height() == 0  # and no third one is cut
    assert area.verticalScrollBar().maximum() == 0


@pytest.mark.long
@pytest.mark.parametrize("spoken_window", ["de", "en"], indirect=True)
def test_every_lesson_fits_a_small_screen_magnified(
    spoken_window: MainWindow, qtbot: QtBot
) -> None:
    window = spoken_window
    window.resize(1093, 614)
    window.pages.open("learn")
    page = window.findChild(LearnPage)
    wide = {}
    for lesson in page.lessons:
        page.open(lesson.numbers[0])
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        QApplication.processEvents()
        wide[lesson.name] = page.reading.horizontalScrollBar().maximum()
    assert not any(wide.values()), wide


def test_the_corner_between_two_scroll_bars_is_empty(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 400)
    area = window.centralWidget()
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    qtbot.waitUntil(lambda: across.isVisible() and down.isVisible())
    corner = QRect(down.mapTo(window, down.rect().bottomLeft()), QSize(down.width(), 0))
    corner.setBottom(across.mapTo(window, across.rect().bottomLeft()).y())
    image = window.grab(corner.adjusted(0, 1, 0, 0)).toImage()
    pixels = product(range(image.width()), range(image.height()))
    assert {image.pixelColor(*pixel).name().upper() for pixel in pixels} == {LIGHT.window}


def test_a_message_makes_the_window_no_higher(window: MainWindow) -> None:
    content = window.centralWidget().widget()
    before = content.height()
    window.banner.tell("Something went wrong. " * 12)
    QApplication.processEvents()
    assert content.height() == before
    assert window.banner.message.height() > 2 * window.banner.fontMetrics().height()


@pytest.mark.long
@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_no_word_is_cut_off_on_dense_screens(scale: float, tmp_path: os.PathLike[str]) -> None:
    environment = {
        **os.environ,
        "QT_SCALE_FACTOR": str(scale),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", _SCALED],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    ratio, found = json.loads(done.stdout)
    assert ratio == scale
    assert not any(found.values()), found
