"""A run under way of which some is on the disk."""

import time

from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.worker.messages import Stretch
from engine.runs.recording import EVERY_S
from engine.runs.store import RunStore


def until_written(window: MainWindow, qtbot: QtBot) -> Run:
    """Return the run that has just been asked for, once more than 20 batches of it are written.

    It stands still until that is due: it would train for nothing.
    """
    began, model = time.monotonic(), window.model
    qtbot.waitUntil(lambda: bool(model.runs.under_way))
    run = model.runs.under_way
    assert run
    qtbot.waitUntil(lambda: run.batches_done > 20)
    model.trainer.pause()
    qtbot.waitUntil(lambda: time.monotonic() > began + EVERY_S)
    model.trainer.go_on(Stretch.RUN)
    kept = RunStore()
    qtbot.waitUntil(lambda: kept.find(run.start.id).record.step > 20)
    return run
