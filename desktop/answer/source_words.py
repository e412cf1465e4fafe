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
    if source.moment is None and source.origin is Origin.LESSON:
        words = SourceWords.tr("the lesson's network: {0}")
        if source.diverged:  # first, as a long name is cut off behind
            words = SourceWords.tr("diverged: the lesson's network, {0}")
        return fill(words, source.run_name)
    return _words_of_a_run(source)


def _words_of_a_run(source: Source) -> str:
    moment, epoch, batch = source.moment, source.epoch + 1, source.batch
    if moment:
        epoch, batch = moment.epoch, moment.step
    if moment and batch == 0:
        return fill(SourceWords.tr("initial weights: your {0}"), source.name)
    if moment is None and source.diverged:
        return fill(SourceWords.tr("diverged: your {0}"), source.name)
    if moment is None and source.run_name:  # of My drawings, which trains with a recipe of its own
        return fill(SourceWords.tr("your {0} on {1}"), source.name, source.run_name)
    if batch:
        words = SourceWords.tr("epoch {0}, batch {1:,}: your {2}")  # the name may be cut
        return fill(words, epoch, batch, source.name)
    if source.epoch == 0:
        return fill(SourceWords.tr("your {0}, first epoch"), source.name)
    return fill(SourceWords.tr("your {0}, epoch {1}"), source.name, source.epoch)
