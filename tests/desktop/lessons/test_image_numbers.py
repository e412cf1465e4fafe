"""Question 1, read in the window."""

import numpy as np

from engine.lessons.figures import Pictures
from tests.desktop.lessons.conftest import Reader


def test_a_picture_is_numbers(reader: Reader) -> None:
    reader.open_question(1)
    sketch = np.zeros((28, 28), np.uint8)
    sketch[10:20, 5] = np.arange(100, 110)
    reader.draw(sketch)
    reader.set("top", 12)
    reader.set("colour", "green")
    greys, _, colours, *_ = reader.set("left", 0)
    assert isinstance(greys, Pictures)
    np.testing.assert_array_equal(greys.pictures[1].values, sketch[12:20, :8])
    assert isinstance(colours, Pictures)
    assert colours.pictures[0].values[16, 4].tolist() == [0, 150, 80]
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
