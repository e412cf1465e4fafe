"""The table of one's own classes alone: what it counts, and which names it passes on."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.drawings.classes_table import ClassesTable
from engine.data.drawings import KeptDrawing

IMAGE = np.zeros((28, 28), np.uint8)


@pytest.fixture
def table(qtbot: QtBot) -> ClassesTable:
    """Return the table of three cats to learn from, one to test on, and a dog."""
    table = ClassesTable()
    qtbot.addWidget(table)
    places = ["train/cat/1", "train/cat/2", "train/cat/3", "valid/cat/4", "train/dog/1"]
    paths = [Path(f"/own/{place}.png") for place in places]
    table.show_drawings([KeptDrawing(path, path.parent.name, IMAGE) for path in paths])
    return table


def test_what_is_learned_from_stands_before_what_is_held_out(table: ClassesTable) -> None:
    shown = [[table.item(row, column).text() for column in range(2)] for row in range(3)]
    assert shown == [["all", "4 + 1"], ["cat", "3 + 1"], ["dog", "1 + 0"]]
    assert table.item(1, 0).toolTip() == "cat: 3 for training + 1 held out for testing"


@pytest.mark.parametrize(("typed", "asked"), [(" wolf ", ["wolf"]), ("dog", []), (" ", [])])
def test_a_class_keeps_its_name_until_another_one_is_given(
    table: ClassesTable, typed: str, asked: list[str]
) -> None:
    names: list[str] = []
    table.rename_requested.connect(lambda before, name: names.append(name))
    table.item(2, 0).setText(typed)
    assert names == asked
    assert table.item(2, 0).text() == "dog"


def kept(*places: str) -> list[KeptDrawing]:
    paths = [Path(f"/own/{place}.png") for place in places]
    return [KeptDrawing(path, path.parent.name, IMAGE) for path in paths]


def test_a_name_that_is_being_typed_outlasts_a_new_drawing_and_names_no_other_class(
    table: ClassesTable, qtbot: QtBot
) -> None:
    names: list[tuple[str, str]] = []
    table.rename_requested.connect(lambda before, name: names.append((before, name)))
    table.choose("dog")
    table.edit_chosen()
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "wol")
    table.show_drawings(kept("train/cat/1", "train/dog/1", "train/dog/2"))
    QTest.keyClicks(editor, "f")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert names == [("dog", "wolf")]
    table.edit_chosen()
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "wolf")
    table.show_drawings(kept("train/ant/1", "train/cat/1", "train/dog/1"))  # cat's row now
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert table.findChild(QLineEdit) is None
    assert names == [("dog", "wolf")]
