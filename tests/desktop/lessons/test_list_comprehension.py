"""Question 4, read in the window."""

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_odd_numbers_doubled(reader: Reader) -> None:
    reader.open_question(4)
    code, *_, tensors, _ = reader.type("numbers", "5 6 7")
    assert isinstance(code, Code)
    assert code.lines[1].value == "[10, 14]"
    assert isinstance(tensors, Code)
    assert tensors.lines[1].value == "list, 6131"
    assert [outcome.as_promised for outcome in reader.outcomes] == [True, True]
    reader.type("numbers", "five")
    assert "“five” is not a list of numbers" in reader.trouble
