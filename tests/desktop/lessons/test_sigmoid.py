"""Question 22, read in the window."""

from engine import Dataset
from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader


def test_ones_own_sketch_lies_on_the_curve(reader: Reader, mnist_sample: Dataset) -> None:
    reader.open_question(22)
    valid = mnist_sample.valid
    heights = []
    for label in (0, 1):
        plot, *_ = reader.draw(valid.images[valid.labels == label][2])
        assert isinstance(plot, Plot)
        mark = plot.marks[0]
        assert (mark.x > 0) == (mark.y > 0.5)
        heights.append(mark.y)
        (outcome,) = reader.outcomes
        assert outcome.as_promised
    assert heights[0] > 0.5 > heights[1]
    _, table, *_ = reader.set("x", 0)
    assert table.rows[0][3:] == ("0.5000", "0.2500")
