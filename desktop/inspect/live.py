"""Asks the worker the same thing again while it learns: one question at a time, not too often."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.worker.questions import Newest, Question, Questions

EVERY_MS = 125  # eight pictures a second


class LiveQuestion(QObject):
    """Asks what `make` returns (None: nothing to ask) as long as `watched` can be seen.

    Signals: `answered(object)`; `failed(str)` a sentence for people.
    """

    answered = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        questions: Questions,
        watched: QWidget,
        make: Callable[[], Question | None],
        every_ms: int = EVERY_MS,
    ) -> None:
        super().__init__(watched)
        self._every_ms = every_ms
        self._question = Newest(questions, self)
        self._question.answered.connect(self.answered)
        self._question.failed.connect(self.failed)
        self._question.failed.connect(self._ask)
        self._question.ended.connect(self._ask)
        self._watched = watched
        self._make = make
        self._wanted = False
        self._since_asked = QElapsedTimer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)

    @Slot()
    def refresh(self) -> None:
        """Ask as soon as the last answer is there and its time is over."""
        self._wanted = True
        self._ask()

    @Slot()
    def _ask(self) -> None:
        if not self._wanted or self._question.is_awaited or not self._watched.isVisible():
            return
        rest_ms = self._every_ms - self._since_asked.elapsed() if self._since_asked.isValid() else 0
        if rest_ms > 0:
            if not self._later.isActive():
                self._later.start(rest_ms)
            return
        self._wanted = False
        question = self._make()
        if question is None:
            return
        self._since_asked.start()
        self._question.ask(question)
