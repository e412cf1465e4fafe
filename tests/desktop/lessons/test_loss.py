"""Question 17, read in the window."""

from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader


def test_the_loss_follows_a_prediction(reader: Reader) -> None:
    reader.open_question(17)
    heights = []
    for p in (0.45, 0.46):
        _, _, plot, _ = reader.set("third", p)
        assert isinstance(plot, Plot)
        heights.append(plot.marks[0].y)
        assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    assert heights[0] > heights[1]
    reader.check("0,3")
    assert 17 in reader.page.progress.done
