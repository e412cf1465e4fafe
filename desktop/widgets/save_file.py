"""Writing what people save: under which name, and whole or not at all.

Where it can't be written there is a sentence.
"""

import os
import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill
from desktop.widgets.plain_text import ask
from engine.files import write_whole
from engine.words.message import Message, reason

_FORBIDDEN = re.compile(r'[\x00-\x1f/\\:*?"<>|]')  # in a file's name, on one system or another


def file_name(words: str) -> str:
    """Return words as a name that a file may have everywhere."""
    return _FORBIDDEN.sub("-", words)


def with_ending(path: Path, *endings: str) -> Path:
    """Return the path, with the first ending unless it has one of them: "lr 0.1" has none."""
    return path if path.suffix.lower() in endings else path.with_name(path.name + endings[0])


def whole_name(parent: QWidget, chosen: str, *endings: str) -> Path | None:
    """Return a chosen path with its ending; None where that is a file which people want to keep.

    The dialog itself has asked about the path without it.
    """
    path = Path(chosen)
    whole = with_ending(path, *endings)
    if whole == path or not os.path.lexists(whole):
        return whole
    question = QCoreApplication.translate("Saving", "{0} already exists. Replace it?")
    title = QCoreApplication.translate("Saving", "Save")
    return whole if ask(parent, title, fill(question, whole.name)) else None


def write(path: Path, content: bytes) -> str:
    """Write the file; return what went wrong, empty where nothing did."""
    try:
        write_whole(path, content)
    except OSError as error:
        return in_words(Message("unwritable_elsewhere", file=path, reason=reason(error)))
    return ""


def saved(path: Path) -> str:
    """Return what is said where nothing went wrong."""
    return fill(QCoreApplication.translate("Saving", "Saved {0}"), path)
