"""Question 14, read in the window."""

import pytest

from engine.lessons.figures import Outcome, Table
from tests.desktop.lessons.conftest import Reader


def test_the_noise_of_three_kinds_of_batches(reader: Reader) -> None:
    reader.open_question(14)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.set("draw", 9)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]


@pytest.mark.long
def test_three_kinds_of_batches_train_on_all_images(reader: Reader) -> None:
    reader.open_question(14)
    table, outcome = reader.train()
    assert isinstance(table, Table)
    assert isinstance(outcome, Outcome)
    assert [row[1] for row in table.rows] == ["12396", "49", "1"]
    assert outcome.as_promised
