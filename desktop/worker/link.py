"""The window's link to the worker, which works in a process of its own.

The window so never shares the interpreter's lock with torch, and outlives what may happen there.
"""

import logging
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from desktop.worker import process
from desktop.worker.channel import Channel
from desktop.worker.messages import Reading, RunRequest, Stretch
from desktop.worker.questions import Question
from desktop.worker.signals import WorkerSignals

PATIENCE_S = 30.0  # the longest a worker should be busy with one thing

# A fresh interpreter, on every system; tests put a kind in its place that begins sooner.
new_process: Callable[..., BaseProcess] = multiprocessing.get_context("spawn").Process

_log = logging.getLogger(__name__)


class WorkerLink(WorkerSignals):
    """Has the worker's signals and slots, and one signal more.

    `lost(bool)`: the process has died, and with it all that was under way; another one has been
    started, unless this one never came so far as to answer. Whatever is asked for before `open` is
    done after it.
    """

    lost = Signal(bool)
    _heard = Signal(str, object)
    _went_silent = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.process: BaseProcess | None = None
        self._is_ready = False
        self._is_leaving = False
        self._runs = 0
        self._unread: int | None = None  # the sketch that is being read
        self._heard.connect(self._on_heard)
        self._went_silent.connect(self._on_went_silent)
        self._lay_channel()

    def _lay_channel(self) -> None:
        ours, self._theirs = multiprocessing.Pipe()
        self._channel = Channel(ours)

    def open(self) -> None:
        """Start the process."""
        arguments = (self._theirs, self._runs)
        self.process = new_process(target=process.run, args=arguments, daemon=True)
        with _nameless_main(), _safe_path():
            self.process.start()
        self._theirs.close()
        self._channel.listen(self._heard.emit, self._went_silent.emit)

    def close(self) -> bool:
        """Let the worker end what it is at, and its process; return whether it did so in time.

        One that doesn't is killed, which leaves no file half written: each appears only when it is
        whole.
        """
        self._is_leaving = True
        self.stop_loading()
        self._send("leave")
        in_time = True
        if self.process:
            self.process.join(PATIENCE_S)
            in_time = self.has_ended
            self._clear_up()
        else:
            self._theirs.close()
        self._channel.close()
        return in_time

    @property
    def has_ended(self) -> bool:
        """Whether there is no process."""
        return self.process is None or self.process.exitcode is not None

    @Slot(int, object)
    def answer(self, number: int, image: NDArray[np.uint8]) -> None:
        self._unread = number
        self._send("answer", number, image)

    def start(self, request: RunRequest) -> None:
        self._send("start", request)

    def pause(self) -> None:
        self._send("pause")

    def go_on(self, stretch: Stretch) -> None:
        self._send("go_on", stretch)

    def stop(self) -> None:
        self._send("stop")

    def set_lr(self, lr: float) -> None:
        self._send("set_lr", lr)

    def stop_loading(self) -> None:
        """Read no dataset any more; `stop` or `close` follows."""
        self._send("stop_loading")

    @Slot(int, object)
    def ask(self, number: int, question: Question) -> None:
        self._send("ask", number, question)

    @Slot(int)
    def cancel(self, number: int) -> None:
        self._send("cancel", number)

    def _send(self, name: str, *values: object) -> None:
        self._channel.send(name, *values)

    @Slot(str, object)
    def _on_heard(self, name: str, values: tuple[Any, ...]) -> None:
        if self._is_leaving:
            return
        if name == "logged":
            logger, level, text = values
            logging.getLogger(logger).log(level, "%s", text)
            return
        if name == "source_changed":
            self._is_ready = True
        elif name == "run_started":
            self._runs = values[0].number
        elif name == "read":
            self._unread = None
        getattr(self, name).emit(*values)

    @Slot()
    def _on_went_silent(self) -> None:
        if self._is_leaving or self.process is None:
            return
        self._clear_up()
        _log.error("The worker's process ended by itself: exit code %s", self.process.exitcode)
        self._channel.close()
        self._lay_channel()
        again, self._is_ready = self._is_ready, False
        if again:
            self.open()
        if self._unread is not None:
            number, self._unread = self._unread, None
            self.read.emit(Reading(number, None, None))
        self.lost.emit(again)

    def _clear_up(self) -> None:
        assert self.process is not None
        self.process.kill()  # most often it has ended already
        self.process.join()


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Keep the new interpreter from running the program's main module again.

    The worker needs nothing of it, and a script that opens a window without asking whether it is
    the main one would open another.
    """
    main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _safe_path() -> Iterator[None]:
    """Keep the new interpreter from taking a `random.py` of the current folder for Python's."""
    told = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        del os.environ["PYTHONSAFEPATH"]
        if told is not None:
            os.environ["PYTHONSAFEPATH"] = told
