"""What the worker says of a step: no window, no process."""

from types import SimpleNamespace
from typing import cast

import numpy as np

from desktop.inspect.step.questions import Subject, Taken, take_apart
from desktop.worker.questions import Session
from engine.analysis.traced import Choice
from engine.config import TrainConfig
from engine.data.splits import Dataset
from engine.inference.classifier import Classifier
from engine.learner import Learner


def taken(classifier: Classifier, learner: Learner | None, subject: Subject) -> Taken:
    session = cast(Session, SimpleNamespace(classifier=classifier, learner=learner))
    *_, last = take_apart(subject, Choice(0))(session)
    assert isinstance(last, Taken)
    return last


def test_a_label_of_another_network_becomes_the_last_class(mnist_sample: Dataset) -> None:
    starter = Classifier.starter("mnist_sample")
    image = mnist_sample.valid.images[0]
    losses = []
    for label in (1, 9):
        found = taken(starter, None, Subject(image, label)).traced
        assert found
        losses.append(found.lost)
    np.testing.assert_array_equal(losses[0].logits, losses[1].logits)
    assert losses[0].label == losses[1].label == 1


def test_a_batch_whose_images_were_changed_a_little_is_told_of(mnist_sample: Dataset) -> None:
    for augment in ("off", "gentle"):
        learner = Learner(mnist_sample, TrainConfig(epochs=1, augment=augment))
        next(iter(learner.fit(every=1)))
        last = taken(learner.classifier(), learner, Subject(None))
        assert (last.has_batch, last.batch) == (True, 1)
        assert last.is_augmented is (augment == "gentle")
