"""Question 16, read in the window."""

import numpy as np
import pytest

from engine.lessons.figures import Outcome, Pictures, Table
from tests.desktop.lessons.conftest import Reader


@pytest.mark.long
def test_weights_of_zero_say_a_half(reader: Reader) -> None:
    reader.open_question(16)
    table, *_ = reader.draw(np.full((28, 28), 200, np.uint8))
    assert isinstance(table, Table)
    assert (*table.rows[2][1:3], table.rows[2][4]) == ("0", "0.5000", "0")


@pytest.mark.long
def test_equal_neurons_stay_the_same(reader: Reader) -> None:
    reader.open_question(16)
    _, _, now, *_ = reader.set("begin", "equal")
    assert isinstance(now, Pictures)
    pictures = [picture.values for picture in now.pictures]
    assert all(np.allclose(pictures[0], other, rtol=0, atol=1e-6) for other in pictures)
    (outcome,) = reader.outcomes
    assert outcome.as_promised
    assert outcome.text.startswith("All 30 neurons are still the same")


@pytest.mark.long
def test_only_small_random_weights_learn(reader: Reader) -> None:
    reader.open_question(16)
    runs = reader.page.view.experiment.runs
    assert runs is not None
    assert not runs.stop_button.isVisible()  # no other training is under way
    *_, outcome = reader.train()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
