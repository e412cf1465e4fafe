"""Question 36, read in the window."""

from engine.lessons.figures import Outcome
from tests.desktop.lessons.conftest import Reader


def test_two_layers_are_one_unless_something_bends_between(reader: Reader) -> None:
    reader.open_question(36)
    sentences = []
    for between in ("none", "relu"):
        *_, outcome = reader.set("between", between)
        assert isinstance(outcome, Outcome)
        assert outcome.as_promised
        sentences.append(outcome.text)
    assert "says the same" in sentences[0]
    assert "can't replace" in sentences[1]
    *_, outcome = reader.train()
    assert isinstance(outcome, Outcome)
    assert outcome.as_promised
