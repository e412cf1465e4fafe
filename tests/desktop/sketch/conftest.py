"""The left side of the window, its questions answered in the same thread: quick, and no torch.

Pixel similarity of the 3s and 7s answers; the questions are the real ones.
"""

from collections.abc import Generator
from typing import ClassVar

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Actions
from desktop.sketch.canvas import Canvas
from desktop.sketch.document import SketchDocument
from desktop.sketch.sketch_panel import SketchPanel
from desktop.worker.desk import Desk
from desktop.worker.messages import DataSource, Kind, Reading, Source
from desktop.worker.questions import Questions
from desktop.worker.signals import WorkerSignals
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from engine.inference.similarity import PixelSimilarity
from engine.learner import Learner


class LocalSession:
    """A session whose only data are the given set, and in which nothing was trained."""

    learner = None
    classifier = None
    kept: ClassVar[dict[int, Classifier]] = {}

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.notes: dict[str, object] = {}

    def load(self, source: DataSource) -> Generator[object, None, Dataset]:
        yield from ()
        return self.dataset

    def learner_of(self, number: int) -> Learner | None:
        return None

    def answer_with(self, classifier: Classifier, source: Source) -> None:
        raise AssertionError("no question of this side asks for it")

    def forget(self, numbers: tuple[int, ...]) -> None:
        raise AssertionError("no question of this side asks for it")


class _Answers(QObject):
    """Answers a panel as the worker does: the desk is the real one."""

    def __init__(self, dataset: Dataset, means: PixelSimilarity, actions: Actions) -> None:
        super().__init__()
        self.questions = Questions(self)
        self.panel = SketchPanel(self.questions, actions)
        self._means = means
        self._source = Source(Kind.SIMILARITY, dataset.name, dataset.classes)
        self._signals = WorkerSignals(self)
        session = LocalSession(dataset)
        self._desk = Desk(lambda _: session, self._signals.pass_on, lambda: False)
        self.questions.answer_requested.connect(self._desk.answer)
        self.questions.cancel_requested.connect(self._desk.cancel)
        self._signals.answered.connect(self.questions.on_answered)
        self._signals.ended.connect(self.questions.on_ended)
        self.panel.reader.question_asked.connect(self.answer)

    @Slot(int, object, object)
    def answer(
        self, number: int, image: NDArray[np.uint8], digits: tuple[NDArray[np.uint8], ...]
    ) -> None:
        answers = tuple(map(self._means.predict, digits))
        reading = Reading(number, self._means.predict(image), self._source, answers)
        self.panel.reader.on_reading(reading)


@pytest.fixture(scope="session")
def means(mnist_sample: Dataset) -> PixelSimilarity:
    """Return the mean 3 and the mean 7."""
    return PixelSimilarity.of(mnist_sample.train, mnist_sample.classes)


@pytest.fixture
def panel(
    qtbot: QtBot, actions: Actions, mnist_sample: Dataset, means: PixelSimilarity
) -> SketchPanel:
    """Return the shown panel, as large as in a window of 1366x768."""
    answers = _Answers(mnist_sample, means, actions)
    qtbot.addWidget(answers.panel)
    answers.setParent(answers.panel)  # it lives as long
    files = answers.panel.files
    files.files_brought.connect(lambda paths: files.open(paths[0]))  # the window would look first
    answers.panel.resize(410, 711)
    answers.panel.show()
    return answers.panel


@pytest.fixture
def told(panel: SketchPanel) -> list[str]:
    """Return what the banner would say, as it comes in."""
    sentences: list[str] = []
    panel.files.failed.connect(sentences.append)
    return sentences


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    """Return a shown pad alone, 400 by 400."""
    document = SketchDocument()
    canvas = Canvas(document)
    document.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    canvas.show()
    return canvas
