"""Question 5, read in the window."""

from engine.lessons.figures import Code
from tests.desktop.lessons.conftest import Reader


def test_a_stack_sliced_down_to_a_number(reader: Reader) -> None:
    reader.open_question(5)
    code, *_ = reader.set("image", 4000)
    assert isinstance(code, Code)
    assert [line.code for line in code.lines[:2]] == ["stacked_3.shape", "stacked_3[4000].shape"]
    assert code.lines[1].value.startswith("(28, 28)")
    (outcome,) = reader.outcomes
    assert outcome.as_promised
