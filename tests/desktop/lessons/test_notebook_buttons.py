"""A lesson's experiment taken along: saved as a notebook, copied as a script."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from engine.data.splits import Dataset
from tests.desktop.lessons.conftest import Reader
from tests.engine.export.notebook_runs import Cell, missing, run_here


def save(reader: Reader, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    buttons = reader.page.view.experiment.notebook
    with qtbot.waitSignal(buttons.told) as told:
        buttons.save_button.setFocus()
        qtbot.keyClick(buttons.save_button, Qt.Key.Key_Space)
    assert str(path) in told.args[0]


def cells_of(path: Path) -> list[Cell]:
    read = json.loads(path.read_text("utf-8"))
    return [Cell(cell["cell_type"], "".join(cell["source"])) for cell in read["cells"]]


def test_what_is_set_and_drawn_is_in_the_notebook(
    reader: Reader,
    qtbot: QtBot,
    mnist_sample: Dataset,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader.open_question(8)
    reader.draw(mnist_sample.valid.images[1700])
    reader.set("blot", 6)
    path = tmp_path / "L1.ipynb"
    save(reader, path, qtbot, monkeypatch)
    shown = run_here(cells_of(path))
    assert missing(reader.page.figures, shown) == []
    reader.set("blot", 2)
    assert missing(reader.page.figures, shown)


def test_as_a_script_it_is_saved_or_copied(
    reader: Reader, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open_question(10)
    reader.type("part", "0, 1:")
    path = tmp_path / "square.py"
    save(reader, path, qtbot, monkeypatch)
    assert "part = np.s_[0, 1:]" in path.read_text("utf-8")
    buttons = reader.page.view.experiment.notebook
    with qtbot.waitSignal(buttons.told):
        buttons.copy_button.click()
    assert QApplication.clipboard().text() == path.read_text("utf-8")


def test_what_cannot_be_read_is_no_notebook(reader: Reader, qtbot: QtBot) -> None:
    reader.open_question(10)
    reader.type("part", "1:, nonsense")
    buttons = reader.page.view.experiment.notebook
    with qtbot.waitSignal(buttons.failed) as told:
        buttons.copy_button.click()
    assert "nonsense" in told.args[0]
