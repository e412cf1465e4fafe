"""The one door to labelled images: `load_dataset` finds the reader for what it is given.

`Split` and `Dataset` are defined in `splits`, each format in a file of its own.
"""

from pathlib import Path

from engine.bundled import load_mnist, load_mnist_sample
from engine.errors import DataError
from engine.splits import Dataset, Split

__all__ = ["BUNDLED", "Dataset", "Split", "load_dataset"]

BUNDLED = {"mnist_sample": load_mnist_sample, "mnist": load_mnist}


def load_dataset(name_or_path: str | Path) -> Dataset:
    """Return the bundled set of that name, or the set in that folder or archive.

    Raises DataError with a sentence fit to be shown.
    """
    if name_or_path in BUNDLED:
        return BUNDLED[str(name_or_path)]()
    raise DataError(f"{name_or_path} doesn't exist: choose a folder or an archive of images.")
