"""What is said of a drawn network's neurons, for those who point at one and those who can't see."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words
from desktop.inspect.layer_words import kind_words
from desktop.inspect.shades import number
from engine.analysis.passage import Column, Passage


class NetworkWords(Words):
    """The words for neurons."""


def neuron_name(
    passage: Passage, column: int, index: int, names: tuple[str, ...], *, short: bool = False
) -> str:
    """Return which neuron, map, output or (column -1) pixel it is; `short` without its layer."""
    if column < 0:
        row, at = divmod(index, 28)
        return fill(NetworkWords.tr("pixel in row {0}, column {1}"), row, at)
    found = passage.columns[column]
    if column == len(passage.columns) - 1:
        return quoted(names[index])
    if len(found.shape) == 4:
        which = fill(NetworkWords.tr("map {0}"), index)
    else:
        which = fill(NetworkWords.tr("neuron {0}"), index)
    return which if short else fill(NetworkWords.tr("layer {0}, {1}"), column + 1, which)


def neuron_words(
    passage: Passage, column: int, index: int, names: tuple[str, ...], classes: tuple[str, ...]
) -> str:
    """Return a line about one: what reaches it, what comes of it, and what that adds."""
    name = neuron_name(passage, column, index, names)
    if column < 0:
        share = float(passage.image.ravel()[index]) / 255
        return f"{name}: {number(share)}"
    found, is_last = passage.columns[column], column == len(passage.columns) - 1
    steps = number(float(found.sums[index]))
    if function := activation(found):
        steps = f"{steps} → {kind_words(function)} {number(total(found, index))}"
    text = NetworkWords.tr("{0}: sum {1}")
    if len(found.shape) == 4:
        text = NetworkWords.tr("{0}, over all its places: sum {1}")
    if is_last:
        return fill(text, name, steps)
    answer = quoted(classes[passage.answer])
    adds = fill(NetworkWords.tr("adds {0} to {1}"), number(float(found.adds[index])), answer)
    return f"{fill(text, name, steps)}; {adds}"


def quoted(name: str) -> str:
    """Return a class in the language's quotation marks."""
    return fill(NetworkWords.tr("“{0}”"), name)


def activation(column: Column) -> str:
    """Return the name of the function that the sums pass through; empty where there is none."""
    return next((name for name in column.follows if name not in ("pool", "none")), "")


def total(column: Column, index: int) -> float:
    """Return a neuron's activation; of a map, that of all its places together."""
    return float(column.values[index].sum())


def loudest(passage: Passage, column: int, index: int, names: tuple[str, ...]) -> str:
    """Return what one hears most from, and how much it brings: three inputs at most."""
    found = passage.columns[column]
    parts = []
    pairs = zip(found.sources[index, :3], found.strengths[index, :3], strict=True)
    for source, strength in pairs:
        if len(passage.columns[0].shape) == 4 and column == 0:
            name = kind_words("sketch")
        else:
            name = neuron_name(passage, column - 1, int(source), names, short=True)
        parts.append(f"{name}: {number(float(strength))}")
    return "; ".join(parts)
