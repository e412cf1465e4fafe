"""Question 10, read in the window."""

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_the_bottom_right_four(reader: Reader) -> None:
    reader.open_question(10)
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("part", ":, 0")
    assert reader.outcomes == ()  # another part isn't wrong
    code, *_ = reader.type("part", "-2:, 1:3")
    assert isinstance(code, Code)
    assert code.lines[2].value == "[[10, 12], [16, 18]]"
    assert [outcome.as_promised for outcome in reader.outcomes] == [True]
    reader.type("part", "7")
    assert "out of range" in reader.trouble
