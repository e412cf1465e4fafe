"""Question 24, read in the window."""

from engine.lessons.figures import Table
from tests.desktop.lessons.conftest import Reader


def test_by_hand_and_by_the_engine_the_step_is_the_same(reader: Reader) -> None:
    reader.open_question(24)
    for momentum in (0.0, 0.9):
        reader.set("momentum", momentum)
        _, table, _ = reader.set("step", 5)
        assert isinstance(table, Table)
        assert [row[4] for row in table.rows] == [row[5] for row in table.rows]
        assert (table.rows[-1][2] == table.rows[-1][3]) == (momentum == 0)
        assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.check("0.52")
    assert 24 in reader.page.progress.done
