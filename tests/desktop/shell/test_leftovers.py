"""What killed processes left is removed at the next start."""

import os
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.shell import leftovers
from desktop.shell.preferences import Preferences
from engine.data import cache
from engine.data.drawings import own_folder
from engine.files import beside


def test_parts_go_from_all_of_the_programs_own_folders(window: MainWindow, qtbot: QtBot) -> None:
    saved = Preferences()
    kept = (saved.sketch_file, saved.file, cache.folder() / "entry", own_folder() / "train/3/1.png")
    parts: list[Path] = []
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
        parts.append(beside(path))
        parts[-1].write_bytes(b"half")
        then = time.time() - 3600
        os.utime(parts[-1], (then, then))
    asked = window.model.questions.ask(leftovers.clear(window.session.folders))
    with qtbot.waitSignal(asked.ended):
        pass
    assert not any(part.exists() for part in parts)
