"""Question 25, read in the window."""

import ast

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_a_collection_becomes_shuffled_batches(reader: Reader) -> None:
    reader.open_question(25)
    orders = []
    for epoch in (1, 2):
        reader.set("epoch", epoch)
        code, *_ = reader.set("batch", 4)
        assert isinstance(code, Code)
        batches = [ast.literal_eval(line.code.strip()) for line in code.lines[3:]]
        assert [len(batch) for batch in batches] == [4, 4, 4, 3]
        orders.append([number for batch in batches for number in batch])
        (outcome,) = reader.outcomes
        assert outcome.as_promised
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(15))
