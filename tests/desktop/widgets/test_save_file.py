"""Under which names things are saved from the real window: whole endings, and no wrong letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.widgets.save_file import file_name, with_ending
from desktop.worker.messages import Kind

Press = Callable[[str], None]
Save = Callable[[str], Path]
Train = Callable[..., Run]


def test_a_model_whose_name_has_a_dot_can_be_opened(
    window: MainWindow, train: Train, save_to: Save, qtbot: QtBot
) -> None:
    train(model="linear")
    path = save_to("lr 0.1")
    with qtbot.waitSignal(window.training.desk.told):
        window.actions_.save_model.trigger()
    whole = path.with_name("lr 0.1.safetensors")
    assert not path.exists()
    window.open_file(whole)
    qtbot.waitUntil(lambda: window.sketch.answer.source.kind is Kind.FILE)
    assert window.sketch.answer.source.name == "lr 0.1"


def test_a_file_that_the_ending_would_replace_is_asked_about(
    window: MainWindow, save_to: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_to("seven")
    whole = path.with_name("seven.svg")
    whole.write_bytes(b"dear")
    asked: list[str] = []
    for answer in (QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes):
        kept = whole.read_bytes()

        def reply(
            box: QMessageBox, answer: QMessageBox.StandardButton = answer
        ) -> QMessageBox.StandardButton:
            asked.append(box.text())
            return answer

        monkeypatch.setattr(QMessageBox, "exec", reply)
        window.sketch.files.save()
        assert (whole.read_bytes() == kept) == (answer == QMessageBox.StandardButton.No)
    assert asked == ["seven.svg already exists. Replace it?"] * 2
    path = save_to("eight")
    window.sketch.files.save()
    assert path.with_name("eight.svg").exists()
    assert len(asked) == 2  # there was nothing to replace


def test_a_plot_whose_name_has_a_dot_is_a_picture(
    window: MainWindow, train: Train, save_to: Save
) -> None:
    train()
    path = save_to("plot 0.5")
    window.training.curves.loss.menu.picture_requested.emit()
    assert path.with_name("plot 0.5.png").read_bytes().startswith(b"\x89PNG")


def test_a_runs_name_makes_a_name_for_its_report(
    window: MainWindow, train: Train, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def ask(_: object, __: str, name: str, kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    train()
    table = window.training.runs.table
    table.setData(table.index(0, 0), "lr 0.1/0.5", Qt.ItemDataRole.EditRole)
    window.training.runs.view.selectRow(0)
    window.training.runs.menu.report.trigger()
    assert proposed == ["lr 0.1-0.5.html"]


def test_names_are_good_on_every_system() -> None:
    assert file_name('a<b>:"c"/d\\e|f?g*h\n.html') == "a-b---c--d-e-f-g-h-.html"
    assert with_ending(Path("x/run.2"), ".csv", ".json") == Path("x/run.2.csv")
    assert with_ending(Path("x/run.JSON"), ".csv", ".json") == Path("x/run.JSON")
