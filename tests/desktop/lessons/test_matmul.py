"""Question 30, read in the window."""

import numpy as np

from engine.lessons.figures import Pictures, Text
from tests.desktop.lessons.conftest import Reader


def test_rows_times_columns(reader: Reader) -> None:
    reader.open_question(30)
    reader.type("left", "1 0 2")
    product, *_ = reader.type("right", "3; 4; 5")
    assert isinstance(product, Pictures)
    np.testing.assert_array_equal(product.pictures[2].values, [[13]])
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    told, *_ = reader.type("right", "3 4 5")
    assert isinstance(told, Text)
    assert told.text.startswith("A @ B isn't defined")
    reader.set("digit", 2)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("left", "a b")
    assert "is not a matrix" in reader.trouble
