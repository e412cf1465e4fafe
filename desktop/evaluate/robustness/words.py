"""What distortions, their amounts and the answers to a distorted sketch are called."""

from collections.abc import Sequence

from desktop.answer.source_words import source_words
from desktop.evaluate.robustness.subjects import Subject
from desktop.i18n.numbers import decimal, fill, percent, significant
from desktop.i18n.wording import listed
from desktop.i18n.words import Words
from desktop.inspect.network_words import quoted
from desktop.widgets.plain_text import NO_BREAK
from engine.analysis.distortions import DISTORTIONS, trained_range
from engine.analysis.robustness import Reach, Stood
from engine.inference.prediction import Prediction

Known = tuple[str, str | None]  # what a network is called; its augmentation, where that is known


class RobustnessWords(Words):
    """The words for what a network stands."""


def subject_words(subject: Subject) -> str:
    """Return what a network is called."""
    if subject.source is None:
        return subject.name
    words = source_words(subject.source)
    return words[:1].upper() + words[1:]


def distortion_words(name: str) -> str:
    """Return what a distortion is called."""
    return {
        "rotation": RobustnessWords.tr("Rotation"),
        "shift": RobustnessWords.tr("Shift"),
        "size": RobustnessWords.tr("Size"),
        "thickness": RobustnessWords.tr("Thickness"),
        "noise": RobustnessWords.tr("Noise"),
        "contrast": RobustnessWords.tr("Contrast"),
        "missing": RobustnessWords.tr("Missing pixels"),
    }[name]


def distortion_tip(name: str) -> str:
    """Return what it does to an image, and what its numbers count."""
    return {
        "rotation": RobustnessWords.tr("Turns the image about its middle, clockwise"),
        "shift": RobustnessWords.tr("Moves the image to the right; what leaves it is lost"),
        "size": RobustnessWords.tr("Makes the image smaller or larger about its middle"),
        "thickness": RobustnessWords.tr("Makes lines broader or thinner by this many pixels"),
        "noise": RobustnessWords.tr("Adds a random number to each pixel; this is its usual size"),
        "contrast": RobustnessWords.tr("Leaves this much of the ink: 0 % is bare paper"),
        "missing": RobustnessWords.tr("Turns this share of the pixels, at random, into paper"),
    }[name]


def axis_words(name: str) -> str:
    """Return what a plot counts from left to right."""
    return {
        "rotation": RobustnessWords.tr("degrees clockwise"),
        "shift": RobustnessWords.tr("pixels to the right"),
        "size": RobustnessWords.tr("size, %"),
        "thickness": RobustnessWords.tr("pixels broader"),
        "noise": RobustnessWords.tr("noise, % of full ink"),
        "contrast": RobustnessWords.tr("ink left, %"),
        "missing": RobustnessWords.tr("pixels missing, %"),
    }[name]


def amount_words(name: str, amount: float) -> str:
    """Return an amount with its unit."""
    unit = DISTORTIONS[name].unit
    if unit == "share":
        return percent(amount, 0)
    number = significant(amount, 3).replace("-", "−")
    return f"{number}°" if unit == "degrees" else f"{number} px"


def varied_words(name: str, networks: Sequence[Known]) -> str:
    """Return what the training of each varied of this distortion, and where that is shown."""
    if not DISTORTIONS[name].varied_by:
        return RobustnessWords.tr("No training in this program varies this.")
    ranges = [
        (called, trained_range(name, augmentation))
        for called, augmentation in networks
        if augmentation is not None
    ]
    sentences = []
    if varied := [called for called, reach in ranges if reach]:
        low, high = next(reach for _, reach in ranges if reach)
        ends = amount_words(name, low), amount_words(name, high)
        text = RobustnessWords.tr("Shaded: {0} to {1}, varied in training {2}.")
        sentences.append(fill(text, *ends, listed(varied)))
    if plain := [called for called, reach in ranges if not reach]:
        text = RobustnessWords.tr("{0}: no augmentation.")
        sentences.append(fill(text, listed(plain)))
    return " ".join(sentences)


def curve_words(name: str, points: dict[float, Stood], quantity: str) -> str:
    """Return a curve in words: at home, and at both ends."""
    if not points:
        return ""
    record = DISTORTIONS[name]
    places = dict.fromkeys((record.home, record.low, record.high))
    text = RobustnessWords.tr("{0} at {1}")
    parts = [
        fill(text, share_words(getattr(points[place], quantity)), amount_words(name, place))
        for place in places
        if place in points
    ]
    return ", ".join(parts)


def answer_words(answer: Prediction | None) -> str:
    """Return "7, 99 %", or that the sketch is not recognised as any class."""
    if answer is None:
        return "–"
    if not answer.known:
        return RobustnessWords.tr("not recognised")
    return f"{answer.label}, {percent(answer.probability, 0)}"


def reach_words(name: str, reach: Reach) -> str:
    """Return from where to where an answer stays the same, and what it becomes beyond."""
    called, low = _called(reach.answer), amount_words(name, reach.low)
    high = amount_words(name, reach.high)
    before, after = (_called(answer) if answer else "" for answer in (reach.before, reach.after))
    if before and before == after:
        text = RobustnessWords.tr("{0} from {1} to {2}, else {3}")
        return fill(text, called, low, high, before)
    if before and after:
        text = RobustnessWords.tr("{0} from {1} to {2}, left {3}, right {4}")
        return fill(text, called, low, high, before, after)
    if after:
        return fill(RobustnessWords.tr("{0} up to {1}, then {2}"), called, high, after)
    if before:
        return fill(RobustnessWords.tr("{0} down to {1}, then {2}"), called, low, before)
    return fill(RobustnessWords.tr("{0} throughout"), called)


def _called(answer: Prediction) -> str:
    return quoted(answer.label) if answer.known else RobustnessWords.tr("not recognised")


def share_words(share: float) -> str:
    """Return a share in per cent; a dash where there is none."""
    return f"{decimal(share * 100, 1)}{NO_BREAK}%" if share == share else "–"
