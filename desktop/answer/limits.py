"""What a network that learned a few digits can't know, in words. No widget."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.worker.messages import Source
from engine.inference.prediction import Prediction


class LimitWords(Words):
    """Of what a network can tell apart."""


def limits(source: Source, answer: str, starter: Prediction | None) -> str:
    """Return which digits the model knows, and what the starter reads where it reads another.

    Each sentence has a line. "" for a model that knows all ten, or no digits at all. `answer` is
    the class that was answered.
    """
    if not source.knows_few:
        return ""
    *others, last = source.classes
    digits = last
    if others:
        digits = fill(LimitWords.tr("{0} and {1}"), ", ".join(others), last)
    sentences = [fill(LimitWords.tr("Knows only {0}."), digits)]
    if starter and not starter.known:
        sentences.append(LimitWords.tr("The starter network doesn't take this for a digit."))
    elif starter and starter.sure and starter.label != answer:
        sentences.append(fill(LimitWords.tr("The starter network reads a {0}."), starter.label))
    return "\n".join(sentences)
