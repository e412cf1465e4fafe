"""The worker's process in the real window: it may die, and the window lives on."""

import operator
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.runs.run_list import Run
from desktop.training.model_questions import search_lr
from desktop.worker import child, link
from desktop.worker.messages import KeptModel, Kind, Outcome, Source
from desktop.worker.questions import PendingQuestion
from desktop.worker.run_state import State
from desktop.worker.to_window import ModelKept, ModelsForgotten, Ready
from desktop.worker.to_worker import GiveBack, TakeOver
from engine.config import TrainConfig
from engine.runs.store import RunStore
from tests.patience import PATIENCE_MS

SEVEN = np.array([[120, 100], [280, 100], [240, 200], [200, 330]])
Drag = Callable[[QWidget, np.ndarray], None]


def kill_worker(window: MainWindow) -> None:
    process = window.model.link.process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)


def niceness(process: int) -> dict[str, int]:
    """Return how nice the threads of a process are to others, by their names; Linux tells."""
    told = [stat.read_text() for stat in Path(f"/proc/{process}/task").glob("*/stat")]
    parted = [text.partition("(")[2].rpartition(") ") for text in told]
    return {name: int(fields.split()[16]) for name, _, fields in parted}


def wait_until_read(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: window.sketch.answer.digit.text() == "7" and not window.sketch.reader.is_waiting
    )


def test_a_killed_worker_ends_the_run_and_another_one_answers(
    window: MainWindow,
    qtbot: QtBot,
    drag: Drag,
    wait_for_state: Callable[[State], None],
) -> None:
    drag(window.sketch.canvas, SEVEN)
    window.training.panel.settings.epochs.setValue(1000)
    window.model.train()
    wait_for_state(State.RUNNING)
    first = window.model.link.process
    assert first is not None
    if sys.platform == "linux":  # drawing goes before learning and questions
        nice, own = niceness(first.pid or 0), os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, first.pid or 0) == nice["TrainingRun"] == own + 5
        assert own in nice.values()  # who reads the sketch
    kept = RunStore().open(window.model.runs.runs[0].start.id)
    qtbot.waitUntil(lambda: len(kept.steps()) > 0)
    kill_worker(window)
    wait_for_state(State.IDLE)
    assert window.banner.isVisible()
    assert "crashed" in window.banner.message.text()
    assert window.model.runs.runs[-1].start.number == 1
    assert window.model.link.process is not first
    qtbot.waitUntil(lambda: window.sketch.answer.source.kind is Kind.STARTER)
    wait_until_read(window, qtbot)
    window.training.panel.settings.epochs.setValue(1)
    window.model.train()
    wait_for_state(State.IDLE)
    assert window.model.trainer.run is not None
    assert window.model.trainer.run.number == 2
    assert not window.banner.isVisible()
    window.training.desk.restore(window.model.runs.runs[0])
    qtbot.waitUntil(lambda: window.sketch.answer.source.run == 1)


def test_questions_to_a_killed_worker_fail(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    questions = window.model.questions

    def ask() -> PendingQuestion:
        return questions.ask(search_lr("mnist", TrainConfig(model="convnet")))

    with qtbot.waitSignal(ask().answered):
        pass
    other = ask()
    with qtbot.waitSignal(other.failed) as failed:
        kill_worker(window)
    assert "crashed" in failed.args[0]
    with qtbot.waitSignal(ask().answered):
        pass


@pytest.fixture
def broken(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Return a window whose worker ends as soon as it has begun, and which has noticed."""
    qtbot.waitUntil(lambda: window.sketch.answer.source is not None)
    with monkeypatch.context() as patch:
        patch.setattr(child.process, "run", operator.is_)
        with qtbot.waitSignal(window.model.link.gave_up):
            kill_worker(window)
    return window


def test_after_three_bad_starts_in_a_row_nothing_hangs_and_it_can_be_tried_again(
    broken: MainWindow, qtbot: QtBot, drag: Drag, wait_for_state: Callable[[State], None]
) -> None:
    window = broken
    assert "three times" in window.banner.message.text()
    pending = window.model.questions.ask(search_lr("mnist_sample", TrainConfig()))
    with qtbot.waitSignal(pending.failed):
        pass
    window.model.train()
    wait_for_state(State.IDLE)
    assert "Try again" in window.banner.message.text()
    drag(window.sketch.canvas, SEVEN)
    qtbot.waitUntil(lambda: not window.sketch.reader.is_waiting)
    window.model.link.try_again()
    wait_until_read(window, qtbot)
    window.training.panel.settings.epochs.setValue(1)
    window.model.train()
    wait_for_state(State.IDLE)
    assert window.model.runs.runs[-1].epochs_done == 1


def test_the_banner_offers_to_try_again(broken: MainWindow, qtbot: QtBot) -> None:
    assert broken.banner.remedy.text() == "Try again"
    with qtbot.waitSignal(broken.model.link.source_changed):
        qtbot.mouseClick(broken.banner.remedy, Qt.MouseButton.LeftButton)
    assert not broken.banner.isVisible()


def test_a_broken_window_closes_with_large_wishes_unheard(broken: MainWindow) -> None:
    broken.model.link.answer(1, np.zeros((3000, 3000), np.uint8))
    broken.close()
    assert broken.model.link.has_ended


def test_a_worker_that_dies_before_it_is_ready_is_replaced(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = link.WorkerLink()
    with monkeypatch.context() as patch:
        patch.setattr(child.process, "run", operator.is_)
        other.open()
    other.answer(7, np.zeros((28, 28), np.uint8))
    with qtbot.waitSignals([other.lost, other.read, other.source_changed]):
        pass
    assert other.close()


class Mortal(QObject):
    """A process that dies when it is told to, in place of one that takes a second to begin."""

    heard = Signal(object)
    died = Signal()
    is_elsewhere, has_begun = False, True

    def __init__(self, runs: int, parent: QObject, python: Path | None) -> None:
        super().__init__(parent)
        self.sent: list[object] = []
        self.send = self.sent.append

    def start(self) -> None:
        self.heard.emit(Ready())


def test_only_workers_that_live_shortly_count_as_bad_starts_in_a_row(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "Child", Mortal)
    ends: list[str] = []
    mortal = link.WorkerLink()
    mortal.lost.connect(lambda _: ends.append("lost"))
    mortal.gave_up.connect(lambda: ends.append("gave up"))
    mortal.open()

    def die(times: int) -> list[str]:
        ends.clear()
        for _ in range(times):
            assert mortal._child
            mortal._child.died.emit()
        return list(ends)

    monkeypatch.setattr(link, "STEADY_S", PATIENCE_MS / 1000)  # nobody lives as long here
    assert die(3) == ["lost", "lost", "gave up"]
    mortal.try_again()
    assert die(2) == ["lost", "lost"]  # three of its own
    monkeypatch.setattr(link, "STEADY_S", 0.0)
    assert die(4) == ["lost"] * 4


def test_the_next_process_has_the_models_of_ended_runs_and_the_readers_as_such(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "Child", Mortal)
    mortal = link.WorkerLink()
    mortal.give_back()
    assert not mortal.has_given_up
    mortal.open()
    assert mortal._child.sent == [GiveBack()]  # what was wished before there was a process
    mine, lessons, gone = (
        KeptModel(Source(Kind.RUN, "mlp", ("3", "7"), run=run), b"") for run in (1, 2, 3)
    )
    for told in (
        ModelKept(mine, is_own=True),
        ModelKept(lessons, is_own=False),
        ModelKept(gone, is_own=False),
        ModelsForgotten((3,)),
    ):
        mortal._child.heard.emit(told)
    mortal._child.died.emit()
    assert mortal._child.sent == [TakeOver((mine, lessons), mine)]


def test_a_batch_that_lasts_is_ended_with_its_process_and_earlier_models_live_on(
    window: MainWindow,
    train: Callable[..., Run],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    wait_for_state: Callable[[State], None],
) -> None:
    first = train()
    answer = window.sketch.answer
    assert (answer.source.kind, answer.source.run) == (Kind.RUN, 1)
    window.model.datasets.choose("mnist")
    window.model.settings.take(TrainConfig(model="mlp", hidden=(3000, 3000), batch_size=1_000_000))
    window.model.train()
    wait_for_state(State.RUNNING)
    monkeypatch.setattr(link, "STOP_MS", 300)
    process = window.model.link.process
    ended: list[Outcome] = []
    window.model.trainer.run_ended.connect(lambda _, outcome: ended.append(outcome))
    sources: list[Source] = []
    window.model.link.source_changed.connect(sources.append)
    window.model.trainer.stop()
    wait_for_state(State.IDLE)
    assert ended == [Outcome.STOPPED]
    assert window.model.link.process is not process
    assert "batch" in window.banner.message.text()
    qtbot.waitUntil(lambda: len(sources) == 2)
    assert sources[1] == first_source(first)
    window.training.desk.restore(first)
    qtbot.waitUntil(lambda: "reads your sketch again" in window.status.text)


def first_source(run: Run) -> Source:
    return Source(Kind.RUN, "simple_net", ("3", "7"), run.epochs_done, run=1)


@pytest.mark.long
def test_closing_in_a_batch_that_lasts_waits_for_nothing(
    window: MainWindow,
    wait_for_state: Callable[[State], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(link, "LEAVE_S", PATIENCE_MS / 1000)  # of a machine that is busy
    window.model.datasets.choose("mnist")
    window.model.settings.take(TrainConfig(model="mlp", hidden=(3000, 3000), batch_size=1_000_000))
    window.model.train()
    wait_for_state(State.RUNNING)
    assert window.model.shut_down()  # it left by itself


def test_the_worker_begins_in_a_fresh_interpreter_and_where_the_folder_is_gone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(child, "new_process", get_context("spawn").Process)
    if os.name != "nt":  # which removes no folder that somebody is in
        gone = tmp_path / "gone"
        gone.mkdir()
        monkeypatch.chdir(gone)
        gone.rmdir()
    other = link.WorkerLink()
    with qtbot.waitSignal(other.source_changed):
        other.open()
    assert other.close()
    assert other.has_ended


def test_the_next_process_begins_once_the_one_before_has_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "LEAVE_S", 300.0)
    other = link.WorkerLink()
    with qtbot.waitSignal(other.source_changed):
        other.open()
    qtbot.waitUntil(lambda: other._ready_at is not None)
    before = other.process
    other.replace()
    assert other.process is None
    assert not other.has_ended  # the window goes on meanwhile
    assert not other.has_given_up
    with qtbot.waitSignal(other.source_changed):
        pass
    assert before
    assert before.exitcode == 0
    assert other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
@pytest.mark.parametrize("closes", [False, True])
def test_one_that_does_not_leave_is_ended_by_force(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, closes: bool
) -> None:
    monkeypatch.setattr(link, "LEAVE_S", 0.1)
    other = link.WorkerLink()
    with qtbot.waitSignal(other.source_changed):
        other.open()
    qtbot.waitUntil(lambda: other._ready_at is not None)
    before = other.process
    assert before
    assert before.pid
    os.kill(before.pid, signal.SIGSTOP)
    other.replace()
    if not closes:
        with qtbot.waitSignal(other.source_changed):
            pass
    other.close()
    assert other.has_ended
    assert before.exitcode == -signal.SIGKILL


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

    qtbot.waitUntil(has_ended)
