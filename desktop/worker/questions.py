"""Questions to the worker that aren't training: asked by the window, answered in another process.

A question is a generator function of a Session, by its module and name, with its other arguments
bound by `functools.partial`; each value that it yields comes back by signal. All of these are
pickled on their way. Long work yields often, so that other questions and Cancel get their turn.
What is asked lives with the panels; nothing here knows a tensor.
"""

from collections.abc import Callable, Generator, Iterator
from enum import Enum, auto
from itertools import count
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.worker.messages import DataSource, Source
from engine.data.splits import Dataset

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner


class Waiting(Enum):
    """What a question yields on its way; it is no answer, and nobody hears of it."""

    FOR_DATA = auto()
    FOR_TURN = auto()  # others may be answered in between


class Session(Protocol):
    """What a question may look at, as it was when the question began. It changes nothing of it."""

    @property
    def learner(self) -> "Learner | None":
        """A copy of the run of the moment or the last one: the borrower's while one answers."""

    @property
    def classifier(self) -> "Classifier | None":
        """A copy of whoever answers for the sketch; None while only pixel similarity can."""

    def learner_of(self, number: int) -> "Learner | None":
        """Return a copy of a certain run, if it is the last one of those who asked for it."""

    @property
    def kept(self) -> "dict[int, Classifier]":
        """The models of the ended runs, by the runs' numbers."""

    @property
    def notes(self) -> dict[str, object]:
        """What one question leaves for later ones, by a name of its own."""

    def load(self, source: DataSource) -> Generator[object, None, Dataset]:
        """Return a dataset by `yield from`, soon where it is at hand. Raises DataError."""

    def answer_with(self, classifier: "Classifier", source: Source) -> None:
        """Let this model answer for the reader's sketch, until another does."""

    def wait_for_keeping(self, numbers: tuple[int, ...]) -> None:
        """Wait until all that is kept of ended runs is written."""

    def forget(self, numbers: tuple[int, ...]) -> None:
        """Let go of the models of ended runs."""


Question = Callable[[Session], Iterator[object]]
Found = TypeVar("Found")


def in_turns(steps: Generator[object, None, Found]) -> Generator[object, None, Found]:
    """Return by `yield from` what long work comes to; others get their turn wherever it yields."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Found = end.value
            return found
        yield Waiting.FOR_TURN


class PendingQuestion(QObject):
    """One question on its way. It ends once: with `ended`, or with `failed(str)`.

    Signals: `answered(object)` for each value; `ended()`; `failed(str)` a sentence for people.
    """

    answered = Signal(object)
    ended = Signal()
    failed = Signal(str)
    cancel_requested = Signal(int)

    def __init__(self, number: int, parent: QObject, *, saves: bool = False) -> None:
        super().__init__(parent)
        self._number = number
        self.saves = saves  # what it comes to is a file that somebody waits for
        self.is_cancelled = False

    def cancel(self) -> None:
        """Ask for no more values; `ended` follows, and no answer comes after this call."""
        self.is_cancelled = True
        self.cancel_requested.emit(self._number)


class Questions(QObject):
    """All questions on their way: takes them, and brings their answers.

    Signals, for the worker's link: `answer_requested(int, Question)`; `cancel_requested(int)`.
    """

    answer_requested = Signal(int, object)
    cancel_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._open: dict[int, PendingQuestion] = {}

    def ask(self, question: Question, *, saves: bool = False) -> PendingQuestion:
        """Send a question off; connect to its signals at once. `saves`: it is for a file."""
        number = next(self._numbers)
        pending = PendingQuestion(number, self, saves=saves)
        pending.cancel_requested.connect(self.cancel_requested)
        self._open[number] = pending
        self.answer_requested.emit(number, question)
        return pending

    @property
    def are_answered(self) -> bool:
        """Whether no question is on its way."""
        return not self._open

    @property
    def is_saving(self) -> bool:
        """Whether a file that somebody has wished for isn't written yet."""
        return any(each.saves and not each.is_cancelled for each in self._open.values())

    @Slot(int, object)
    def on_answered(self, number: int, value: object) -> None:
        pending = self._open.get(number)
        if pending and not pending.is_cancelled:
            pending.answered.emit(value)

    def fail_all(self, problem: str) -> None:
        """End them all: nobody is there any more who could answer."""
        for number in list(self._open):
            self.on_ended(number, problem)

    @Slot(int, str)
    def on_ended(self, number: int, problem: str) -> None:
        """End a question; `problem` is empty where all went well."""
        pending = self._open.pop(number, None)
        if pending is None:
            return  # it failed already, with all others
        if problem and not pending.is_cancelled:
            pending.failed.emit(problem)
        else:
            pending.ended.emit()
        pending.deleteLater()


class Newest(QObject):
    """Asks questions of which only the newest counts: it takes the place of an earlier one.

    Signals, all of the newest: `answered(object)` for each value; at last `ended()`, or
    `failed(str)` a sentence for people. After `cancel` none comes.
    """

    answered = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._questions = questions
        self._awaited: PendingQuestion | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether there may be more to hear."""
        return self._awaited is not None

    def ask(self, question: Question, *, saves: bool = False) -> None:
        """Ask, and hear no more of what was asked before."""
        self.cancel()
        self._awaited = self._questions.ask(question, saves=saves)
        self._awaited.answered.connect(self.answered)
        self._awaited.ended.connect(self._on_ended)
        self._awaited.failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Want no answer any more."""
        if self._awaited is None:
            return
        left, self._awaited = self._awaited, None
        left.answered.disconnect(self.answered)
        left.ended.disconnect(self._on_ended)
        left.failed.disconnect(self._on_failed)
        left.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self._awaited = None
        self.ended.emit()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._awaited = None
        self.failed.emit(sentence)
