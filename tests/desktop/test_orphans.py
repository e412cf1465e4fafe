"""No paragraph of the window ends with one short word in a line of its own."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.i18n import translations
from desktop.lessons.page import LearnPage
from desktop.main_window import MainWindow
from desktop.selftest import drag, seven
from desktop.shell.preferences import Preferences

SHORT = 8  # characters: such a last line is an orphan, below one more than twice as long
PARAGRAPH = 18  # characters: what is shorter is the heading of a narrow column
SIZES = ((1093, 614), (1366, 768), (1920, 1080))


@pytest.fixture(params=["de", pytest.param("en", marks=pytest.mark.long)])
def spoken(
    request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    """Return the window in one language."""
    Preferences().language = request.param
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    yield window
    translations.install(qapp, "en")


def lines_of(label: QLabel) -> list[str]:
    """Return the lines in which a label that wraps shows its text."""
    found = []
    room = label.contentsRect().width() - 2 * label.margin()
    text = QLabel.text(label)
    if label.textFormat() == Qt.TextFormat.RichText:  # a lesson's sentence with code in it
        document = QTextDocument()
        document.setHtml(text)
        text = document.toRawText().replace("\u2029", "\n")  # which keeps the spaces that hold
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, label.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            found.append(paragraph[line.textStart() :][: line.textLength()].strip())
        layout.endLayout()
    return found


def orphans(window: MainWindow) -> list[str]:
    """Return the ends of the paragraphs in sight whose last line is one short word."""
    wrapping = [
        label
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.wordWrap() and len(label.text()) >= PARAGRAPH
    ]
    ends = [lines_of(label)[-2:] for label in wrapping]
    ends = [end for end in ends if len(end) > 1 and 2 * len(end[1]) < len(end[0])]
    return [" | ".join(end) for end in ends if len(end[1]) <= SHORT]


@pytest.mark.long
@pytest.mark.parametrize("sizes", [SIZES[:1], SIZES[1:]])
def test_no_paragraph_ends_with_a_short_word_alone(
    spoken: MainWindow, qtbot: QtBot, sizes: tuple[tuple[int, int], ...]
) -> None:
    found: dict[str, list[str]] = {}

    def look(where: str) -> None:
        qtbot.waitUntil(lambda: spoken.model.questions.are_answered)
        for size in sizes:
            spoken.resize(*size)
            QApplication.processEvents()
            if ends := orphans(spoken):
                found[f"{where}, {size[0]}"] = ends

    qtbot.waitUntil(lambda: spoken.sketch.answer.source is not None)
    for name in ("training", "own"):
        spoken.pages.open(name)
        look(f"{name}, empty")
    drag(spoken, spoken.sketch.canvas, seven())
    for name in spoken.pages.names:
        spoken.pages.open(name)
        look(name)
    learn = spoken.pages.open("learn")
    assert isinstance(learn, LearnPage)
    for lesson in learn.lessons:
        learn.open(lesson.numbers[0])
        qtbot.waitUntil(lambda: learn.view.experiment.is_settled)
        for card, check in zip(learn.view.checks, lesson.checks, strict=True):
            card.verdict.setText(f"Richtig. {check.why}")
        look(lesson.name)
    assert not found, "\n".join(f"{where}: {ends}" for where, ends in found.items())
