"""What killed processes leave half written in the program's own folders, and its removal."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from desktop.worker.questions import Question, Session
from engine.files import clear_parts


def clear(folders: tuple[Path, ...]) -> Question:
    """Ask for their removal; there is no answer."""
    return partial(_clear, folders)


def _clear(folders: tuple[Path, ...], session: Session) -> Iterator[object]:
    from engine.data import cache
    from engine.data.drawings import own_folder

    for folder in (*folders, cache.folder(), own_folder().parent):  # kept runs lie there too
        clear_parts(folder)
        yield None
