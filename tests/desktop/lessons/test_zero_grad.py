"""Question 32, read in the window."""

import pytest

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


def test_gradients_that_are_not_zeroed_add_up(reader: Reader) -> None:
    reader.open_question(32)
    reader.set("calls", 5)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]


@pytest.mark.long
def test_with_gradients_not_zeroed_it_is_worse_for_three_seeds(reader: Reader) -> None:
    reader.open_question(32)
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert len(table.rows) == 6
    assert "3 of 3" in outcome.text
    assert outcome.as_promised
