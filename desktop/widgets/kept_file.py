"""Files that the program keeps of its own accord, where nobody has chosen: sketch, settings, ...

All of them are read behind one guard. Whatever is in them, the program starts.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.i18n.engine_words import in_words
from engine.files import put_aside, read_whole, write_whole
from engine.words.message import Message, reason

Value = TypeVar("Value")


def read_kept(
    path: Path, parse: Callable[[bytes], Value], most_bytes: int
) -> tuple[Value | None, str]:
    """Return what is kept in a file, None where nothing is; and a sentence where it is damaged.

    A damaged file is put aside under a name that says so, so that nothing is written over it; so
    is one that we may not read.
    """
    value, error = try_kept(path, parse, most_bytes)
    return value, "" if error is None else set_aside(path, error)


def try_kept(
    path: Path, parse: Callable[[bytes], Value], most_bytes: int
) -> tuple[Value | None, Exception | None]:
    """Return what is kept in a file, None where nothing is; and what is wrong with the file."""
    try:
        return parse(read_whole(path, most_bytes)), None
    except FileNotFoundError:
        return None, None
    except Exception as error:  # the border: nothing that was kept may hinder a start
        return None, error


def set_aside(path: Path, error: Exception) -> str:
    """Put a file aside that is damaged or can't be read; return a sentence that says so."""
    refused = isinstance(error, PermissionError)
    try:
        aside = put_aside(path).name
    except OSError:
        stays = "unreadable" if refused else "damaged_and_stays"
        return in_words(Message(stays, file=path, reason=reason(error)))
    if refused:
        return in_words(Message("put_aside_unread", file=path, reason=reason(error), aside=aside))
    return in_words(Message("put_aside", file=path, aside=aside))


def keep(path: Path, data: bytes) -> str:
    """Write the file, whole or not at all; return what went wrong, empty where nothing did."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        return in_words(Message("unwritable", file=path, reason=reason(error)))
    return ""
