"""A worker at work in this process, without a window: its own thread obeys, and all it tells is
gathered."""

import threading
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.worker import serving
from desktop.worker.desk import Desk
from desktop.worker.questions import Question
from desktop.worker.serving import Reception
from desktop.worker.to_window import Answered, QuestionEnded, RunEnded, StoodStill, Told, WasRead
from desktop.worker.to_worker import Ask, Leave, Read, Start, Stop, Wish
from desktop.worker.worker import Worker
from desktop.worker.worker_session import WorkerSession
from tests.patience import PATIENCE_MS

IMAGE = np.zeros((28, 28), np.uint8)
IMAGE[6:22, 13:16] = 255
T = TypeVar("T")


class AtWork:
    """A worker, its reception and its desk, as `serve` puts them together."""

    def __init__(self, qtbot: QtBot, patience_ms: int = PATIENCE_MS) -> None:
        self.told: list[Told] = []
        self.worker = Worker(self.told.append)
        notes: dict[str, object] = {}
        self.desk = Desk(
            lambda number: self.session(number, notes),
            self.told.append,
            lambda: self.worker.answering.is_drawn,
        )
        self.reception = Reception(self.worker, self.desk, patience_ms)
        self._qtbot = qtbot
        self._number = 0
        self._thread = threading.Thread(target=self.worker.work, name="line worker")

    def begin(self) -> None:
        self._thread.start()

    def session(self, number: int = 0, notes: dict[str, object] | None = None) -> WorkerSession:
        return WorkerSession(self.worker, {} if notes is None else notes, number)

    def wish(self, wish: Wish) -> None:
        self.worker.inbox.put(wish)

    def all(self, kind: type[T]) -> list[T]:
        return [told for told in self.told if isinstance(told, kind)]

    def wait_for(self, kind: type[T], wish: Wish | None = None) -> T:
        """Wish, and wait for one more of a kind."""
        before = len(self.all(kind))
        if wish is not None:
            self.wish(wish)
        self.wait_until(lambda: len(self.all(kind)) > before)
        return self.all(kind)[before]

    def wait_until(self, condition: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(condition)

    def hold(self, start: Start) -> None:
        """Begin a run, and wait until it stands still."""
        self.wait_for(StoodStill, start)

    def end(self) -> None:
        """Stop the run under way."""
        self.wait_for(RunEnded, Stop())

    def read(self) -> WasRead:
        """Let a sketch be read."""
        self._number += 1
        return self.wait_for(WasRead, Read(self._number, IMAGE))

    def ask(self, question: Question) -> list[Any]:
        """Ask a question, and return all its answers."""
        self._number += 1
        number = self._number
        ended = self.wait_for(QuestionEnded, Ask(number, question))
        assert ended == QuestionEnded(number, None)
        return [told.value for told in self.all(Answered) if told.number == number]

    def leave(self) -> None:
        """Let go of all threads."""
        self.wish(Leave())
        if self._thread.ident is not None:
            self._thread.join()
        self.worker.threads.end()


@pytest.fixture
def idle(qtbot: QtBot) -> Iterator[AtWork]:
    """Return a worker that has not begun yet; its questions wait for a fresh look."""
    at_work = AtWork(qtbot)
    yield at_work
    at_work.leave()


@pytest.fixture
def hurried(qtbot: QtBot) -> Iterator[AtWork]:
    """Return a worker at work whose questions wait no longer than in the program."""
    at_work = AtWork(qtbot, serving.PATIENCE_MS)
    at_work.begin()
    yield at_work
    at_work.leave()


@pytest.fixture
def at_work(idle: AtWork) -> AtWork:
    """Return a worker whose starter answers."""
    idle.begin()
    idle.wait_until(lambda: idle.worker.answering.current is not None)
    return idle
