"""Question 15, read in the window."""

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_one_step_after_the_other(reader: Reader) -> None:
    reader.open_question(15)
    for step in range(7):
        code, *_ = reader.set("step", step)
        assert isinstance(code, Code)
        assert [line.now for line in code.lines].index(True) == step
        assert [outcome.as_promised for outcome in reader.outcomes] == [True] * (step in (4, 6))
    reader.check(2)
    assert 15 in reader.page.progress.done
