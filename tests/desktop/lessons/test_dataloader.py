"""Question 25, read in the window."""

import ast

from PySide6.QtCore import QRectF

from desktop.lessons.figures.cells import tile_lines
from engine.lessons.figures import Code, Pictures
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


def test_lines_part_the_tiles(reader: Reader) -> None:
    reader.open_question(25)
    sketch, laid = next(f for f in reader.set("batch", 5) if isinstance(f, Pictures)).pictures
    for picture in (sketch, laid):
        lines = tile_lines(picture, QRectF(10, 20, 50, 54))
        assert [line.x1() for line in lines if line.x1() == line.x2()] == [20, 30, 40, 50]
        assert [line.y1() for line in lines if line.y1() == line.y2()] == [38, 56]
