"""Class folders: train/3/*.png and valid/3/*.png, as fast.ai's MNIST_SAMPLE has them."""

from collections.abc import Mapping, Sequence
from functools import partial

from engine.data.decoding import decode
from engine.data.files import Files
from engine.data.folder_names import LARGEST_LIST, LIST, parse_list
from engine.data.layout import File, Labelled, Plan, in_parts, is_wanted, plan, tops
from engine.data.reading import Found, Raw
from engine.data.watch import Watch
from engine.errors import DataError

_Folder = tuple[str, ...]


def find(files: Files, names: Sequence[str], watch: Watch) -> list[Found]:
    """Return the datasets of class folders among the files of these names.

    Raises DataError where there are images but no clear classes.
    """
    images = [name for name in names if is_wanted(name)]
    if not images:
        return []
    parts = in_parts(images, watch)
    around = tops(parts, watch)
    if len(around) == 1:
        sides = plan(parts, files.where, watch)
        classes = {image.label for image in sides.train}
        if len(classes) < 2:
            raise DataError("one_class", file=files.where, name=classes.pop())
        name = "/".join(around[0])
        return [Found(name, frozenset(images), partial(_read, name, sides))]
    found = []
    for top, mine in watch.each(_below(around, parts, watch).items()):
        names_there = frozenset(file.name for file in mine)
        name = "/".join(top)
        found.append(Found(name, names_there, partial(_plan_and_read, name, mine)))
    return found


def _below(
    around: Sequence[_Folder], files: Sequence[File], watch: Watch
) -> dict[_Folder, list[File]]:
    """Return the files below each of some folders, one of which may lie in another."""
    below: dict[_Folder, list[File]] = {top: [] for top in around}
    depths = sorted({len(top) for top in around})
    for file in watch.each(files):
        for top in {file.parts[:depth] for depth in depths} & below.keys():
            below[top].append(file)
    return below


def _plan_and_read(top: str, mine: Sequence[File], files: Files, watch: Watch) -> Raw:
    return _read(top, plan(mine, files.where, watch), files, watch)


def _read(top: str, sides: Plan, files: Files, watch: Watch) -> Raw:
    train, valid = sides.train, sides.valid
    place = f"{top}/{LIST}" if top else LIST
    if place in files.names:
        with files.opened(place, watch) as file:
            listed = file.read(LARGEST_LIST + 1)
        classes = parse_list(listed, files.path_of(place))
        train, valid = (_named(side, classes) for side in (train, valid))
    return decode(files, train, valid, sides.findings, watch)


def _named(side: Sequence[Labelled], classes: Mapping[str, str]) -> list[Labelled]:
    """Return images by their classes, where those are not called as their folders are."""
    return [Labelled(image.file, classes.get(image.label, image.label)) for image in side]
