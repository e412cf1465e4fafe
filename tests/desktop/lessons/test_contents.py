"""The list of questions: what can't be read whole ends in dots, at any width."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop.app_model import AppModel
from desktop.lessons.contents import Contents
from desktop.lessons.page import LearnPage
from desktop.lessons.progress import Progress
from desktop.lessons.question_rows import NUMBER
from desktop.lessons.writing.lesson_sequence import LessonSequence
from desktop.sketch.document import SketchDocument
from desktop.sketch.reader import SketchReader
from desktop.widgets.wrapping import wrapped
from engine.lessons.catalogue import load_lessons


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(qapp.font())


def letters(words: str) -> str:
    """Return the words without spaces and hyphens, which a broken word may get."""
    return words.replace(" ", "").replace("-", "")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("characters", [6, 9, 13, 20, 40])
def test_no_line_is_wider_than_the_list(
    metrics: QFontMetrics, language: str, characters: int
) -> None:
    width = metrics.averageCharWidth() * characters
    for lesson in load_lessons(language):
        for question in lesson.questions:
            lines = wrapped(question.ask, metrics, width)
            assert 1 <= len(lines) <= 10
            assert all(metrics.horizontalAdvance(line) <= width + 3 for line in lines)  # Qt's dots
            shown = letters("".join(lines))
            assert shown == letters(question.ask) or "…" in shown


@pytest.mark.parametrize("language", ["en", "de"])
def test_only_the_last_line_ends_in_dots(metrics: QFontMetrics, language: str) -> None:
    for lesson in load_lessons(language):
        for question in lesson.questions:
            for width in range(80, 130):
                lines = wrapped(question.ask, metrics, width)
                words = [line for line in lines[:-1] if " " in line]
                assert not any("…" in line for line in words), (question.ask, width)


def test_the_chosen_question_stays_chosen_where_it_is_listed_anew(qtbot: QtBot) -> None:
    lessons = load_lessons("en")
    contents = Contents(lessons)
    qtbot.addWidget(contents)
    contents.choose(18)
    contents.list_lessons(lessons)
    assert contents.current == 18
    contents.list_lessons(lessons[:1])
    assert contents.current == 0
    assert contents.numbers == list(lessons[0].numbers)


def test_of_the_listed_questions_those_are_counted_that_are_done(
    qtbot: QtBot, tmp_path: Path
) -> None:
    lessons, model = load_lessons("en"), AppModel()
    progress = Progress(tmp_path / "progress.json")
    page = LearnPage(lessons, progress, model, SketchReader(SketchDocument(model), model))
    qtbot.addWidget(page)
    progress.mark(lessons[0].numbers[0])
    assert page.told.text() == "1 of 38 done"
    page.contents.list_lessons(lessons[1:2])
    progress.mark(lessons[1].numbers[0])
    assert page.told.text() == f"1 of {len(lessons[1].numbers)} done"
    assert page.bar.value() == 1


def test_lessons_come_in_the_order_in_which_they_are_ticked(qtbot: QtBot) -> None:
    sequence = LessonSequence(load_lessons("en"))
    qtbot.addWidget(sequence)
    listed = [sequence.list.item(row).text() for row in range(sequence.list.count())]
    names = [lesson.name for lesson in load_lessons("en")]
    for place in (2, 0):
        sequence.tick(names[place])
    assert sequence.chosen() == (names[2], names[0])
    now = [sequence.list.item(row).text() for row in range(sequence.list.count())]
    assert now == [listed[2], listed[0], listed[1], *listed[3:]]
    sequence.up.click()
    assert sequence.chosen() == (names[0], names[2])


def chosen_is_whole(contents: Contents) -> bool:
    chosen = contents.visualItemRect(contents.currentItem())
    return contents.viewport().rect().contains(chosen)


def rows_are_as_high_as_said(contents: Contents) -> bool:
    """Tell whether each row has the height that its lines take in the list's width."""
    option, delegate = QStyleOptionViewItem(), contents.itemDelegate()
    rows = [contents.indexFromItem(contents.item(row)) for row in range(contents.count())]
    tops = [contents.visualRect(row).top() for row in rows]
    ends = [*tops[1:], tops[0] + contents.contentsSize().height()]
    return all(
        end - top == delegate.sizeHint(option, row).height()
        for row, top, end in zip(rows, tops, ends, strict=True)
    )


def test_the_chosen_question_stays_in_sight_in_any_size(qtbot: QtBot) -> None:
    contents = Contents(load_lessons("en"))
    qtbot.addWidget(contents)
    contents.resize(340, 900)
    contents.show()
    contents.choose(18)
    for size in ((160, 400), (340, 900), (160, 300)):
        contents.resize(*size)
        qtbot.waitUntil(lambda: chosen_is_whole(contents) and rows_are_as_high_as_said(contents))


def test_a_lesson_s_title_is_in_sight_with_its_question(qtbot: QtBot) -> None:
    """A question in the topmost row says nothing of the lesson that it belongs to."""
    contents = Contents(load_lessons("en"))
    qtbot.addWidget(contents)
    contents.resize(200, 400)
    contents.show()
    contents.choose(30)
    contents.choose(13)
    title = contents.item(contents.row(contents.currentItem()) - 1)
    assert not title.flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.waitUntil(lambda: chosen_is_whole(contents))
    assert contents.viewport().rect().contains(contents.visualItemRect(title))


def is_empty(contents: Contents, top: int) -> bool:
    """Tell whether nothing is to be seen from a height on to the list's foot."""
    shown = contents.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    lines = np.array(shown.constBits()).reshape(shown.height(), shown.width(), 4)
    rest = lines[round(top * shown.devicePixelRatio()) :]
    return rest.size == 0 or not np.ptp(rest)


@pytest.mark.parametrize(
    ("language", "size"), [("de", (163, 431)), ("en", (240, 547)), ("de", (340, 911))]
)
def test_no_row_is_cut_at_the_top_or_foot(
    qtbot: QtBot, language: str, size: tuple[int, int]
) -> None:
    """Nor does a lesson's title stand at the foot without a question."""
    contents = Contents(load_lessons(language))
    qtbot.addWidget(contents)
    contents.resize(*size)
    contents.show()
    qtbot.waitUntil(lambda: rows_are_as_high_as_said(contents))
    rows, foot, places = [*map(contents.item, range(contents.count()))], size[1] - 1, set()
    for number in contents.numbers:
        contents.choose(number)
        assert chosen_is_whole(contents)
        if contents.verticalScrollBar().value() in places:
            continue
        places.add(contents.verticalScrollBar().value())
        boxes = {row.data(0): contents.visualItemRect(row) for row in rows}
        assert contents.visualItemRect(contents.itemAt(9, 0)).top() == 0
        shown = [row for row in rows if 0 <= boxes[row.data(0)].bottom() <= foot]
        if not shown[-1].data(NUMBER) and shown[-1] is not rows[-1]:
            shown.pop()
        end = boxes[shown[-1].data(0)].bottom() + 1
        assert is_empty(contents, end), number
        assert contents.itemAt(9, end) is None
    assert len(places) > 2


def test_a_lesson_s_title_is_whole_in_a_narrow_list(qtbot: QtBot) -> None:
    contents = Contents(load_lessons("de"))
    qtbot.addWidget(contents)
    contents.resize(165, 500)
    contents.show()
    qtbot.waitUntil(lambda: contents.viewport().width() <= 165)
    titles = [contents.item(row) for row in range(contents.count())]
    titles = [item for item in titles if not item.flags() & Qt.ItemFlag.ItemIsEnabled]
    heights = {item.text(): contents.visualItemRect(item).height() for item in titles}
    assert heights["Tausende Zahlen auf einmal"] > heights["Bias"]


def test_a_question_that_fits_is_whole(metrics: QFontMetrics) -> None:
    assert wrapped("What is ReLU?", metrics, 1000) == ["What is ReLU?"]
    two = wrapped("What is a tensor of rank three?", metrics, metrics.horizontalAdvance("x" * 18))
    assert len(two) == 2
    assert " ".join(two) == "What is a tensor of rank three?"


def test_a_long_word_is_cut_where_it_ends(metrics: QFontMetrics) -> None:
    lines = wrapped(
        "How is MNIST_SAMPLE_WITH_MORE laid out in folders", metrics, metrics.averageCharWidth() * 9
    )
    assert any(line.endswith("…") for line in lines)


def test_no_question_ends_with_a_short_word_alone(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance("numbers at once, much faster than a Py")
    ask = "How do you calculate with thousands of numbers at once, much faster than a Python loop?"
    lines = wrapped(ask, metrics, width)
    assert " ".join(lines) == ask
    assert len(lines[-1]) >= 10


@pytest.mark.parametrize("language", ["en", "de"])
def test_only_a_word_that_is_wider_than_the_list_is_cut(
    metrics: QFontMetrics, language: str
) -> None:
    width = metrics.horizontalAdvance("MNIST_SAMPLE")
    for ask in (q.ask for lesson in load_lessons(language) for q in lesson.questions):
        cut = [line for line in wrapped(ask, metrics, width) if "…" in line]
        assert all(" " not in line for line in cut), cut


def test_lines_are_about_as_long_as_each_other(metrics: QFontMetrics) -> None:
    ask = "What are bias parameters, and what are they for?"
    width = metrics.horizontalAdvance("What are bias parameters, and what are")
    lines = wrapped(ask, metrics, width)
    assert lines == ["What are bias parameters,", "and what are they for?"]
    width = metrics.horizontalAdvance("selbst Gradienten ber")
    lines = wrapped("Müssen Sie selbst Gradienten berechnen können?", metrics, width)
    assert lines == ["Müssen Sie", "selbst Gradienten", "berechnen können?"]
    width = metrics.horizontalAdvance("Validierungsbildern, und")
    lines = wrapped("auf den Trainings- oder den Validierungsbildern, und warum?", metrics, width)
    assert lines[-1] == "und warum?"


def test_a_number_and_a_short_end_stay_with_the_word_before(metrics: QFontMetrics) -> None:
    """A whole end that is held together would leave the word before it alone in a narrow list."""
    width = metrics.horizontalAdvance("eine 3 von einer 7")
    lines = wrapped("eine 3 von einer 7 unterscheiden?", metrics, width - 3)
    assert lines == ["eine 3 von", "einer 7", "unterscheiden?"]
    width = metrics.horizontalAdvance("Was ist ein Tensor")
    lines = wrapped("Was ist ein Tensor vom Rang 3?", metrics, width - 3)
    assert lines == ["Was ist ein", "Tensor vom", "Rang 3?"]
    width = metrics.horizontalAdvance("Form eines")
    assert wrapped("Form eines Tensors?", metrics, width) == ["Form eines", "Tensors?"]


def test_a_word_that_is_too_wide_breaks_after_its_hyphen(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance("Python-Schl")
    lines = wrapped("mit einer Python-Schleife?", metrics, width)
    assert lines == ["mit einer", "Python-", "Schleife?"]


def test_a_german_compound_is_broken_at_its_joint_before_it_is_cut(metrics: QFontMetrics) -> None:
    width = metrics.horizontalAdvance("grundlegenden") + metrics.averageCharWidth() * 3
    for ask, parts in (
        ("Was ist eine Aktivierungsfunktion?", ("Aktivierungs-", "funktion?")),
        ("Was sagt der Approximationssatz?", ("Approximations-", "satz?")),
    ):
        assert wrapped(ask, metrics, width)[-2:] == list(parts)
    assert "Aktivierungsfunktion?" in wrapped("Was ist eine Aktivierungsfunktion?", metrics, 900)[0]
