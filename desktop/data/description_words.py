"""What is said of a dataset: where it is from, what is in it, what was changed or left out."""

from desktop.i18n.engine_words import in_words
from desktop.i18n.numbers import fill, percent, whole
from desktop.i18n.wording import dataset_words, images_words
from desktop.i18n.words import Words
from engine.data.description import Description
from engine.data.findings import Finding, Kind
from engine.data.loading import BUNDLED
from engine.data.own_sets import NAME as OWN_NAME


class DescriptionWords(Words):
    """Of a dataset."""


def origin_words(found: Description) -> str:
    """Return where it is from, and its format."""
    if found.format is not None:
        return fill("{0}: {1}", found.origin, in_words(found.format))
    if found.name == OWN_NAME:
        return DescriptionWords.tr("Your own drawings")
    if found.name in BUNDLED:
        return DescriptionWords.tr("Comes with Inkgrad")
    return DescriptionWords.tr("Your own drawings, and another dataset")


def count_words(found: Description) -> str:
    """Return how many images and classes there are, and how even these are."""
    words = DescriptionWords.tr("{0} for training, {1} for validation, {2}; {3}")
    classes = DescriptionWords.tr("%Ln class(es)", "", len(found.classes))
    even = fill(
        DescriptionWords.tr("smallest class: {0} of the largest"), percent(found.balance, 0)
    )
    return fill(words, images_words(found.train), whole(found.valid), classes, even)


def finding_words(finding: Finding) -> str:
    """Return what was found, and what became of it."""
    heads = {
        Kind.CHANGED: DescriptionWords.tr("Changed: {0}"),
        Kind.LEFT_OUT: DescriptionWords.tr("Left out: {0}"),
        Kind.NOTICED: DescriptionWords.tr("Noticed: {0}"),
    }
    return fill(heads[finding.kind], in_words(finding.message))


def account(found: Description) -> str:
    """Return the sentence for the status line, when a dataset has been read."""
    words = DescriptionWords.tr("{0}: {1}, {2}.")
    classes = DescriptionWords.tr("%Ln class(es)", "", len(found.classes))
    images = images_words(found.train + found.valid)
    sentence = fill(words, dataset_words(found.name), images, classes)
    changes = [in_words(f.message) for f in found.findings if f.kind is Kind.CHANGED]
    if found.left_out:
        left_out = DescriptionWords.tr("%Ln file(s) left out.", "", len(found.left_out))
        changes.append(left_out)
    if len(found.findings) > len(changes):
        changes.append(DescriptionWords.tr("See the Data page for more."))
    return " ".join([sentence, *changes])
