"""What the page Look inside is told of a network: only its own gradient stands beside weights."""

from types import SimpleNamespace
from typing import cast

import engine
from desktop.inspect.looking import Look, look
from desktop.worker.questions import Session


def looked(classifier: engine.Classifier, learner: engine.Learner) -> Look:
    session = cast(Session, SimpleNamespace(classifier=classifier, learner=learner))
    (found,) = look(0, None)(session)
    assert isinstance(found, Look)
    return found


def test_another_networks_gradient_is_not_shown_beside_weights(
    mnist_sample: engine.Dataset,
) -> None:
    learner = engine.Learner(mnist_sample, engine.TrainConfig(epochs=1))
    next(learner.fit())
    own = looked(learner.classifier(), learner)
    assert own.gradient is not None
    assert own.gradient.shape == own.weights.shape
    other = engine.Learner(mnist_sample, engine.TrainConfig(seed=1))
    assert looked(other.classifier(), learner).gradient is None
