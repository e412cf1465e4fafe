"""What is said of a network that was changed by hand."""

from desktop.i18n.numbers import decimal, fill, percent
from desktop.i18n.words import Words
from desktop.inspect.hands.levers import Lever
from desktop.inspect.hands.questions import Judged, Tried
from desktop.inspect.network_words import quoted
from engine.inference.prediction import Prediction


class HandsWords(Words):
    """The words for what is done to a network, and for what comes of it."""


def lever_words(lever: Lever) -> str:
    """Return what a slider does."""
    return {
        Lever.SCALE: HandsWords.tr("Scale the layer"),
        Lever.PRUNE: HandsWords.tr("Prune the smallest weights"),
        Lever.NOISE: HandsWords.tr("Add noise to the weights"),
        Lever.TEMPERATURE: HandsWords.tr("Temperature"),
    }[lever]


def lever_explained(lever: Lever) -> str:
    """Return what a slider changes."""
    return {
        Lever.SCALE: HandsWords.tr("Multiplies the weights and biases of the chosen layer"),
        Lever.PRUNE: HandsWords.tr("This share of all weights becomes 0: those nearest to 0"),
        Lever.NOISE: HandsWords.tr(
            "Adds random numbers to all weights, as large as this share of their layer's spread"
        ),
        Lever.TEMPERATURE: HandsWords.tr(
            "Divides the outputs before they become percentages: above 1 the network is less "
            "sure, below 1 surer; what it reads stays the same"
        ),
    }[lever]


def value_words(lever: Lever, place: int) -> str:
    """Return what a place of a slider stands for."""
    value = lever.at(place)
    return decimal(value, 2) if lever is Lever.TEMPERATURE else percent(value, 0)


def tried_words(found: Tried) -> str:
    """Return how the sketch is read now, and how it was."""
    text = HandsWords.tr("Your sketch: {0}, {1} sure (as it was: {2}, {3})")
    return fill(text, *_answer(found.after), *_answer(found.before))


def judged_words(found: Judged) -> str:
    """Return how well validation images are read now, and how well they were."""
    text = HandsWords.tr("Of {0:,} validation images: {1} (as it was: {2})")
    return fill(text, found.images, percent(found.after, 1), percent(found.before, 1))


def _answer(prediction: Prediction) -> tuple[str, str]:
    return quoted(prediction.label), percent(float(prediction.probabilities.max()), 1)
