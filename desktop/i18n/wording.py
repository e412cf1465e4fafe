"""How many of something, which of them, and what a dataset is called: no other words."""

from collections.abc import Sequence

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words


class DatasetWords(Words):
    """Of the datasets."""


class CountWords(Words):
    """Of what is counted in several places."""


def images_words(count: int) -> str:
    """Return "1 image", "12,396 images"."""
    return CountWords.tr("%Ln image(s)", "", count)


def mistakes_words(count: int) -> str:
    """Return how many images were misread."""
    return CountWords.tr("%Ln mistake(s)", "", count)


def listed(names: Sequence[str], most: int = 10) -> str:
    """Return "3 and 7", or "A, B, …" where there are more names than `most`."""
    if len(names) > most:
        return ", ".join([*names[:most], "…"])
    *others, last = names
    return fill(CountWords.tr("{0} and {1}"), ", ".join(others), last) if others else last


def dataset_words(name: str) -> str:
    """Return what people call a dataset; one of theirs goes by its own name."""
    ours = {
        "mnist_sample": DatasetWords.tr("3s and 7s"),
        "mnist": DatasetWords.tr("all ten digits"),
        "pens": DatasetWords.tr("pen strokes"),
        "mnist+pens": DatasetWords.tr("MNIST and pen strokes"),
        "my drawings": DatasetWords.tr("my drawings"),
    }
    if name.startswith(mixed := "my drawings + "):
        others = name.removeprefix(mixed)
        return fill(DatasetWords.tr("my drawings + {0}"), ours.get(others, others))
    return ours.get(name, name)
