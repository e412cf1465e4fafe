"""What an answerer says of a sketch, and of each digit where there are several."""

import numpy as np

import engine
from desktop.worker.answering import Answerer
from desktop.worker.messages import Kind, Source


def test_each_digit_of_several_is_answered_beside_the_chosen_one(
    mnist_sample: engine.Dataset,
) -> None:
    three, seven = (
        mnist_sample.valid.images[np.flatnonzero(mnist_sample.valid.labels == label)[0]]
        for label in (0, 1)
    )
    starter = engine.Classifier.starter("mnist")
    answerer = Answerer.fixed(starter, Source(Kind.STARTER, "mnist", starter.classes))
    reading = answerer.read(4, seven, (three, seven))
    assert reading.prediction is not None
    assert (reading.number, reading.prediction.label) == (4, "7")
    assert [answer.label for answer in reading.digits] == ["3", "7"]
    assert answerer.read(5, seven).digits == ()
