"""A start without a screen: one sentence, where Qt would abort the process in words of its own."""

import errno
import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from engine.words.message import InWords, Message, reason

_PATIENCE_S = 30.0  # a slow start of Python and Qt is over by then
_SIGNS = (  # the surest first: Qt asks for xcb's library too where only its display is missing
    ("could not connect to display", "no_screen"),
    ("is needed to load", "window_cannot_open"),
    ("display", "no_screen"),
    ("could not find the qt platform plugin", "no_screen"),
)


def look_for_screen() -> str:
    """Return by which of Qt's platforms a window would open here, or a sentence why none can.

    Another process tries it, as Qt would end this one, or wait for a screen that never answers.
    """
    try:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        with ours, theirs:
            process = multiprocessing.get_context("spawn").Process(target=_try, args=(theirs,))
            process.start()
            theirs.close()
            return _answer(ours, process)
    except OSError as error:  # it was waited for in vain, or the system has no room for a process
        return str(Message("no_screen", reason=reason(error)))


def _answer(ours: Connection, process: BaseProcess) -> str:
    try:
        if not ours.poll(_PATIENCE_S):
            raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
        return ours.recv_bytes().decode()
    except EOFError:  # it could not even say so
        return str(Message("no_screen", reason=InWords("Qt")))
    finally:
        process.kill()  # it may hang at its end, too
        process.join()


def _try(theirs: Connection) -> None:
    with refused_in_words(theirs):
        app = QGuiApplication(["inkgrad"])
        theirs.send_bytes(app.platformName().encode())


@contextmanager
def refused_in_words(listener: Connection | None = None) -> Iterator[None]:
    """While the QApplication is made, end the process with a sentence where Qt can't go on.

    It goes to stderr, or else to a listener, who isn't told of more. Qt's warnings until then tell
    why; where it goes on all the same, they are passed on. What tells those who debug of each step
    is passed on at once.
    """
    warnings: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            refusal = str(_refusal(warnings, message))
            if listener:
                listener.send_bytes(refusal.encode())
            else:
                _say(f"inkgrad: {refusal}")
            os._exit(1)  # what Qt does next is to abort; nothing is open yet
        if kind is QtMsgType.QtDebugMsg:
            _say(message)
        else:
            warnings.append(message)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in () if listener else warnings:
        _say(message)


def _refusal(warnings: Sequence[str], last_words: str) -> Message:
    """Return what keeps the window from opening: no screen, or else a library that is missing."""
    for sign, code in _SIGNS:
        for warning in reversed(warnings):
            if sign in warning.lower():
                return Message(code, reason=InWords(_first_line(warning)))
    return Message("window_cannot_open", reason=InWords(_first_line(last_words)))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0].strip().rstrip(".") or "?"


def _say(words: str) -> None:
    if sys.stderr is not None:  # a window on Windows has none
        try:
            print(words, file=sys.stderr, flush=True)
        except OSError:  # a full disk, or nobody reads it
            return
