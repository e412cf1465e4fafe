"""Question 14, read in the window."""

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


def test_noise_and_time_of_three_kinds_of_batches(reader: Reader) -> None:
    reader.open_question(14)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.set("draw", 9)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["12396", "49", "1"]
    assert outcome.as_promised
