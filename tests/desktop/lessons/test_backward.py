"""Question 31, read in the window."""

import numpy as np

from engine import Dataset
from engine.lessons.figures import Pictures
from tests.desktop.lessons.conftest import Reader


def test_backward_adds_and_gives_nothing_back(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(31)
    reader.draw(mnist_sample.valid.images[40])
    gradients = []
    for step in range(5):
        code, _, pictures, _ = reader.set("step", step)
        assert isinstance(pictures, Pictures)
        gradients.append(pictures.pictures[2].values)
        (outcome,) = reader.outcomes
        assert outcome.as_promised, outcome.text
        if step == 1:
            assert "result = None" in code.lines[1].value
    assert not gradients[0].any()
    assert np.allclose(gradients[2], 2 * gradients[1])
    assert not gradients[3].any()
    assert np.array_equal(gradients[4], gradients[1])
