"""Question 18, read in the window."""

from engine.lessons.figures import Outcome, Plot, Table
from tests.desktop.lessons.conftest import Reader


def test_one_rate_is_good_one_bounces_one_diverges(reader: Reader) -> None:
    reader.open_question(18)
    plot, outcome = reader.set("lr", 1)
    assert isinstance(plot, Plot)
    assert isinstance(outcome, Outcome)
    assert plot.marks[0].y > plot.curves[1].y[0]  # higher than before the step
    assert outcome.as_promised
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[-1] == "broke off" for row in table.rows] == [False, False, True]
    assert outcome.as_promised
