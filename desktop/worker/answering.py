"""Who answers for the sketch: the reader's own model, or a run that has borrowed the answer.

No Qt and no torch: the worker hands the models in.
"""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop.worker.messages import Kind, Reading, Source
from engine.inference.prediction import Prediction

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier
    from engine.learner import Learner

_DRAWN_S = 0.1  # a pen that moves is read 60 times a second and more


def epoch_and_batch(learner: "Learner") -> tuple[int, int]:
    """Return the epochs that are measured, and the batch where it stands beyond them, or 0."""
    beyond = learner.step > learner.epochs_done * len(learner.batches)
    return learner.epochs_done, learner.step if beyond else 0


class Reads(Protocol):
    """A classifier, or pixel similarity, which is no network."""

    def predict(self, image: NDArray[np.uint8]) -> Prediction: ...


class Answerer:
    """A model that can answer, and what it is called.

    A run's has new weights now and then: `renew` is called by the run's thread alone, while others
    read. What they read with is only ever replaced as a whole.
    """

    def __init__(self, reader: "Reads", source: Source) -> None:
        self.classifier: Classifier | None = None  # of a model that no longer changes
        self.was_asked = False  # since the weights were renewed
        self._now = reader, source

    @classmethod
    def fixed(cls, classifier: "Classifier", source: Source) -> "Answerer":
        """Make one of a model as it is."""
        answerer = cls(classifier, source)
        answerer.classifier = classifier
        return answerer

    @property
    def source(self) -> Source:
        """Which model this is, and how far its weights have come."""
        return self._now[1]

    def read(
        self, number: int, image: NDArray[np.uint8], digits: Sequence[NDArray[np.uint8]] = ()
    ) -> Reading:
        """Answer the sketch that was asked about under a number, and each of several digits."""
        self.was_asked = True
        reader, source = self._now
        answers = tuple(reader.predict(digit) for digit in digits)
        return Reading(number, reader.predict(image), source, answers)

    def look_through(self) -> "Reads":
        """Return what reads with the weights of the moment, to look at."""
        self.was_asked = True
        return self._now[0]

    def renew(self, classifier: "Classifier", epoch: int) -> None:
        """Answer with newer weights of the same run."""
        self.was_asked = False
        self._now = classifier, replace(self.source, epoch=epoch)

    def settle(
        self, classifier: "Classifier", epoch: int, batch: int = 0, *, diverged: bool
    ) -> None:
        """The run is over: answer with its last weights from now on."""
        self.classifier = classifier
        self._now = classifier, replace(self.source, epoch=epoch, batch=batch, diverged=diverged)


class Answering:
    """The answerer of the moment. All changes are made by one thread, the worker's own.

    A run that isn't the reader's own borrows the answer until it is given back; who answers for the
    reader is kept aside meanwhile, and never changes by it. A moment of a kept run answers in
    place of either, until it is left or another model is chosen or begins to learn.
    """

    def __init__(self) -> None:
        self._own: Answerer | None = None
        self._borrower: Answerer | None = None
        self._moment: Answerer | None = None
        self._before: tuple[Answerer | None, Answerer | None] = (None, None)
        self._starter: Answerer | None = None
        self._asked_at = float("-inf")

    @property
    def is_drawn(self) -> bool:
        """Whether a sketch was to be read a moment ago; asked from other threads too."""
        return time.monotonic() - self._asked_at < _DRAWN_S

    @property
    def is_borrowed(self) -> bool:
        """Whether a run that isn't the reader's own answers."""
        return self._borrower is not None

    @property
    def current(self) -> Answerer | None:
        """Who answers now; None as long as nobody can."""
        return self._moment or self._borrower or self._own

    def begin_reading(self) -> Answerer | None:
        """Return who is to read a sketch that has come in."""
        self._asked_at = time.monotonic()
        return self.current

    def set_own(self, answerer: Answerer) -> None:
        """Let a model of the reader's answer from now on."""
        self._own, self._borrower, self._moment = answerer, None, None
        if answerer.source.kind is Kind.STARTER:
            self._starter = answerer

    def second_opinion(self, reading: Reading, image: NDArray[np.uint8]) -> Reading | None:
        """Return the starter's answer where the one that was given knows few digits."""
        if self._starter is None or reading.prediction is None or reading.source is None:
            return None
        return self._starter.read(reading.number, image) if reading.source.knows_few else None

    def begin(self, answerer: Answerer, *, borrows: bool) -> None:
        """Let a run that begins answer: as the reader's own, or in its place."""
        self._before = self._own, self._borrower
        if borrows:
            self._borrower, self._moment = answerer, None
        else:
            self.set_own(answerer)

    def show_moment(self, moment: Answerer | None) -> None:
        """Let a moment of a kept run answer; None: whoever did before."""
        self._moment = moment

    def give_back(self) -> None:
        """Let the reader's own model answer again."""
        self._borrower = None

    def withdraw(self, answerer: Answerer) -> None:
        """A run has failed: let what answered before it do so again, unless another does by now."""
        own, borrower = self._before
        if self._own is answerer:
            self._own = own
        elif self._borrower is answerer:
            self._borrower = borrower

    def end(self) -> None:
        """A run has ended well: what answered before it isn't needed any more."""
        self._before = (None, None)
