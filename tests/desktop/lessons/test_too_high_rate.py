"""Question 18, read in the window."""

import pytest

from engine.lessons.figures import Outcome, Plot, Table
from tests.desktop.lessons.conftest import Reader


def test_a_step_at_a_high_rate_leads_up(reader: Reader) -> None:
    reader.open_question(18)
    plot, outcome = reader.set("lr", 1)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    assert plot.marks[0].y > plot.curves[1].y[0]  # higher than before the step
    assert outcome.as_promised


@pytest.mark.long
def test_two_rates_train_and_the_third_diverges(reader: Reader) -> None:
    reader.open_question(18)
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[-1] == "diverged" for row in table.rows] == [False, False, True]
    assert outcome.as_promised
