"""What a question may look at in the worker's process: frozen copies, taken when it is begun."""

from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING

from desktop.worker.messages import DataSource, Kind, Origin, Source
from desktop.worker.worker import Worker
from engine.data.splits import Dataset

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner


class WorkerSession:
    """What one question may look at: see `questions.Session`. Questions have a thread of theirs."""

    def __init__(self, worker: Worker, notes: dict[str, object], number: int) -> None:
        self.notes = notes
        self._worker, self._number = worker, number
        self._answerer = worker.answering.current
        borrowed = self._answerer if worker.answering.is_borrowed else None
        self.learner = worker.look_at(borrowed.source.origin if borrowed else Origin.READER)
        self._copy: Classifier | None = None

    @property
    def classifier(self) -> "Classifier | None":
        answerer = self._answerer
        if answerer is None or answerer.classifier or answerer.source.kind is not Kind.RUN:
            return answerer.classifier if answerer else None
        if self._copy is None and self.learner:
            self._copy = self.learner.classifier()
        return self._copy

    @property
    def kept(self) -> "dict[int, Classifier]":
        return self._worker.models.by_run

    def learner_of(self, number: int) -> "Learner | None":
        runs = list(self._worker.last_runs.values())
        return next((run.snapshot for run in runs if run.number == number), None)

    def load(self, source: DataSource) -> Generator[object, None, Dataset]:
        return (yield from self._worker.datasets.load(source))

    def answer_with(self, classifier: "Classifier", source: Source) -> None:
        self._worker.do(partial(self._worker.answer_with, classifier, source))

    def wait_for_keeping(self, numbers: tuple[int, ...]) -> None:
        self._worker.do(partial(self._worker.threads.wait_for_keeping, numbers))

    def forget(self, numbers: tuple[int, ...]) -> None:
        self._worker.do(partial(self._worker.forget, numbers))
