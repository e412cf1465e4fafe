"""What a network that learned a few classes can't know, in words. No widget."""

from desktop.i18n.numbers import fill
from desktop.i18n.wording import listed
from desktop.i18n.words import Words
from desktop.worker.messages import Source
from engine.inference.prediction import Prediction
from engine.words.message import shorten

_LONGEST = 24  # letters of a class: whoever made the model may have called it anything
_MANY = 10  # classes; their bars are said to be all that it knows well enough


class LimitWords(Words):
    """Of what a network can tell apart."""


def limits(source: Source, answer: str, starter: Prediction | None) -> str:
    """Return which classes the model knows, and what the starter reads where it reads another.

    Each sentence has a line. "" for a model that knows ten classes or more. `answer` is the class
    that was answered. The starter knows nothing but digits: of others it isn't asked.
    """
    if len(source.classes) >= _MANY:
        return ""
    names = [shorten(name, _LONGEST) for name in source.classes]
    sentences = [fill(LimitWords.tr("Knows only {0}."), listed(names))]
    if not source.knows_few:
        return sentences[0]
    if starter and not starter.known:
        sentences.append(LimitWords.tr("The starter network doesn't take this for a digit."))
    elif starter and starter.sure and starter.label != answer:
        sentences.append(fill(LimitWords.tr("The starter network reads it as {0}."), starter.label))
    return "\n".join(sentences)
