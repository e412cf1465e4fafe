"""Question 11, read in the window."""

from engine.lessons.figures import Table
from tests.desktop.lessons.conftest import Reader


def test_shapes_are_aligned_from_the_right(reader: Reader) -> None:
    reader.open_question(11)
    reader.type("left", "(3,)")
    table, *_ = reader.type("right", "(4, 3)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "4", "3")
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    table, *_ = reader.type("left", "(4,)")
    assert isinstance(table, Table)
    assert table.rows[2] == ("Result", "4", "✗")
    outcome, _ = reader.outcomes
    assert outcome.as_promised
    assert "torch refuses" in outcome.text
