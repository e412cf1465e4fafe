"""Asks the worker for an experiment, again whenever what it works with has changed."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.worker.questions import Newest, Question, Questions

CHANGE_MS = 80  # between two questions while a slider is dragged
REPORT_MS = 330  # and while the model learns


class Experiment(QObject):
    """One question at a time; a newer one takes the place of what is still being answered.

    Every question gives its first answer, so that a drag is followed. Signals:
    `answered(Shown)`; `settled()` no more of it follows; `failed(str)`.
    """

    answered = Signal(object)
    settled = Signal()
    failed = Signal(str)

    def __init__(self, questions: Questions, watched: QWidget) -> None:
        super().__init__(watched)
        self._newest = Newest(questions, self)
        self._newest.answered.connect(self._on_answered)
        self._newest.failed.connect(self.failed)
        self._newest.failed.connect(self._on_ended)
        self._newest.ended.connect(self._on_ended)
        self._watched = watched
        self._question: Question | None = None
        self._has_answered = False
        self._wanted = False
        self._since = QElapsedTimer()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask)

    @property
    def is_settled(self) -> bool:
        """Whether the figures are those of what is set now."""
        return not self._wanted and not self._newest.is_awaited

    def ask(self, question: Question) -> None:
        """Ask as soon as it is this one's turn."""
        self._question, self._wanted = question, True
        self._ask_after(CHANGE_MS)

    @Slot()
    def ask_again(self) -> None:
        """The model has learned: ask the same once more, but not too often."""
        if self._question is not None and not self._wanted:
            self._wanted = True
            self._ask_after(REPORT_MS)

    @Slot()
    def wake(self) -> None:
        """Ask what had to wait until it can be seen."""
        self._ask()

    def _ask_after(self, ms: int) -> None:
        rest = ms - self._since.elapsed() if self._since.isValid() else 0
        if rest > 0:
            self._later.start(rest)
        else:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        if not self._wanted or self._question is None or not self._watched.isVisible():
            return
        if self._newest.is_awaited and not self._has_answered:
            return  # its first answer is on its way, and this one comes after it
        self._later.stop()
        self._wanted, self._has_answered = False, False
        self._since.start()
        self._newest.ask(self._question)

    @Slot(object)
    def _on_answered(self, figures: object) -> None:
        self._has_answered = True
        self.answered.emit(figures)
        self._ask_if_due()

    @Slot()
    def _on_ended(self) -> None:
        self.settled.emit()
        self._ask_if_due()

    def _ask_if_due(self) -> None:
        if self._wanted and not self._later.isActive():
            self._ask()
