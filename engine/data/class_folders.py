"""Class folders: train/3/*.png and valid/3/*.png, as fast.ai's MNIST_SAMPLE has them."""

from collections.abc import Sequence
from functools import partial

from engine.data.decoding import decode
from engine.data.files import Files
from engine.data.layout import is_wanted, plan, tops
from engine.data.reading import Found, Raw
from engine.data.watch import Watch
from engine.errors import DataError


def find(files: Files, names: Sequence[str]) -> list[Found]:
    """Return the datasets of class folders among the files of these names.

    Raises DataError where there are images but no clear classes.
    """
    images = [name for name in names if is_wanted(name)]
    if not images:
        return []
    around = tops(images)
    if len(around) == 1:
        classes = {image.label for image in plan(images, files.where).train}
        if len(classes) < 2:
            raise DataError("one_class", file=files.where, name=classes.pop())
        return [Found(around[0][:-1], frozenset(images), partial(_read, images))]
    sets = ([name for name in images if name.startswith(top)] for top in around)
    return [
        Found(top[:-1], frozenset(mine), partial(_read, mine))
        for top, mine in zip(around, sets, strict=True)
    ]


def _read(mine: Sequence[str], files: Files, watch: Watch) -> Raw:
    sides = plan(mine, files.where)
    return decode(files, sides.train, sides.valid, sides.findings, watch)
