"""Question 13, read in the window."""

from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader


def test_the_ball_goes_down(reader: Reader) -> None:
    reader.open_question(13)
    heights = []
    for step in (0, 5, 15):
        plot, *_ = reader.set("step", step)
        assert isinstance(plot, Plot)
        heights.append(plot.marks[0].y)
    assert heights[0] > 2 > 0.5 > heights[1]
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    plot, *_ = reader.set("batch", "all")
    assert isinstance(plot, Plot)
    assert len(plot.curves) == 2  # no batch of its own to show
    reader.check(1)
    assert 13 in reader.page.progress.done
