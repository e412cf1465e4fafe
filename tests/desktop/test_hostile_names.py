"""Names that look like HTML or like formulas, in the whole window: they are shown as they are."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.report import report_html
from desktop.worker.run_state import State
from engine.lessons.lesson_file import LessonFile, write_lesson_file

IMAGE, BOLD = "<img src=x.png>", "<b>b<b>"
NAMES = (IMAGE, BOLD)
MARKS = ("<img", "<b>", "<i>")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a dataset whose folder and classes have hostile names."""
    folder = tmp_path / "<i>=set"
    rng = np.random.default_rng(0)
    for side, images in (("train", 20), ("valid", 6)):
        for place, name in enumerate(NAMES):
            (folder / side / name).mkdir(parents=True)
            for number in range(images):
                pixels = rng.integers(0, 256, (28, 28), np.uint8)
                pixels[:, place * 14 : place * 14 + 14] = 0
                Image.fromarray(pixels).save(folder / side / name / f"{number}.png")
    return folder


def tips(widget: QWidget) -> Iterator[str]:
    """Give all tooltips of a widget, those of its items too."""
    yield widget.toolTip()
    if isinstance(widget, QMenu) and widget.toolTipsVisible():
        yield from (action.toolTip() for action in widget.actions())
    if isinstance(widget, QTabBar):
        yield from (widget.tabToolTip(index) for index in range(widget.count()))
    if isinstance(widget, QAbstractItemView | QComboBox):
        model = widget.model()
        if isinstance(model, QAbstractItemModel):
            yield from item_tips(model, QModelIndex())


def item_tips(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), 50)):
        is_list = isinstance(model, QAbstractListModel)  # whose columns are its own business
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            if column == 0 and model.rowCount(index):
                yield from item_tips(model, index)


def shown_text(text: str) -> str:
    """Return what Qt makes of a text whose format it may choose."""
    if not GuiQt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def is_read_as_html(text: str) -> bool:
    """Tell whether Qt would take a name in a text for HTML: then less is shown than it holds."""
    shown = shown_text(text)
    return any(mark in text and mark not in shown for mark in MARKS)


def check(window: MainWindow, seen: set[str]) -> None:
    """Look at every label and tooltip; note where hostile names were shown."""
    for widget in window.findChildren(QWidget):
        for tip in tips(widget):
            assert not is_read_as_html(tip), (widget, tip)
            seen |= {"tip" for mark in MARKS if mark in shown_text(tip)}
        if isinstance(widget, QLabel):
            has_format = widget.textFormat() is Qt.TextFormat.PlainText
            assert has_format or not any(mark in widget.text() for mark in MARKS[:1]), widget.text()
            seen |= {"label" for mark in MARKS if mark in widget.text()}


def test_hostile_names_are_shown_as_they_are(
    window: MainWindow,
    folder: Path,
    qtbot: QtBot,
    press: Callable[[str], None],
    wait_for_state: Callable[[State], None],
) -> None:
    seen: set[str] = set()
    window.model.datasets.choose(folder)
    window.training.panel.settings.epochs.setValue(1)
    press("trainButton")
    wait_for_state(State.IDLE)
    (run,) = window.model.runs.runs
    run.own_name = IMAGE
    window.recent.add(folder)
    window.banner.tell(f"{IMAGE} is not read")
    for name in window.pages.names:
        window.pages.open(name)
        qtbot.waitUntil(lambda: window.model.questions.are_answered)
        check(window, seen)
    assert seen == {"label", "tip"}
    assert window.model.source
    assert window.model.source.classes == tuple(sorted(NAMES))
    page = report_html(run, NAMES, np.eye(2, dtype=np.int64))
    assert not any(mark in page for mark in MARKS)
    assert "&lt;img src=x.png&gt;" in page


def test_a_lesson_of_html_is_shown_as_text(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "lesson.inkgrad"
    write_lesson_file(path, LessonFile(f"{BOLD} title", f"Hello {IMAGE} <a href='file:///x'>x</a>"))
    window.open_file(path)
    qtbot.waitUntil(window.learn.banner.isVisible)
    seen: set[str] = set()
    check(window, seen)
    assert seen == {"label"}
    assert IMAGE in window.learn.banner.text.toPlainText()  # as typed, where it reads Markdown
