"""What playback asks the worker: which moments of a run are kept."""

import time
from collections.abc import Generator, Iterator
from functools import partial
from typing import TYPE_CHECKING

from desktop.worker.questions import Question, Session, Waiting

if TYPE_CHECKING:
    from engine.runs.run_folder import RunFolder

_PATIENCE_S = 2.0  # until the last moment of a run that has ended is written


def list_moments(id_: str, *, has_ended: bool) -> Question:
    """Give after how many batches a run's weights are kept: tuple[int, ...], ascending."""
    return partial(_list_moments, id_, has_ended)


def _list_moments(id_: str, has_ended: bool, _: Session) -> Iterator[object]:
    from engine.runs.store import RunStore

    yield (yield from kept_steps(RunStore().open(id_), has_ended=has_ended))


def kept_steps(folder: "RunFolder", *, has_ended: bool) -> Generator[object, None, tuple[int, ...]]:
    """Return after how many batches weights are kept, by `yield from`."""
    until = time.monotonic() + _PATIENCE_S
    while has_ended and folder.is_under_way and time.monotonic() < until:
        yield Waiting.FOR_DATA
    return tuple(folder.steps())
