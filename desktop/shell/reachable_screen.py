"""A start without a screen: one sentence, where Qt would abort the process in words of its own."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from engine.words.message import InWords, Message

_SIGNS = (  # the surest first: Qt asks for xcb's library too where only its display is missing
    ("could not connect to display", "no_screen"),
    ("is needed to load", "window_cannot_open"),
    ("display", "no_screen"),
    ("could not find the qt platform plugin", "no_screen"),
)


@contextmanager
def refused_in_words() -> Iterator[None]:
    """While the QApplication is made, end the process with a sentence where Qt can't go on.

    Its warnings until then tell why; where it goes on all the same, they are passed on. What tells
    those who debug of each step is passed on at once.
    """
    warnings: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _say(f"inkgrad: {_refusal(warnings, message)}")
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
    for message in warnings:
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
