"""What is said of one neuron: its sum, what the function makes of it, and whether it matters."""

import numpy as np

from desktop.i18n.numbers import decimal, fill, percent, with_minus
from desktop.i18n.words import Words
from desktop.inspect.layer_words import kind_words
from desktop.inspect.network_words import quoted
from engine.analysis.passage import Array, Closeup

_PLACES, _STRONGEST = 3, 3


class NeuronWords(Words):
    """The words for one neuron."""


def sum_words(seen: Closeup) -> str:
    """Return the sum in numbers: "−0.420 + 3.100 = 2.680 → ReLU 2.680"."""
    total, bias = round(seen.sum, _PLACES), round(seen.bias or 0.0, _PLACES)
    text = _written(total - bias)  # so that what is written adds up
    if seen.bias is not None:
        text = f"{text} {'−' if bias < 0 else '+'} {_written(abs(bias))} = {_written(total)}"
    if seen.function != "none":
        text = f"{text} → {kind_words(seen.function)} {_written(seen.value)}"
    return text


def _written(value: float) -> str:
    return with_minus(decimal(value, _PLACES))


def sum_explained(seen: Closeup) -> str:
    """Return what the numbers of the sum are."""
    if seen.spot is None and seen.bias is None:
        return NeuronWords.tr("x @ w: all products, added up; this network has no biases")
    if seen.spot is None:
        return NeuronWords.tr("x @ w, which is all products, added up, and the bias")
    if seen.bias is None:
        return NeuronWords.tr("all products, added up; this network has no biases")
    return NeuronWords.tr("all products, added up, and the bias")


def strongest_words(seen: Closeup) -> str:
    """Return which three inputs bring the most, and how much."""
    flat = np.nan_to_num(seen.products.ravel())
    strongest = np.argsort(-np.abs(flat), kind="stable")[:_STRONGEST]
    parts = [f"{_input(seen, int(at))}: {_written(float(flat[at]))}" for at in strongest]
    return fill(NeuronWords.tr("Most from {0}"), "; ".join(parts))


def _input(seen: Closeup, at: int) -> str:
    tile, row, column = (int(part) for part in np.unravel_index(at, seen.products.shape))
    count, height, width = seen.products.shape
    if (height, width) == (1, 1):
        return fill(NeuronWords.tr("neuron {0}"), tile)
    if seen.spot is None and count == 1:
        return fill(NeuronWords.tr("pixel in row {0}, column {1}"), row, column)
    if seen.spot is None:
        return fill(NeuronWords.tr("map {0}, row {1}, column {2}"), tile, row, column)
    if count == 1:
        return fill(NeuronWords.tr("the filter's row {0}, column {1}"), row, column)
    return fill(NeuronWords.tr("map {0} by the filter's row {1}, column {2}"), tile, row, column)


def without_words(seen: Closeup, classes: tuple[str, ...]) -> str:
    """Return what the network would answer if this were switched off."""
    if seen.without is None:
        return NeuronWords.tr("This is an output: it says how much speaks for its class.")
    (now, now_share), (then, then_share) = (
        _answer(shares, classes) for shares in (seen.shares, seen.without)
    )
    text = NeuronWords.tr("Without it: {0}, {1} sure, instead of {2}, {3} sure")
    if (now, now_share) == (then, then_share):
        text = NeuronWords.tr("Without it: still {0}, and as sure")
    elif now == then:
        text = NeuronWords.tr("Without it: still {0}, {1} sure instead of {3}")
    return fill(text, then, then_share, now, now_share)


def _answer(shares: Array, classes: tuple[str, ...]) -> tuple[str, str]:
    best = int(np.nan_to_num(shares).argmax())
    return quoted(classes[best]), percent(float(shares[best]), 1)


def seen_words(seen: Closeup) -> str:
    """Return which pixels of the sketch a place of a map saw."""
    if seen.seen is None or seen.spot is None:
        return ""
    top, left, height, width = seen.seen
    ends = (*seen.spot, top, top + height - 1, left, left + width - 1)
    text = NeuronWords.tr("row {0}, column {1} saw rows {2} to {3}, columns {4} to {5}")
    return fill(text, *ends)
