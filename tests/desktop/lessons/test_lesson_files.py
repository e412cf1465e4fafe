"""Teachers' files in the window: opened, dropped, refused, and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.lessons.page import LearnPage
from desktop.lessons.writing.lesson_sequence import LessonSequence
from desktop.lessons.writing.saving_dialog import SavingDialog
from desktop.main_window import MainWindow
from engine.config import TrainConfig
from engine.lessons.catalogue import load_lessons
from engine.lessons.lesson_file import LessonFile, read_lesson_file, write_lesson_file


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "first.inkgrad"
    config = TrainConfig(model="linear", lr=0.5, epochs=3)
    pages = ("training", "data", "learn")
    text = "Train once at 0.5.\nThen look at the curve."
    write_lesson_file(path, LessonFile("The first lesson", text, "mnist", config, pages))
    return path


def shown(window: MainWindow) -> list[str]:
    """Return the names of the pages that have a tab."""
    tabs = window.pages._tabs
    return [name for at, name in enumerate(window.pages.names) if tabs.isTabVisible(at)]


def test_a_lesson_sets_the_window(window: MainWindow, lesson: Path, qtbot: QtBot) -> None:
    window.pages.open("inside")
    window.open_file(lesson)
    settings = window.training.panel.settings
    assert settings.config() == TrainConfig(model="linear", lr=0.5, epochs=3)
    assert window.model.datasets.chosen == "mnist"
    assert shown(window) == ["training", "data", "learn"]
    assert window.pages.current == "training"
    assert window.learn.banner.isVisible()
    assert window.learn.banner.heading.text() == "The first lesson"
    words = window.learn.banner.text
    assert "look at the curve" in words.text()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert window.recent.paths == [lesson]
    window.learn.banner.everything.click()
    assert shown(window) == window.pages.names
    assert window.learn.banner.isVisible()  # the words stay


def test_a_lesson_opens_one_of_the_programs(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "pixels.inkgrad"
    write_lesson_file(path, LessonFile("Pixels", lessons=("pixel_similarity",)))
    window.open_file(path)
    page = window.findChild(LearnPage)
    assert page.view.lesson.name == "pixel_similarity"
    assert page.contents.numbers == [3]
    window.learn.banner.everything.click()
    assert len(page.contents.numbers) == 38
    write_lesson_file(path, LessonFile("Pixels", lessons=("nothing_such",)))
    window.open_file(path)
    assert "nothing_such" in window.banner.message.text()


def test_a_lesson_is_dropped_on_the_pad(window: MainWindow, lesson: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(lesson))])
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(window.sketch.canvas, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, *keys)
    QApplication.sendEvent(window.sketch.canvas, drop)
    assert window.learn.banner.heading.text() == "The first lesson"
    assert window.sketch.document.is_empty


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "line 1"),
        ('{"format": 1, "title": "T", "config": {"lr": "fast"}}', "lr"),
        ('{"format": 1, "title": "T", "dataset": "nowhere"}', "nowhere"),
    ],
)
def test_a_bad_lesson_changes_nothing(
    window: MainWindow, tmp_path: Path, content: str, sentence: str
) -> None:
    before = window.training.panel.settings.config()
    path = tmp_path / "bad.inkgrad"
    path.write_text(content)
    window.open_file(path)
    assert window.banner.isVisible()
    assert sentence in window.banner.message.text()
    assert window.training.panel.settings.config() == before
    assert not window.learn.banner.isVisible()


def test_a_lesson_is_saved_from_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.training.panel.settings.epochs.setValue(7)
    window.actions_.save_lesson.trigger()
    dialog = window.findChild(SavingDialog)
    save = dialog.save_button.button(QDialogButtonBox.StandardButton.Save)
    dialog.heading.clear()
    assert not save.isEnabled()
    qtbot.keyClicks(dialog.heading, "Seven epochs")
    dialog.text.setPlainText("Look.")
    dialog.pages["inside"].click()
    dialog.lessons.tick("sgd")
    dialog.lessons.tick("bias")
    qtbot.mouseClick(dialog.lessons.up, Qt.MouseButton.LeftButton)
    dialog.questions.setPlainText("? Why?\n? Rank?\n- 1\n= 2")
    assert not save.isEnabled()
    assert "Line 4" in dialog.trouble.text()
    dialog.questions.setPlainText("? Why?\n? Rank?\n- 1\n* 2")
    path = tmp_path / "seven"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    save.click()
    saved = read_lesson_file(path.with_suffix(".inkgrad"))
    assert (saved.title, saved.text, saved.lessons) == ("Seven epochs", "Look.", ("bias", "sgd"))
    assert [check.question for check in saved.questions] == ["Why?", "Rank?"]
    assert saved.config.epochs == 7
    assert "inside" not in saved.pages
    assert "training" in saved.pages


def test_nothing_that_was_written_is_lost(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_.save_lesson.trigger()
    dialog = window.findChild(SavingDialog)
    save = dialog.save_button.button(QDialogButtonBox.StandardButton.Save)
    dialog.heading.setText("T" * 300)
    assert len(dialog.heading.text()) == 200
    dialog.heading.setText("Mine")
    dialog.text.setPlainText("An hour's work.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    save.click()  # and change one's mind at the file
    assert dialog.isVisible()
    missing = tmp_path / "gone" / "mine.inkgrad"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(missing), ""))
    save.click()
    assert dialog.isVisible()
    assert "mine.inkgrad" in dialog.trouble.text()
    no, yes = QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "exec", lambda _: no)
    dialog.close()
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "An hour's work."
    monkeypatch.setattr(QMessageBox, "exec", lambda _: yes)
    dialog.close()
    assert not dialog.isVisible()


def test_ticks_of_lessons_dont_touch_each_other(qtbot: QtBot) -> None:
    sequence = LessonSequence(load_lessons("de"))
    qtbot.addWidget(sequence)
    sequence.show()
    rows = [sequence.list.visualItemRect(sequence.list.item(row)) for row in range(5)]
    assert min(row.height() for row in rows) >= sequence.list.fontMetrics().height() + 6
