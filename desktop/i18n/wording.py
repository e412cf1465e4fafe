"""How many of something, and what a dataset is called. All other words stay with the widgets."""

from PySide6.QtCore import QCoreApplication


def counted(count: int, one: str, many: str) -> str:
    """Return `one` for a single thing, else `many` with the number in place of {0}."""
    return one if count == 1 else many.format(count)


def dataset_words(name: str) -> str:
    """Return what people call a dataset; one of theirs goes by its own name."""
    ours = {
        "mnist_sample": _tr("3s and 7s"),
        "mnist": _tr("all ten digits"),
        "my digits": _tr("my digits"),
        "my digits + MNIST": _tr("my digits + MNIST"),
    }
    return ours.get(name, name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Wording", text)
