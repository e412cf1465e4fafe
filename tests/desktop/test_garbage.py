"""Python's garbage, among which are Qt's objects, goes in the window's thread alone."""

import gc
import os
import subprocess
import sys
import threading

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from desktop.garbage import collect_what_is_due

# A plot in a circle of references, and another thread that makes more lists than Python lets pass.
A_PLOT_GOES = """
import threading
from desktop.app import create_application
from desktop.plots.plot_card import PlotCard

app = create_application()
card = PlotCard("Loss", "batch", "Nothing yet")
card.itself = card
del card
thread = threading.Thread(target=lambda: [[] for _ in range(100_000)])
thread.start()
thread.join()
app.processEvents()
"""


def test_another_thread_takes_no_plot_away_and_the_program_with_it() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run([sys.executable, "-c", A_PLOT_GOES], env=environment)
    assert ended.returncode == 0


def test_what_another_thread_finds_goes_in_the_windows(qtbot: QtBot) -> None:
    ended_in: list[threading.Thread] = []
    gone = QObject()
    gone.itself = gone  # type: ignore[attr-defined]
    gone.destroyed.connect(
        lambda: ended_in.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )
    del gone
    kept: list[list[object]] = []
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(100_000)))
    thread.start()
    thread.join()
    assert not ended_in
    qtbot.waitUntil(lambda: bool(ended_in))
    assert ended_in == [threading.main_thread()]


def test_each_age_of_garbage_has_its_turn() -> None:
    before = [generation["collections"] for generation in gc.get_stats()]
    kept: list[list[object]] = []
    for _ in range(150):  # every eleventh time for those that outlived one, every 121st for all
        kept.extend([] for _ in range(1000))
        collect_what_is_due()
    times = [now["collections"] - then for now, then in zip(gc.get_stats(), before, strict=True)]
    assert min(times) > 0
    assert times[2] < 5  # looking through all takes long
