"""A start without a screen: one sentence, where Qt would abort the process in words of its own."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from engine.words.message import InWords, Message


@contextmanager
def refused_in_words() -> Iterator[None]:
    """While the QApplication is made, end the process with a sentence where Qt can't go on.

    Qt says first what was missing; where it goes on all the same, that is passed on.
    """
    said: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind is QtMsgType.QtFatalMsg:
            _refuse(said[0])

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for message in said:
        _say(message)


def _refuse(reason: str) -> None:
    """End at once: what Qt does next, after its last words, is to abort. Nothing is open yet."""
    reason = reason.splitlines()[0].strip() if reason.strip() else "?"
    _say(f"inkgrad: {Message('no_screen', reason=InWords(reason))}")
    os._exit(1)


def _say(words: str) -> None:
    if sys.stderr is not None:  # a window on Windows has none
        try:
            print(words, file=sys.stderr, flush=True)
        except OSError:  # a full disk, or nobody reads it
            return
