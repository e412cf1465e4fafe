"""The window of several pictures alone: the worker's answers are given by hand."""

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.drawings.label_field import LabelField
from desktop.drawings.pictures_window import PicturesWindow
from desktop.drawings.questions import PictureRead
from desktop.worker.messages import Kind, Source
from desktop.worker.questions import Questions
from engine.inference.prediction import Prediction
from engine.words.message import Message

pytestmark = pytest.mark.qt_log_ignore("does not support raise")  # the offscreen platform says so
IMAGE = np.full((28, 28), 200, np.uint8)
SHARES = np.array([0.02, 0.98], np.float32)


@pytest.mark.parametrize(
    ("classes", "unknown"),
    [(("3", "7"), "not a digit I know"), (("cat", "dog"), "nothing I know")],
)
def test_what_is_not_recognised_or_cannot_be_read_has_no_answer_to_keep(
    classes: tuple[str, str], unknown: str, qtbot: QtBot
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    questions = Questions(parent)
    window = PicturesWindow(questions, parent)
    reads = [
        PictureRead(Path("sure.png"), IMAGE, Prediction(classes[1], SHARES, classes)),
        PictureRead(Path("odd.png"), IMAGE, Prediction(classes[1], SHARES, classes, known=False)),
        PictureRead(Path("broken.png"), problem=Message("damaged")),
    ]
    window.read([read.path for read in reads], Source(Kind.FILE, "mine", classes))
    for number, read in enumerate(reads, 1):
        questions.on_answered(1, read)
        assert window.status.text() == f"Read {number} of 3"
        assert not window.keep_button.isEnabled()
        assert not window.export_button.isEnabled()
    questions.on_ended(1, "")
    assert window.keep_button.isEnabled()
    shown = [[window.table.item(row, column).text() for column in (1, 2)] for row in range(3)]
    assert shown == [[classes[1], "98.0 %"], [unknown, "–"], ["can't be read", "–"]]
    assert [window.label_of(row) for row in range(3)] == [classes[1], "", ""]
    _, *lines = csv.reader(io.StringIO(window.as_csv().decode("utf-8-sig")))
    assert [line[1:4] for line in lines] == [[classes[1], "0.9800", classes[1]], [""] * 3, [""] * 3]
    assert [line[5] for line in lines] == ["", "", "it is damaged"]
    choice = window.table.cellWidget(0, 3)
    assert isinstance(choice, LabelField)
    choice.setEditText(" ")
    assert not window.keep_button.isEnabled()


def test_labels_that_were_chosen_go_only_where_that_is_wanted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    questions = Questions(parent)
    window = PicturesWindow(questions, parent)
    source, answers = Source(Kind.FILE, "mine", ("3", "7")), [False, True]
    monkeypatch.setattr(QMessageBox, "exec", lambda _: answer_of(answers.pop(0)))
    window.read([Path("first.png")], source)
    questions.on_answered(1, PictureRead(Path("first.png"), IMAGE))
    questions.on_ended(1, "")
    choice = window.table.cellWidget(0, 3)
    assert isinstance(choice, LabelField)
    choice.setEditText("mine")
    window.read([Path("other.png")], source)  # no
    assert window.label_of(0) == "mine"
    window.read([Path("other.png")], source)  # yes
    assert not window.rows
    window.read([Path("third.png")], source)  # nothing was chosen since
    assert not answers


def answer_of(yes: bool) -> QMessageBox.StandardButton:
    return QMessageBox.StandardButton.Yes if yes else QMessageBox.StandardButton.No
