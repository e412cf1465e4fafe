"""From a teacher's file to thirty exports to one table, through the window."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.i18n import translations
from desktop.lessons.check import CheckCard
from desktop.lessons.class_window import ClassWindow
from desktop.lessons.free_question import FreeQuestion
from desktop.lessons.progress import Progress
from desktop.lessons.questions_window import QuestionsWindow
from desktop.main_window import MainWindow
from engine.config import TrainConfig
from engine.lessons.lesson_file import LessonFile, write_lesson_file
from engine.lessons.own_questions import from_text
from engine.lessons.school_class import SchoolClass
from engine.lessons.work import Work, read_work
from tests.desktop.lessons.conftest import Reader

QUESTIONS = """\
? Which rate was best?
- 3
* 0.1

? How much is 3/10?
= 0.3

? What surprised you?"""
BEST, MUCH, FREE = (
    "Biases: Which rate was best?",
    "Biases: How much is 3/10?",
    "Biases: What surprised you?",
)


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    """Return a teacher's file: three lessons in an order of their own, and three questions."""
    path = tmp_path / "bias.inkgrad"
    text = "# Today\n\n- *first* the bias\n- then ReLU"
    lessons = ("bias", "relu", "sigmoid")
    config = TrainConfig(model="linear", epochs=1)
    questions = from_text(QUESTIONS)
    file = LessonFile("Biases", text, config=config, lessons=lessons, questions=questions)
    write_lesson_file(path, file)
    return path


def export(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_.export_progress.trigger()
    assert path.exists()


def named(monkeypatch: pytest.MonkeyPatch, name: str) -> Callable[..., tuple[str, bool]]:
    answer = lambda *_, text="": (name, True)  # noqa: E731
    monkeypatch.setattr(QInputDialog, "getText", answer)
    return answer


def answer_in_the_window(window: MainWindow, qtbot: QtBot) -> None:
    """Be wrong once, then right, and write something down."""
    for _ in range(2):  # as impatient people do
        qtbot.mouseClick(window.learn.banner.questions, Qt.MouseButton.LeftButton)
    (asked,) = window.findChildren(QuestionsWindow)
    choice, number, free = asked.cards
    assert isinstance(choice, CheckCard)
    assert isinstance(number, CheckCard)
    assert isinstance(free, FreeQuestion)
    for place in (0, 1):
        choice.choices[place].setChecked(True)
        qtbot.keyClick(choice.button, Qt.Key.Key_Space)
    assert choice.verdict.text() == "Right."
    qtbot.keyClicks(number.typed, "0.300")
    qtbot.keyClick(number.typed, Qt.Key.Key_Return)
    assert not free.button.isEnabled()
    qtbot.keyClicks(free.typed, "=How soon it fell, really")
    qtbot.keyClick(free.button, Qt.Key.Key_Space)
    assert free.told.text() == "Kept"
    asked.close()


def do_by_hand(progress: Progress, number: int) -> None:
    """Do what a pupil does: as many wrong tries as the number says, and odd ones give up."""
    for _ in range(number % 4):
        progress.note_try(BEST, False)
    if number % 2 == 0:
        progress.note_try(BEST, True)
        progress.note_try("29", True)
        progress.mark(29)
    progress.note_answer(FREE, f"Nothing, says {number}")
    progress.note_run("Run 1: linear, mnist_sample", number / 30)


def test_from_the_teachers_file_to_the_gradebook(
    reader: Reader,
    window: MainWindow,
    lesson: Path,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    window.open_file(lesson)
    banner, page = window.learn.banner, reader.page
    assert page.contents.numbers == [29, 35, 37, 22]
    assert page.view.lesson.name == "bias"
    assert "Today" in banner.text.toPlainText()
    assert "*" not in banner.text.toPlainText()
    answer_in_the_window(window, qtbot)
    qtbot.waitUntil(lambda: bool(page.figures))
    assert reader.check("nonsense").startswith("Not quite.")
    page.view.checks[0].typed.clear()
    assert reader.check(page.view.lesson.checks[0].accept[0]).startswith("Right.")
    with qtbot.waitSignal(window.model.trainer.run_ended):
        window.model.train()
    named(monkeypatch, "Ada")
    export(window, folder / "Ada, progress.json", monkeypatch)
    ada = read_work(folder / "Ada, progress.json")
    assert ada.best is not None
    assert ada.best > 0.8
    assert ada.runs[0].run.endswith(": linear, mnist_sample")
    assert ada.answers[FREE].text == "=How soon it fell, really"

    for number in range(1, 30):
        progress = Progress(tmp_path / f"kept-{number}.json")
        progress.rename(f"Pupil {number:02}")
        do_by_hand(progress, number)
        ending = "csv" if number % 3 == 0 else "json"
        assert progress.export(folder / f"Pupil {number:02}, progress.{ending}") == ""
    (folder / "torn.json").write_bytes(b'{"done": {')

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.actions_.school_class.trigger()
    qtbot.waitUntil(lambda: window.findChild(ClassWindow) is not None)
    shown = window.findChild(ClassWindow)
    assert shown.table.rowCount() == 30
    for x in range(shown.table.columnCount()):  # "wrong" is there to its last letter
        assert shown.table.columnWidth(x) >= min(shown.table.sizeHintForColumn(x), 220)
    assert "torn.json" in shown.left_out.text()
    target = tmp_path / "class.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    qtbot.mouseClick(shown.save_button, Qt.MouseButton.LeftButton)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["name"]: row for row in csv.DictReader(file)}
    assert len(rows) == 30
    assert rows["Ada"]["29"] == "2"  # right at the second try
    assert (rows["Ada"][BEST], rows["Ada"][MUCH], rows["Ada"]["wrong tries"]) == ("2", "1", "2")
    assert rows["Ada"][FREE] == "'=How soon it fell, really"
    assert (rows["Pupil 06"][BEST], rows["Pupil 06"]["done"]) == ("3", "2")
    assert (rows["Pupil 07"][BEST], rows["Pupil 07"]["wrong tries"]) == ("wrong", "3")
    assert rows["Pupil 15"]["best accuracy"] == "50.0"
    shown.close()


def test_answers_are_there_again(
    window: MainWindow, lesson: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_file(lesson)
    answer_in_the_window(window, qtbot)
    window.learn.files.ask_questions()
    again = window.findChildren(QuestionsWindow)[-1].cards[2]
    assert isinstance(again, FreeQuestion)
    assert again.typed.toPlainText() == "=How soon it fell, really"


def test_all_lessons_come_back(reader: Reader, window: MainWindow, lesson: Path) -> None:
    window.open_file(lesson)
    assert len(reader.page.contents.numbers) == 4
    assert window.learn.banner.everything.isVisible()
    window.learn.banner.everything.click()
    assert len(reader.page.contents.numbers) == 38


def test_a_folder_without_exports_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(window.learn.failed) as told:
        window.actions_.school_class.trigger()
    assert "contains no exports" in told.args[0]


def test_a_lesson_on_paper(
    reader: Reader,
    window: MainWindow,
    lesson: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_file(lesson)
    qtbot.waitUntil(lambda: bool(reader.page.figures))
    path = tmp_path / "bias.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.actions_.lesson_pdf.trigger()
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert b"/Image" in data  # the figures


def test_a_german_teacher_reads_falsch(qtbot: QtBot, qapp: QApplication) -> None:
    work = Work().named("wrong").with_try("12", "2026-11-29", False)
    work = work.with_answer("Why?", "2026-11-29", "wrong")
    parent = QWidget()
    qtbot.addWidget(parent)
    translations.install(qapp, "de")
    shown = ClassWindow(SchoolClass((work,), ()), Path("7b"), parent)
    items = [shown.table.item(0, x) for x in (0, 4, 5)]
    assert [item.text() for item in items if item] == ["wrong", "falsch", "wrong"]
