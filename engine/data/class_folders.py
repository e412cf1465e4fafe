"""Class folders: train/3/*.png and valid/3/*.png, as fast.ai's MNIST_SAMPLE has them."""

from collections.abc import Sequence
from functools import partial

from engine.data.decoding import decode
from engine.data.files import Files
from engine.data.layout import File, Plan, in_parts, is_wanted, plan, tops
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
    parts = in_parts(images)
    around = tops(parts)
    if len(around) == 1:
        sides = plan(parts, files.where)
        classes = {image.label for image in sides.train}
        if len(classes) < 2:
            raise DataError("one_class", file=files.where, name=classes.pop())
        return [Found("/".join(around[0]), frozenset(images), partial(_read, sides))]
    found = []
    for top in around:
        mine = [file for file in parts if file.parts[: len(top)] == top]
        names_there = frozenset(file.name for file in mine)
        found.append(Found("/".join(top), names_there, partial(_plan_and_read, mine)))
    return found


def _plan_and_read(mine: Sequence[File], files: Files, watch: Watch) -> Raw:
    return _read(plan(mine, files.where), files, watch)


def _read(sides: Plan, files: Files, watch: Watch) -> Raw:
    return decode(files, sides.train, sides.valid, sides.findings, watch)
