"""Question 28, read in the window."""

import numpy as np

from engine.lessons.figures import Pictures
from tests.desktop.lessons.conftest import Reader


def test_the_row_and_the_picture_share_their_memory(reader: Reader) -> None:
    reader.open_question(28)
    reader.draw(np.full((28, 28), 9, np.uint8))
    reader.set("place", 57)
    _, _, pictures, *_ = reader.set("value", 200)
    assert isinstance(pictures, Pictures)
    after = pictures.pictures[1].values
    assert after[2, 1] == 200
    assert (after == 9).sum() == 783
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
