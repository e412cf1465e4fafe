"""Reads and checks a dataset as soon as it is chosen, long before anybody presses Train."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.data.dataset_list import DatasetList, place_of
from desktop.data.questions import make_room
from desktop.worker.link import WorkerLink
from desktop.worker.messages import DataSource, RunStart
from desktop.worker.questions import Newest, Question, Questions, Session
from engine.data.description import describe
from engine.data.loading import BUNDLED
from engine.errors import DataError


@dataclass(frozen=True)
class Several:
    """The names of the datasets that lie in one place, of which a person has to choose."""

    names: tuple[str, ...]


def check_data(source: DataSource) -> Question:
    """Ask for a dataset's Description, or for Several."""
    return partial(_check_data, source)


def _check_data(source: DataSource, session: Session) -> Iterator[object]:
    make_room(session)
    try:
        dataset = yield from session.load(source)
    except DataError as error:
        if error.message.code != "several_datasets":
            raise
        yield Several(tuple(error.message.values["choices"]))
    else:
        yield describe(dataset)


class Checking(QObject):
    """A dataset that is refused, or not waited for, gives way to the one that was chosen before.

    Signals: `began()`; `progressed(int, int)` images read and in all; `ended()` in any case;
    `found(Description)` all is well; `several_found(Path, tuple[str, ...])` where, and the names
    of the sets that lie there; `refused(str)` a sentence for people.
    """

    began = Signal()
    progressed = Signal(int, int)
    ended = Signal()
    found = Signal(object)
    several_found = Signal(object, object)
    refused = Signal(str)

    def __init__(
        self, datasets: DatasetList, questions: Questions, link: WorkerLink, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._datasets = datasets
        self._question = Newest(questions, self)
        self._question.answered.connect(self._on_answered)
        self._question.ended.connect(self.ended)
        self._question.failed.connect(self._on_failed)
        datasets.picked.connect(self._on_picked)
        link.loading.connect(self._on_loading)
        link.run_started.connect(self._on_run_started)

    @property
    def is_under_way(self) -> bool:
        """Whether the chosen dataset is being read."""
        return self._question.is_awaited

    @Slot()
    def cancel(self) -> None:
        """Wait for it no longer, and choose what was chosen before."""
        if self.is_under_way:
            self._question.cancel()
            self._datasets.refuse(self._datasets.chosen)
            self.ended.emit()

    @Slot()
    def _on_picked(self) -> None:
        was_under_way = self.is_under_way
        self._question.cancel()
        if self._datasets.chosen not in BUNDLED:
            self._question.ask(check_data(self._datasets.chosen))
            self.began.emit()
        elif was_under_way:
            self.ended.emit()

    @Slot(object, int, int)
    def _on_loading(self, source: DataSource, done: int, images: int) -> None:
        if self.is_under_way and source == self._datasets.chosen:
            self.progressed.emit(done, images)

    @Slot(object)
    def _on_run_started(self, run: RunStart) -> None:
        self._datasets.accept(run.source)  # it could be used

    @Slot(object)
    def _on_answered(self, answer: object) -> None:
        chosen = self._datasets.chosen
        if isinstance(answer, Several):
            self._datasets.refuse(chosen)
            self.several_found.emit(place_of(chosen), answer.names)
        else:
            self._datasets.accept(chosen)
            self.found.emit(answer)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._datasets.refuse(self._datasets.chosen)
        self.ended.emit()
        self.refused.emit(sentence)
