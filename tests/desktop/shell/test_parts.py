"""Banner, status line, the list of recent files and the commands' words, each alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions
from desktop.shell.banner import Banner
from desktop.shell.recent_files import RecentFiles
from desktop.shell.status_line import StatusLine


def test_a_banner_offers_a_button_where_something_can_be_done(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.offer("It diverged.", "Train again")
    assert not banner.isHidden()
    assert banner.accessibleName() == banner.message.text() == "It diverged."
    assert banner.remedy.text() == banner.remedy.accessibleName() == "Train again"
    with qtbot.waitSignal(banner.accepted):
        qtbot.mouseClick(banner.remedy, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    banner.tell("It failed.")
    assert banner.remedy.isHidden()


def test_the_status_line_names_the_device_and_tells_why_to_who_points_there(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_device("CPU, 2 threads: no graphics card was found")
    assert line._device.text() == "CPU, 2 threads"
    why = line._device.toolTip(), line._device.accessibleDescription()
    assert why == ("CPU, 2 threads: no graphics card was found",) * 2


def test_the_newest_eight_files_are_listed_each_once(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, menu = QObject(), QMenu()
    recent = RecentFiles("No recent files", parent)
    recent.fill(menu)
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("No recent files", False)]
    files = [tmp_path / f"{number}.png" for number in range(10)]
    for path in (*files, files[5]):
        path.touch()
        recent.add(path)
    files[9].unlink()
    recent.fill(menu)
    names = [action.text() for action in menu.actions()]
    assert names == [f"{number}.png" for number in (5, 8, 7, 6, 4, 3, 2)]
    files[9].touch()  # as a drive that is there again
    recent.fill(QMenu())
    assert recent.paths[1] == files[9]
    chosen: list[Path] = []
    recent.chosen.connect(chosen.append)
    menu.actions()[1].trigger()
    assert chosen == [files[8]]
    monkeypatch.chdir(tmp_path)
    recent.add(Path("3.png"))  # a folder at hand is another one at the next start
    assert recent.paths[:2] == [files[3], files[5]]


def test_a_set_to_download_says_how_much_it_is_and_where_from(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    fetch = Actions(window).ready_sets["kmnist"]
    assert fetch.text() == "KMNIST, 21 MB"
    assert "codh.rois.ac.jp" in fetch.toolTip()
