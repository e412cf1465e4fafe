"""The worker's desk for questions: it answers the open ones in turn, one value each.

It stands in the process's first thread, whose event loop delivers what is asked.
"""

import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.worker.free_memory import give_back_free_memory
from desktop.worker.guard import said_of
from desktop.worker.questions import Question, Session, Waiting
from desktop.worker.to_window import Answered, QuestionEnded
from engine.words.message import Message

_REST = 5  # times as long as a turn took
_LONGEST_REST_MS = 100
_LEAVE_S = 0.5  # a turn may take longer, and the process ends in the middle of it


class Desk(QObject):
    """Takes questions, and tells their answers by `tell`.

    While somebody draws (`is_drawn`), it rests after each turn, the longer the more it worked, so
    that strokes find a core free.
    """

    _left = Signal()

    def __init__(
        self,
        make_session: Callable[[int], Session],
        tell: Callable[[Answered | QuestionEnded], None],
        is_drawn: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._make_session, self._tell, self._is_drawn = make_session, tell, is_drawn
        self._open: dict[int, Iterator[object]] = {}
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._on_turn)
        self._has_left = Event()
        self._left.connect(self._on_left, Qt.ConnectionType.QueuedConnection)

    def leave(self) -> None:
        """Let what is open go, and what it has half written; call it from another thread."""
        self._left.emit()
        self._has_left.wait(_LEAVE_S)

    @Slot()
    def _on_left(self) -> None:
        for steps in self._open.values():
            if isinstance(steps, Generator):
                with suppress(Exception):  # the worker's border; nobody listens any more
                    steps.close()
        self._has_left.set()

    @Slot(int, object)
    def answer(self, number: int, question: Question) -> None:
        """Answer a question, beginning soon."""
        self._open[number] = question(self._make_session(number))
        self._turns.start(0)

    @Slot(int)
    def cancel(self, number: int) -> None:
        """Answer it no further; it ends."""
        if number in self._open:
            self._end(number)

    @Slot()
    def _on_turn(self) -> None:
        began = time.perf_counter()
        for number in list(self._open):
            try:
                answer = next(self._open[number])
                if not isinstance(answer, Waiting):
                    self._tell(Answered(number, answer))
            except StopIteration:
                self._end(number)
            except Exception as error:  # the worker's border
                self._end(number, said_of(error))
        if self._open:
            took_ms = (time.perf_counter() - began) * 1000
            rest_ms = min(_REST * took_ms, _LONGEST_REST_MS)
            self._turns.start(int(rest_ms) if self._is_drawn() else 0)

    def _end(self, number: int, problem: Message | None = None) -> None:
        del self._open[number]
        self._tell(QuestionEnded(number, problem))
        if not self._open:
            self._turns.stop()
            give_back_free_memory()
