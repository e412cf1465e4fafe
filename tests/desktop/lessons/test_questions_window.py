"""A teacher's own questions in the window: each try counts once, and no answer is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.lessons.check import CheckCard
from desktop.lessons.free_question import FreeQuestion
from desktop.lessons.questions_window import QuestionsWindow
from desktop.main_window import MainWindow
from desktop.widgets.controls import IconButton
from engine.lessons.lesson_file import LessonFile, write_lesson_file
from engine.lessons.own_questions import from_text
from tests.desktop.lessons.conftest import Reader

QUESTIONS = "? Which?\n- 3\n* 0.1\n? How much?\n= 0.3\n? Why?"


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Return a teacher's file with three questions, one of each kind."""
    path = tmp_path / "bias.inkgrad"
    lessons = ("bias", "relu", "sigmoid")
    write_lesson_file(path, LessonFile("Biases", lessons=lessons, questions=from_text(QUESTIONS)))
    return path


def asked_in(window: MainWindow) -> tuple[CheckCard, CheckCard, FreeQuestion]:
    """Return the cards of the newest window of questions."""
    window.learn.files.ask_questions()
    choice, number, free = window.findChildren(QuestionsWindow)[-1].cards
    assert isinstance(choice, CheckCard)
    assert isinstance(number, CheckCard)
    assert isinstance(free, FreeQuestion)
    return choice, number, free


def test_of_an_answer_that_is_too_long_the_start_is_kept(qtbot: QtBot) -> None:
    free, kept = FreeQuestion("Question 1", "Why?", ""), list[str]()
    qtbot.addWidget(free)
    free.answered.connect(kept.append)
    for words in ("a" * 3999 + "bc", "a" * 3999 + "bd", "a" * 3999 + "e"):
        free.typed.setPlainText(words)
        free.keep()
    assert kept == ["a" * 3999 + "b", "a" * 3999 + "e"]
    assert free.told.text() == "Kept"
    free.typed.setPlainText("a" * 5000)
    assert free.told.text() == "Too long: only its first 4000 characters are kept"


def test_an_answer_that_was_deleted_does_not_come_back(window: MainWindow, lesson: Path) -> None:
    window.open_file(lesson)
    _, _, free = asked_in(window)
    free.typed.setPlainText("Nonsense")
    free.keep()
    assert kept_words(window) == "Nonsense"
    free.typed.clear()
    free.window().close()
    assert not window.learn.progress.work.answers
    _, _, free = asked_in(window)
    assert free.typed.toPlainText() == ""


def test_a_minimised_window_comes_back(window: MainWindow, lesson: Path) -> None:
    window.open_file(lesson)
    asked_in(window)
    (asked,) = window.findChildren(QuestionsWindow)
    asked.showMinimized()
    asked_in(window)
    assert window.findChildren(QuestionsWindow) == [asked]
    assert not asked.isMinimized()


def test_enter_is_one_try(window: MainWindow, lesson: Path, qtbot: QtBot) -> None:
    window.open_file(lesson)
    choice, number, _ = asked_in(window)
    qtbot.keyClicks(number.typed, "7")
    qtbot.keyClick(number.typed, Qt.Key.Key_Return)
    assert window.learn.progress.work.wrong_tries == 1
    assert choice.verdict.text() == ""
    qtbot.keyClick(number.button, Qt.Key.Key_Space)  # the same again
    assert window.learn.progress.work.wrong_tries == 1


def test_what_was_typed_outlasts_the_window(window: MainWindow, lesson: Path, qtbot: QtBot) -> None:
    window.open_file(lesson)
    _, _, free = asked_in(window)
    qtbot.keyClicks(free.typed, "By Esc")
    qtbot.keyClick(free.typed, Qt.Key.Key_Escape)
    assert kept_words(window) == "By Esc"
    _, _, free = asked_in(window)
    free.typed.setPlainText("After a second")
    qtbot.waitUntil(lambda: kept_words(window) == "After a second")


def test_what_was_typed_outlasts_the_program(window: MainWindow, lesson: Path) -> None:
    window.open_file(lesson)
    _, _, free = asked_in(window)
    free.typed.setPlainText("At the bell")
    window.close()
    assert kept_words(window) == "At the bell"


def kept_words(window: MainWindow) -> str:
    (answer,) = window.learn.progress.work.answers.values()
    return answer.text


def test_two_lessons_may_ask_the_same(
    window: MainWindow, lesson: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(lesson)
    _, _, free = asked_in(window)
    free.typed.setPlainText("All of it")
    free.window().close()
    other = tmp_path / "other.inkgrad"
    write_lesson_file(other, LessonFile("Rates", questions=from_text(QUESTIONS)))
    window.open_file(other)
    _, _, free = asked_in(window)
    assert free.typed.toPlainText() == ""
    qtbot.keyClicks(free.typed, "Nothing")
    qtbot.keyClick(free.button, Qt.Key.Key_Space)
    answers = window.learn.progress.work.answers
    assert [answer.text for answer in answers.values()] == ["All of it", "Nothing"]


def test_a_closed_lesson_is_closed(reader: Reader, window: MainWindow, lesson: Path) -> None:
    window.open_file(lesson)
    assert len(window.learn.files.questions) == 3
    reader.page.go(1)
    assert reader.page.contents.current == 35
    close = next(b for b in window.learn.banner.findChildren(IconButton))
    close.click()
    assert window.learn.files.questions == ()
    assert reader.page.contents.current == 35  # and the list is whole again
    reader.page.go(1)
    assert reader.page.contents.current == 37
