"""A lesson that a teacher is writing is kept as it is typed, until it is saved or given up."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app import create_window
from desktop.lessons.writing.saving_dialog import SavingDialog
from desktop.main_window import MainWindow
from desktop.shell.preferences import Preferences

UNFIT = [
    b"",
    b"{",
    b"[]",
    b"3",
    b'{"title": "T"}',
    b"\xff\xfe",
    b"[" * 100_000,
    json.dumps({"title": 1, "text": "", "questions": "", "pages": [], "lessons": []}).encode(),
    json.dumps({"title": "", "text": "", "questions": "", "pages": "all", "lessons": []}).encode(),
    json.dumps({"title": "", "text": "", "questions": "", "pages": [], "lessons": [[]]}).encode(),
]


def draft_file() -> Path:
    return Preferences().progress_file.with_name("draft.json")


def writing(window: MainWindow) -> SavingDialog:
    """Return the dialog in which a lesson is written, opened from the menu."""
    window.actions_.save_lesson.trigger()
    dialog = window.findChild(SavingDialog)
    assert dialog is not None
    return dialog


def write_all(dialog: SavingDialog) -> None:
    dialog.heading.setText("Rates")
    dialog.text.setPlainText("An hour's work.\nWith \u00e4, \u2264 and \U0001f600")
    dialog.questions.setPlainText("? Why?\n? Half of a question\n-")
    dialog.pages["own"].click()
    dialog.lessons.tick("sgd")
    dialog.lessons.tick("bias")
    dialog.lessons.up.click()


def test_what_was_written_outlives_the_program(window: MainWindow, qtbot: QtBot) -> None:
    dialog = writing(window)
    write_all(dialog)
    written = dialog.draft()
    window.leave()  # as at a logout
    assert not window.isVisible()
    after = create_window()
    qtbot.addWidget(after)
    dialog = writing(after)
    assert dialog.draft() == written
    assert dialog.lessons.chosen() == ("bias", "sgd")
    assert "here again" in dialog.note.text()
    after.close()


def test_it_is_kept_while_it_is_written(window: MainWindow, qtbot: QtBot) -> None:
    dialog = writing(window)
    write_all(dialog)
    qtbot.waitUntil(draft_file().exists)
    top = dialog.lessons.list.rootIndex()
    dialog.lessons.list.model().moveRow(top, 0, top, 2)  # as the mouse does
    chosen = list(dialog.lessons.chosen())
    assert chosen == ["sgd", "bias"]
    qtbot.waitUntil(lambda: json.loads(draft_file().read_bytes())["lessons"] == chosen)


def test_what_is_given_up_or_saved_is_not_kept(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr(QMessageBox, "exec", lambda _: yes)
    dialog = writing(window)
    write_all(dialog)
    window.learn.draft.save()
    assert draft_file().exists()
    dialog.close()
    assert not draft_file().exists()
    path = tmp_path / "mine.inkgrad"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = writing(window)
    assert "here again" not in dialog.note.text()
    write_all(dialog)
    dialog.questions.clear()
    window.learn.draft.save()
    dialog.save_button.button(QDialogButtonBox.StandardButton.Save).click()
    assert path.exists()
    assert not draft_file().exists()


def test_nothing_written_leaves_nothing(window: MainWindow) -> None:
    dialog = writing(window)
    dialog.text.setPlainText("A word")
    window.learn.draft.save()
    dialog.text.clear()
    window.learn.draft.save()
    assert not draft_file().exists()
    dialog.close()  # and asks nothing
    assert not dialog.isVisible()


def test_lessons_in_an_order_are_not_given_up_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _: QMessageBox.StandardButton.No)
    dialog = writing(window)
    dialog.lessons.tick("sgd")
    dialog.close()
    assert dialog.isVisible()


@pytest.mark.parametrize("content", UNFIT)
def test_a_damaged_draft_is_put_aside(window: MainWindow, content: bytes) -> None:
    draft_file().parent.mkdir(parents=True, exist_ok=True)
    draft_file().write_bytes(content)
    dialog = writing(window)
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == ""
    assert "draft.damaged-1.json" in window.banner.message.text()
    assert draft_file().with_name("draft.damaged-1.json").read_bytes() == content


def test_a_draft_of_another_version_may_name_what_is_not_there(window: MainWindow) -> None:
    draft_file().parent.mkdir(parents=True, exist_ok=True)
    names = {"pages": ["training", "gone"], "lessons": ["gone", "bias"]}
    draft_file().write_text(json.dumps({"title": "T", "text": "x", "questions": "", **names}))
    dialog = writing(window)
    assert dialog.draft().pages == ("training",)
    assert dialog.draft().lessons == ("bias",)
