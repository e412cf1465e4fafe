"""Question 9, read in the window."""

from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader


def test_the_loop_is_left_behind(reader: Reader) -> None:
    reader.open_question(9)
    for operation in ("square", "sigmoid"):
        plot, *_ = reader.set("operation", operation)
        assert isinstance(plot, Plot)
        assert [len(curve.x) for curve in plot.curves] == [5, 5, 5]
        assert [outcome.as_promised for outcome in reader.outcomes] == [True]
