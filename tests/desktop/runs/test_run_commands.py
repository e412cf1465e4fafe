"""What the window says of a run's report that can't be written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from tests.desktop.conftest import PATIENCE_MS

SaveTo = Callable[[str], Path]
Train = Callable[..., Run]


def check_that_nothing_is_saved(window: MainWindow, qtbot: QtBot, run: Run) -> None:
    window.training.desk.save_report(run)
    status = window.findChild(QLabel, "statusLabel")
    assert status.text().startswith("Reading the validation set once more")
    qtbot.waitUntil(window.banner.isVisible, timeout=PATIENCE_MS)
    assert status.text() == "Nothing was saved"


def test_a_report_on_data_that_is_gone_is_not_announced_any_longer(
    window: MainWindow, qtbot: QtBot, train: Train, digits: Path, save_to: SaveTo
) -> None:
    run, path, away = train(), save_to("report.html"), digits.with_name("away")
    digits.rename(away)
    try:
        check_that_nothing_is_saved(window, qtbot, run)
    finally:
        away.rename(digits)
    assert not path.exists()


def test_a_report_that_has_no_place_is_not_announced_any_longer(
    window: MainWindow, qtbot: QtBot, train: Train, save_to: SaveTo
) -> None:
    save_to("nowhere/report.html")
    check_that_nothing_is_saved(window, qtbot, train())
