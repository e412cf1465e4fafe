"""Question 12, read in the window."""

from engine.lessons.figures import Plot
from tests.desktop.lessons.conftest import Reader


def test_a_handful_is_learned_by_heart(reader: Reader) -> None:
    reader.open_question(12)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    right, *_ = reader.set("labels", "shuffled")
    assert isinstance(right, Plot)
    learned, others = (curve.y[-1] for curve in right.curves)
    assert learned == 100
    assert others < 20
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.check(1)
    assert 12 in reader.page.progress.done
