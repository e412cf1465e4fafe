"""The worker's process in the real window: it may die, and the window lives on."""

import operator
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.training.model_questions import search_lr
from desktop.worker import link
from desktop.worker.messages import Kind
from desktop.worker.questions import Inquiry
from desktop.worker.run_state import State
from engine.config import TrainConfig

PATIENCE_MS = 60_000
Drag = Callable[[QWidget, np.ndarray], None]


def kill_worker(window: MainWindow) -> None:
    process = window.controller.worker.process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)


def wait_until_read(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: window.sketch.answer.digit.text() == "7" and not window.sketch.reader.is_waiting,
        timeout=PATIENCE_MS,
    )


def test_a_killed_worker_ends_the_run_and_another_one_answers(
    window: MainWindow,
    qtbot: QtBot,
    drag: Drag,
    wait_for_state: Callable[[State], None],
) -> None:
    drag(window.sketch.canvas, np.array([[120, 100], [280, 100], [240, 200], [200, 330]]))
    window.training.panel.settings.epochs.setValue(1000)
    window.training.train()
    wait_for_state(State.RUNNING)
    first = window.controller.worker.process
    kill_worker(window)
    wait_for_state(State.IDLE)
    assert window.banner.isVisible()
    assert "broke down" in window.banner.message.text()
    assert window.training.curves.log.runs[-1].start.number == 1
    assert window.controller.worker.process is not first
    qtbot.waitUntil(lambda: window.sketch.answer.source.kind is Kind.STARTER, timeout=PATIENCE_MS)
    wait_until_read(window, qtbot)
    window.training.panel.settings.epochs.setValue(1)
    window.training.train()
    wait_for_state(State.IDLE)
    assert window.controller.run is not None
    assert window.controller.run.number == 2
    assert not window.banner.isVisible()
    window.training.desk.restore(window.training.curves.log.runs[0])
    qtbot.waitUntil(window.banner.isVisible, timeout=PATIENCE_MS)
    assert "isn't kept any more" in window.banner.message.text()


def test_questions_to_a_killed_worker_fail(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None, timeout=PATIENCE_MS)
    inquiries = window.controller.inquiries

    def ask() -> Inquiry:
        return inquiries.ask(search_lr("mnist", TrainConfig(model="convnet")))

    with qtbot.waitSignal(ask().answered, timeout=PATIENCE_MS):
        pass
    other = ask()
    with qtbot.waitSignal(other.failed, timeout=PATIENCE_MS) as failed:
        kill_worker(window)
    assert "broke down" in failed.args[0]
    with qtbot.waitSignal(ask().answered, timeout=PATIENCE_MS):
        pass


def test_a_worker_that_cant_begin_is_not_started_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None, timeout=PATIENCE_MS)
    begun_again: list[bool] = []
    window.controller.worker.lost.connect(begun_again.append)
    monkeypatch.setattr(link.process, "run", operator.is_)  # ends as soon as it has begun
    kill_worker(window)
    qtbot.waitUntil(lambda: begun_again == [True, False], timeout=PATIENCE_MS)
    assert "can't start" in window.banner.message.text()
    window.close()
    assert window.controller.has_ended()


def test_the_worker_begins_in_a_fresh_interpreter_too(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "new_process", get_context("spawn").Process)
    other = link.WorkerLink()
    with qtbot.waitSignal(other.source_changed, timeout=PATIENCE_MS):
        other.open()
    assert other.close()
    assert other.has_ended


def test_a_link_that_was_never_opened_is_closed(qtbot: QtBot) -> None:
    other = link.WorkerLink()
    other.pause()
    assert other.close()
    assert other.has_ended


LEFT_ALONE = """
import os
from PySide6.QtCore import QCoreApplication
from desktop.worker.link import WorkerLink

application = QCoreApplication([])  # not only where __name__ is "__main__": it must not matter
link = WorkerLink()
link.source_changed.connect(lambda _: (print(link.process.pid, flush=True), os._exit(0)))
link.open()
application.exec()
"""


def test_a_worker_whose_window_is_gone_ends_too(qtbot: QtBot, tmp_path: os.PathLike[str]) -> None:
    script = os.path.join(tmp_path, "alone.py")
    with open(script, "w", encoding="utf-8") as file:
        file.write(LEFT_ALONE)
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, timeout=120, env=environment
    )
    pid = int(done.stdout)

    def has_ended() -> bool:
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
                return stat.read().rpartition(")")[2].split()[0] == "Z"  # ended, not collected
        except FileNotFoundError:
            return True

    qtbot.waitUntil(has_ended, timeout=PATIENCE_MS)
