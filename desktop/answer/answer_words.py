"""What is said of an answer: how sure it is, and what its bars are."""

from desktop.answer.bars import in_percent
from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.worker.messages import Source
from engine.inference.prediction import Prediction

NOTHING, UNKNOWN = "–", "?"


class AnswerWords(Words):
    """The words beside and below the large digit."""


def read_as(prediction: Prediction | None) -> str:
    """Return what is read, in a place for one digit: also where that is nothing."""
    if prediction is None:
        return NOTHING
    return prediction.label if prediction.known else UNKNOWN


def verdict(prediction: Prediction, source: Source) -> str:
    """Return how sure a network is of its answer, or that it knows none."""
    if not prediction.known and source.diverged:
        return AnswerWords.tr("Can't read anything now")
    if not prediction.known:
        if source.reads_digits:
            return AnswerWords.tr("Not a digit I know")
        return AnswerWords.tr("Nothing I know")
    if source.diverged:
        return AnswerWords.tr("Not reliable")
    if not prediction.sure:
        return fill(AnswerWords.tr("Not sure: {0}"), in_percent(prediction.probability))
    return fill(AnswerWords.tr("{0} sure"), in_percent(prediction.probability))


def bars_explained() -> str:
    """Return what the bars and the columns beside them are."""
    return AnswerWords.tr(
        "Each row is one class. The bar shows how likely the network thinks it is; L1 and RMSE "
        "measure how far the sketch is from that class's mean image, pixel by pixel. The nearest "
        "class is marked: it is what pixel similarity would answer."
    )
