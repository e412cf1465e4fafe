"""Question 16, read in the window."""

import numpy as np
import pytest

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


def test_weights_of_zero_say_a_half(reader: Reader) -> None:
    reader.open_question(16)
    (table,) = reader.draw(np.full((28, 28), 200, np.uint8))
    assert isinstance(table, Table)
    assert (*table.rows[1][1:3], table.rows[1][4]) == ("0", "0.5000", "0")


@pytest.mark.long
def test_only_small_random_weights_learn(reader: Reader) -> None:
    reader.open_question(16)
    runs = reader.page.view.experiment.runs
    assert runs is not None
    assert not runs.stop_button.isVisible()  # no other training is under way
    *_, outcome = reader.train()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
