"""What the model that answers is called."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.worker.messages import Kind, Origin, Source


class SourceWords(Words):
    """Of the models."""


def source_words(source: Source) -> str:
    """Return which model answers, and whose it is where it isn't the reader's own."""
    if source.kind is Kind.STARTER:
        return SourceWords.tr("the starter network")
    if source.kind is Kind.SIMILARITY:
        return SourceWords.tr("pixel similarity")
    if source.kind is Kind.FILE:
        return fill(SourceWords.tr("the model {0}"), source.name)
    if moment := source.moment:
        if moment.step == 0:
            return fill(SourceWords.tr("initial weights: your {0}"), source.name)
        words = SourceWords.tr("epoch {0}, batch {1:,}: your {2}")  # the name may be cut
        return fill(words, moment.epoch, moment.step, source.name)
    if source.origin is Origin.LESSON:
        words = SourceWords.tr("the lesson's network: {0}")
        if source.diverged:  # first, as a long name is cut off behind
            words = SourceWords.tr("diverged: the lesson's network, {0}")
        return fill(words, source.run_name)
    if source.diverged:
        return fill(SourceWords.tr("diverged: your {0}"), source.name)
    if source.run_name:  # of My drawings, which trains with a recipe of its own
        return fill(SourceWords.tr("your {0} on {1}"), source.name, source.run_name)
    if source.batch:
        words = SourceWords.tr("epoch {0}, batch {1:,}: your {2}")
        return fill(words, source.epoch + 1, source.batch, source.name)
    if source.epoch == 0:
        return fill(SourceWords.tr("your {0}, first epoch"), source.name)
    return fill(SourceWords.tr("your {0}, epoch {1}"), source.name, source.epoch)
