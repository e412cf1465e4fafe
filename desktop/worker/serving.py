"""The worker's end of the channel: who does what in its process.

The line's reader hands every wish to the worker's own thread, which reads sketches and sees to the
runs; each run has a thread; the first thread answers questions; the line's writer sends.
"""

import logging
import os
import sys
import threading
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from desktop.worker.channel import Channel
from desktop.worker.desk import Desk
from desktop.worker.questions import Question
from desktop.worker.to_window import Logged, Told
from desktop.worker.to_worker import Ask, Cancel, Wish
from desktop.worker.worker import Worker
from desktop.worker.worker_session import WorkerSession

# Where the machine is busy, drawing goes first; questions are worth as much as learning. On Linux
# this is the calling thread's alone.
NICENESS = 5
_log = logging.getLogger(__name__)
PATIENCE_MS = 200  # a batch may take long, and few questions are about the learner


class Reception(QObject):
    """Begins each question with a fresh look at the learner, or soon with the last one."""

    def __init__(self, worker: Worker, desk: Desk, patience_ms: int) -> None:
        super().__init__()
        self._worker, self._desk = worker, desk
        self._waiting: dict[int, Question] = {}
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._begin)
        worker.asked.connect(self._on_asked)
        worker.snapshot_made.connect(self._begin)

    @Slot(object)
    def _on_asked(self, wish: Ask | Cancel) -> None:
        if isinstance(wish, Cancel):
            self._cancel(wish.number)
        elif self._worker.is_training:
            self._waiting[wish.number] = wish.question
            self._worker.look()
            self._patience.start()
        else:
            self._begin()  # asked while it trained: none overtakes another
            self._desk.answer(wish.number, wish.question)

    @Slot()
    def _begin(self) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, {}
        for number, question in waiting.items():
            self._desk.answer(number, question)

    def _cancel(self, number: int) -> None:
        if number in self._waiting:
            self._desk.answer(number, self._waiting.pop(number))  # it ends as any other does
        self._desk.cancel(number)


class _ToWindow(logging.Handler):
    """Hands on what is to be logged: the log's file is the window's."""

    def __init__(self, channel: Channel[Told, Wish]) -> None:
        super().__init__()
        self._channel = channel

    def emit(self, record: logging.LogRecord) -> None:
        self._channel.send(Logged(record.name, record.levelno, self.format(record)))


def serve(connection: "Connection[Any, Any]", runs: int) -> None:
    """Let a worker work until it is told to leave; this doesn't return."""
    application = QCoreApplication([])
    channel: Channel[Told, Wish] = Channel(connection)
    worker, notes = Worker(channel.send, runs), dict[str, object]()
    desk = Desk(
        lambda number: WorkerSession(worker, notes, number),
        channel.send,
        lambda: worker.answering.is_drawn,
    )
    reception = Reception(worker, desk, PATIENCE_MS)
    logging.getLogger().addHandler(_ToWindow(channel))
    channel.listen(worker.inbox.put, _end_at_once)
    threading.Thread(target=_work, args=(worker, desk, channel), name="worker", daemon=True).start()
    if hasattr(os, "nice") and sys.platform == "linux":
        os.nice(NICENESS)
    application.exec()
    del reception  # until now


def _work(worker: Worker, desk: Desk, channel: Channel[Told, Wish]) -> None:
    """Obey until the end, whose code is 1 where that came by a mistake of ours."""
    code = 1
    try:
        worker.work()
        desk.leave()
        code = 0
    except Exception:
        _log.exception("The worker has stopped working")
    finally:
        channel.flush()
        os._exit(code)  # all is told; whatever a run or a question is at, nobody waits for it


def _end_at_once() -> None:
    """End the process: the window is gone.

    Nothing is left half written, as all files are written whole or not at all.
    """
    os._exit(1)
