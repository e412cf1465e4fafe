"""How many of something, and what a dataset is called. All other words stay with the widgets."""

from desktop.i18n.numbers import fill
from desktop.i18n.words import Words


class DatasetWords(Words):
    """Of the datasets."""


def counted(count: int, one: str, many: str) -> str:
    """Return `one` for a single thing, else `many` with the number in place of {0}."""
    return one if count == 1 else fill(many, count)


def dataset_words(name: str) -> str:
    """Return what people call a dataset; one of theirs goes by its own name."""
    ours = {
        "mnist_sample": DatasetWords.tr("3s and 7s"),
        "mnist": DatasetWords.tr("all ten digits"),
        "my digits": DatasetWords.tr("my digits"),
        "my digits + MNIST": DatasetWords.tr("my digits + MNIST"),
    }
    return ours.get(name, name)
