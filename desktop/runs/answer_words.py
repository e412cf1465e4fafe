"""What a network makes of the sketch, as short as a cell of the table."""

from desktop.answer.answer_words import read_as
from desktop.i18n.numbers import percent
from engine.inference.prediction import Prediction


def answer_words(answer: Prediction | None) -> str:
    """Return "7, 99 %"; "?" where the sketch is not recognised as any class."""
    if answer is None or not answer.known:
        return read_as(answer)
    return f"{answer.label}, {percent(answer.probability, 0)}"
