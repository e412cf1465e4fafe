"""Ticked runs as one web page, and the table as CSV, saved in the real window."""

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.plots.along import Along
from desktop.runs.columns import Column
from desktop.runs.run_list import Run
from tests.desktop.runs.test_report import SVG, Page

Train = Callable[..., Run]
SaveTo = Callable[[str], Path]


@pytest.fixture
def two(window: MainWindow, train: Train, qtbot: QtBot) -> list[Run]:
    """Return two ticked runs, the upper one of the table first; one has a hostile name."""
    old, new = train(lr=0.001), train(lr=0.5)
    table = window.training.runs.table
    table.setData(table.index(1, Column.NAME), "=1+<b>one</b>")
    table.setData(table.index(1, Column.NOTE), "hardly learned")
    role = Qt.ItemDataRole.CheckStateRole
    table.setData(table.index(1, Column.NAME), Qt.CheckState.Checked, role)
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    return [new, old]


def saved_page(window: MainWindow, save_to: SaveTo, qtbot: QtBot) -> str:
    path = save_to("comparison.html")
    window.training.runs.menu.comparison.trigger()
    qtbot.waitUntil(path.exists)
    return path.read_text("utf-8")


def test_the_page_compares_the_ticked_runs(
    window: MainWindow, two: list[Run], save_to: SaveTo, qtbot: QtBot
) -> None:
    text = saved_page(window, save_to, qtbot)
    page = Page(text)
    assert (page.open, page.links) == ([], [])
    assert "<b>" not in text
    assert "=1+<b>one</b>" in page.text
    for run in two:
        last = run.history.last_epoch
        assert f"{last.valid_accuracy * 100:.2f} %" in page.text
        right = round(last.valid_accuracy * run.start.valid_images)
        assert f"{right} of {run.start.valid_images} validation images" in page.text
    assert "hardly learned" in page.text
    differs = re.search(r"What differs.*?</table>", text, re.S)
    assert differs
    rows = re.findall(r'scope="row">(.*?)</th>(.*?)</tr>', differs[0])
    assert rows == [("Learning rate", "<td>0.5</td><td>0.001</td>")]


def test_the_curves_are_those_on_the_screen(
    window: MainWindow, two: list[Run], save_to: SaveTo, qtbot: QtBot
) -> None:
    window.training.curves.along_menu.choose(Along.IMAGES)
    text = saved_page(window, save_to, qtbot)
    drawings = [ElementTree.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", text, re.S)]
    lines = [len(list(drawing.iter(f"{SVG}polyline"))) for drawing in drawings]
    assert lines == [2, 2, 2]
    assert "images seen" in {node.text for node in drawings[0].iter(f"{SVG}text")}


def test_a_run_whose_data_is_gone_is_told_of_and_the_others_are_there(
    window: MainWindow, two: list[Run], save_to: SaveTo, digits: Path, qtbot: QtBot
) -> None:
    away = digits.with_name("away")
    window.model.datasets.choose("mnist_sample")
    qtbot.waitUntil(lambda: window.model.questions.are_answered)
    digits.rename(away)
    try:
        text = saved_page(window, save_to, qtbot)
    finally:
        away.rename(digits)
    page = Page(text)
    assert "validation images read correctly" not in page.text
    assert "digits" in page.text
    assert page.text.count("0.001") >= 2


def test_two_are_needed(window: MainWindow, train: Train) -> None:
    train()
    assert not window.training.runs.menu.comparison.isEnabled()


def test_the_table_is_saved_in_its_order(
    window: MainWindow, two: list[Run], save_to: SaveTo, qtbot: QtBot
) -> None:
    new, old = two
    window.training.runs.table.sort_by(Column.RATE)
    path = save_to("runs.csv")
    window.training.runs.menu.csv.trigger()
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert path.read_bytes().startswith(BOM_UTF8)  # for Excel
    assert [row["Run"] for row in rows] == ["'=1+<b>one</b>", "Run 2"]
    assert [float(row["Learning rate"]) for row in rows] == [0.001, 0.5]
    for row, run in zip(rows, (old, new), strict=True):
        last = run.history.last_epoch
        assert float(row["Accuracy, %"]) == pytest.approx(last.valid_accuracy * 100, rel=1e-5)
        assert float(row["Validation loss"]) == pytest.approx(last.valid_loss, rel=1e-5)
    assert rows[0]["Note"] == "hardly learned"
