"""What the window of one step asks the worker: a step, taken apart for one weight."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from desktop.worker.answerers import output_names
from desktop.worker.questions import Question, Session, in_turns
from engine.analysis.traced import Choice, Traced


@dataclass(frozen=True, eq=False)
class Subject:
    """What is learned from: the last batch, or a sketch as one of the classes.

    The label is a class by its number; None: as the network reads it. None for the image: the
    batch, which is none where no run answers.
    """

    image: NDArray[np.uint8] | None
    label: int | None = None


@dataclass(frozen=True, eq=False)
class Taken:
    """A step that was taken apart, and what is there to choose from.

    `traced` is None where there is no batch.
    """

    traced: Traced | None
    names: tuple[str, ...]  # of the outputs
    classes: tuple[str, ...]
    has_batch: bool
    batch: int  # the number of the last one, in all epochs; 0 without a run
    is_augmented: bool  # the run changes its images a little, and here they are as they were


def take_apart(subject: Subject, choice: Choice) -> Question:
    """Ask for one `Taken`; nothing where no network answers."""
    return partial(_take_apart, subject, choice)


def _take_apart(subject: Subject, choice: Choice, session: Session) -> Iterator[object]:
    from engine.analysis.one_step import traced
    from engine.analysis.step_start import StepStart

    classifier = session.classifier
    if classifier is None:
        return
    start = StepStart.of(classifier, session.learner)
    has_batch, found = start.has_images, None
    if subject.image is not None:
        label = subject.label
        if label is None:
            label = int(classifier.predict(subject.image).probabilities.argmax())
        start = start.with_sketch(subject.image, min(label, len(classifier.classes) - 1))
    if start.has_images:
        found = yield from in_turns(traced(start, choice))
    yield Taken(
        found,
        output_names(classifier.classes, start.outputs),
        classifier.classes,
        has_batch,
        session.learner.step if has_batch and session.learner else 0,
        start.config.augment != "off",
    )
