"""One life of the worker's process, as the window has it: from its start to its end."""

import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.pythons.process import OtherProcess, Process
from desktop.worker import process
from desktop.worker.channel import Channel
from desktop.worker.to_window import Told
from desktop.worker.to_worker import Leave, Wish
from engine.runs.place import runs_folder
from inkgrad_start import leave_removed_folder

# A fresh interpreter, on every system; tests put a kind in its place that begins sooner.
new_process: Callable[..., Process] = multiprocessing.get_context("spawn").Process

BEGIN_MS = 90_000  # another environment's that hasn't said a word by then doesn't begin
_LOOK_MS = 20  # until a process that says no more has ended
_KILLED_S = 0.5  # the longest that the system should need to end a killed process
_log = logging.getLogger(__name__)


class Child(QObject):
    """A process and the channel to it.

    Signals: `heard(Told)`; `died()`, once, where it has ended by itself. Neither comes any more
    after `end` or `leave`; after `leave`, `left()` does.
    """

    heard = Signal(object)
    died = Signal()
    left = Signal()
    _came_in = Signal(object)  # from the line's thread
    _went_silent = Signal()

    def __init__(self, runs: int, parent: QObject, python: Path | None = None) -> None:
        """Make one whose runs are counted on from `runs`, in another environment's `python`."""
        super().__init__(parent)
        self.is_elsewhere = python is not None
        self.has_begun = False  # whether it has said a word
        self._is_over = self._is_leaving = False
        ours, self._theirs = multiprocessing.Pipe()
        self._channel: Channel[Wish, Told] = Channel(ours)
        arguments = (self._theirs, runs, runs_folder())
        self.process: Process
        if python:
            self.process = OtherProcess(python, *arguments)
        else:
            self.process = new_process(target=process.run, args=arguments, daemon=True)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.process.kill)
        self._came_in.connect(self._on_came_in)
        self._went_silent.connect(self._on_went_silent)

    def start(self) -> None:
        """Start the process; `died` follows where the system can't."""
        leave_removed_folder()
        try:
            with _nameless_main(), _safe_path(), _deaf_to_interrupts():
                self.process.start()
        except OSError as error:
            _log.error("The worker's process could not be started: %s", error)
        finally:
            self._theirs.close()
        self._channel.listen(self._came_in.emit, self._went_silent.emit)
        if self.is_elsewhere:
            self._patience.start(BEGIN_MS)

    def send(self, wish: Wish) -> None:
        """Let the process hear a wish, when it has come so far."""
        self._channel.send(wish)

    @property
    def has_ended(self) -> bool:
        """Whether there is no process (any more)."""
        return self.process.pid is None or self.process.exitcode is not None

    def end(self, patience_s: float = 0.0) -> bool:
        """End the process, by force where it doesn't by itself; return whether it did so.

        Killing leaves no file half written: each appears only when it is whole.
        """
        self._is_over = True
        self._patience.stop()
        if self.process.pid is not None:
            self.process.join(patience_s)
        by_itself = self.has_ended
        if not by_itself:
            self.process.kill()
            self.process.join(_KILLED_S)
        self._channel.close()
        self.deleteLater()
        return by_itself

    def leave(self, patience_s: float) -> None:
        """Wish the process to end, and wait for it in the background; by force at last."""
        self._is_over = self._is_leaving = True
        self.send(Leave())
        self._patience.start(int(patience_s * 1000))

    @Slot(object)
    def _on_came_in(self, told: Told) -> None:
        self.has_begun = True
        if not self._is_over:
            self._patience.stop()
            self.heard.emit(told)

    @Slot()
    def _on_went_silent(self) -> None:
        if self._is_leaving:
            self._look_whether_gone()
        if self._is_over:
            return
        self.end()
        _log.error("The worker's process ended by itself: exit code %s", self._exit_code())
        self.died.emit()

    @Slot()
    def _look_whether_gone(self) -> None:
        if self.has_ended:
            self.end()
            self.left.emit()
        else:  # Python says goodbye to it before it ends
            QTimer.singleShot(_LOOK_MS, self, self._look_whether_gone)

    def _exit_code(self) -> int | None:
        return self.process.exitcode if self.process.pid is not None else None


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
def _deaf_to_interrupts() -> Iterator[None]:
    """Let the new interpreter be deaf to Ctrl-C from its first moment: it is for the window."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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
