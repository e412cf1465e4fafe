"""Question 27, read in the window."""

import numpy as np

from engine import Dataset
from engine.lessons.figures import Code, Picture
from tests.desktop.lessons.conftest import Reader


def test_zip_and_the_dataset(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(27)
    _, code, *_ = reader.type("letters", "xy")
    assert isinstance(code, Code)
    assert code.lines[3].value == "[(1, 'x'), (2, 'y')]"
    outcome, _ = reader.outcomes
    assert outcome.as_promised
    assert "dropped from the other: 2" in outcome.text
    *_, picture, _ = reader.set("place", 33)
    assert isinstance(picture, Picture)
    np.testing.assert_array_equal(picture.values, mnist_sample.train.images[33])
