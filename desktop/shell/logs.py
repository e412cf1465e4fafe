"""What is kept for the day something goes wrong: a log, and a report of each crash.

They lie in the system's folder for logs, on Linux `$XDG_STATE_HOME/inkgrad/log`, and are sent
nowhere.
"""

import faulthandler
import logging
import platform
import sys
import threading
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

import platformdirs
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from engine.version import program_version

_KEPT_BYTES, _KEPT_FILES = 500_000, 3
_KEPT_REPORTS = 5
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger("inkgrad")


def folder() -> Path:
    """Return where the log and the reports lie; it may not be there yet."""
    return platformdirs.user_log_path("inkgrad", appauthor=False)


def start() -> None:
    """Write down, from now on, what goes wrong; a folder that can't be written is done without."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        if any(path.exists() and not path.is_file() for path in folder().glob("*.log*")):
            return  # a pipe, say, would wait for somebody to read it
        lines = RotatingFileHandler(
            folder() / "inkgrad.log", "a", _KEPT_BYTES, _KEPT_FILES, encoding="utf-8"
        )
        _report_crashes()
    except (OSError, ValueError, OverflowError):  # a time far beyond our calendar is a ValueError
        return
    logging.raiseExceptions = False  # on a full disk each line would be a traceback on stderr
    lines.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(lines)
    _log.setLevel(logging.INFO)
    _log.info("Inkgrad %s starts on %s", program_version(), platform.platform())
    _listen()


def _report_crashes() -> None:
    """Let a crash write where each thread stood; what the last one wrote gets its day's name."""
    report = folder() / "crash.log"
    if report.exists() and report.stat().st_size:
        day = datetime.fromtimestamp(report.stat().st_mtime)
        report.replace(report.with_name(f"crash-{day:%Y-%m-%d-%H%M%S}.log"))
    for old in sorted(folder().glob("crash-*.log"))[:-_KEPT_REPORTS]:
        old.unlink()
    faulthandler.enable(report.open("w", encoding="utf-8"))


def _listen() -> None:
    """Write down what nobody caught, and what Qt has to say; both are still told as before."""
    sys.excepthook = _on_error
    threading.excepthook = _on_error_in_thread
    qInstallMessageHandler(_on_qt_message)


def _on_error(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("Nobody caught this", exc_info=(kind, error, where))
    sys.__excepthook__(kind, error, where)


def _on_error_in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        name = told.thread.name if told.thread else "a thread"
        where = (told.exc_type, told.exc_value, told.exc_traceback)
        _log.critical("Nobody caught this in %s", name, exc_info=where)
    threading.__excepthook__(told)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS[kind], "%s", message)
    if sys.stderr is not None:  # a window on Windows has none
        print(message, file=sys.stderr)
