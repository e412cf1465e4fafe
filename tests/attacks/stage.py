"""A real window for attackers: everything it keeps lies in a temporary folder, nobody is asked.

Dialogs of files and questions are answered by dice; what goes wrong unseen is collected.
"""

import logging
import multiprocessing
import os
import sys
import tempfile
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox

from desktop.app import create_application
from desktop.shell.preferences import keep_settings_in
from desktop.worker import child
from tests.attacks.mutations import Dice

PATIENCE_MS = 120_000
_HARMLESS = (
    "propagateSizeHints",
    "This plugin does not support",
)  # what the offscreen platform says of every window


def prepare() -> QApplication:
    """Return the application; workers will begin as copies of a process that has torch already."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["engine.learner", "desktop.worker.serving"])
    child.new_process = context.Process
    warnings.simplefilter("error")
    return create_application()


@contextmanager
def own_folders(folder: Path) -> Iterator[None]:
    """Keep settings, drawings and the cache in a folder."""
    places = {"XDG_CACHE_HOME": str(folder / "cache"), "XDG_DATA_HOME": str(folder / "data")}
    with patch.dict(os.environ, places):
        keep_settings_in(str(folder / "settings"))
        yield


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder, in memory where that goes, that is removed afterwards."""
    quick = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=quick, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


class _Logged(logging.Handler):
    """Notes each traceback in the log: the worker says so of a mistake of its own, and goes on."""

    def __init__(self, found: list[str]) -> None:
        super().__init__()
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        if "Traceback" in (text := self.format(record)):
            self._found.append(text)


@contextmanager
def unseen_faults() -> Iterator[list[str]]:
    """Give a list that fills with exceptions, those in the log too, and with Qt's warnings."""
    found: list[str] = []

    def on_error(
        kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        found.append("".join(traceback.format_exception(kind, error, trace)))

    def on_message(kind: QtMsgType, context: object, text: str) -> None:
        serious = kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if serious and not any(word in text for word in _HARMLESS):
            found.append(f"Qt: {text}")

    before, logged = qInstallMessageHandler(on_message), _Logged(found)
    logging.getLogger().addHandler(logged)
    with (
        patch.object(sys, "excepthook", on_error),
        patch.object(
            threading, "excepthook", lambda told: on_error(told.exc_type, told.exc_value, None)
        ),
    ):
        try:
            yield found
        finally:
            qInstallMessageHandler(before)
            logging.getLogger().removeHandler(logged)


@contextmanager
def forced_ends() -> Iterator[list[child.Child]]:
    """Give a list that fills with the workers that didn't leave in time, and so were killed."""
    forced: list[child.Child] = []
    end = child.Child.end

    def noted(self: child.Child, patience_s: float = 0.0) -> bool:
        by_itself = end(self, patience_s)
        if not by_itself:
            forced.append(self)
        return by_itself

    with patch.object(child.Child, "end", noted):
        yield forced


@contextmanager
def answered_dialogs(choose: Callable[[bool], Path | None], dice: Dice) -> Iterator[None]:
    """Answer what would wait for a person; `choose` gives a path to open, or (True) to save to."""

    def name(saves: bool) -> str:
        path = choose(saves)
        return "" if path is None else str(path)

    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    with (
        patch.object(QFileDialog, "getOpenFileName", lambda *_, **__: (name(False), "")),
        patch.object(QFileDialog, "getOpenFileNames", lambda *_, **__: ([name(False)], "")),
        patch.object(QFileDialog, "getSaveFileName", lambda *_, **__: (name(True), "")),
        patch.object(QFileDialog, "getExistingDirectory", lambda *_, **__: name(True)),
        patch.object(QInputDialog, "getText", lambda *_, **__: ("Ada", dice.random() < 0.5)),
        patch.object(QMessageBox, "question", lambda *_, **__: yes if dice.random() < 0.5 else no),
        patch.object(QDesktopServices, "openUrl", lambda *_: True),
    ):
        yield


def live(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop, loop.quit)
    loop.exec()


def live_until(done: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> bool:
    """Let the window live until something is so, or the patience ends; return which of the two."""
    loop, looks, patience = QEventLoop(), QTimer(interval=10), QTimer(interval=patience_ms)
    looks.timeout.connect(lambda: loop.quit() if done() else None)
    patience.timeout.connect(loop.quit)
    looks.start()
    patience.start()
    if not done():
        loop.exec()
    looks.stop()
    patience.stop()  # a single shot would keep the loop until its time had come
    return done()
