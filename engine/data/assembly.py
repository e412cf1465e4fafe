"""Makes a `Dataset` of what a reader gives: checks it, names its classes, holds images back."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.checks import look_at, put_right
from engine.data.findings import Finding, noticed
from engine.data.layout import natural_key
from engine.data.reading import Part, Raw
from engine.data.splits import Dataset, Split
from engine.data.turns import FindTurn
from engine.data.watch import Watch
from engine.errors import DataError

HELD_OUT = 0.2  # of each class, when nothing says what to validate on
LIMIT_CLASSES = 1_000

_AT_ONCE = 4096  # images


def assemble(
    raw: Raw, where: str, watch: Watch, find_turn: FindTurn, as_is: bool = False
) -> Dataset:
    """Return the dataset of what was read; `where` names it.

    Light paper and lying images are put right, unless it is to stay `as_is`. Classes come in
    natural order. Without images to validate on, `held_out` chooses. Raises DataError.
    """
    if not len(raw.train):
        raise DataError("no_training_images", file=where)
    classes = _classes(raw, where)
    findings: list[Finding] = list(raw.findings)
    if not as_is:
        raw, more = put_right(raw, find_turn, watch)
        findings += more
    train = _split(raw.train, classes)
    marks = _marks(train.images, watch)
    if raw.valid is not None and len(raw.valid):
        valid = _split(raw.valid, classes)
        sides = [marks, _marks(valid.images, watch)]
    else:
        held = held_out(train.labels, marks, len(classes))
        if not held.any():
            name = classes[int(train.labels[0])]
            raise DataError("one_image", file=where, name=name)
        findings.append(noticed("held_out", n=int(held.sum()), images=len(train)))
        sides = [marks[~held], marks[held]]
        train, valid = (
            Split(_some(train.images, chosen, watch), train.labels[chosen])
            for chosen in (~held, held)
        )
    findings += look_at(train, valid, classes, sides)
    return Dataset(train, valid, classes, where, findings=tuple(findings))


def held_out(
    labels: NDArray[np.int64], marks: NDArray[np.uint64], classes: int
) -> NDArray[np.bool_]:
    """Return which images to validate on, bool (N,): about 20 % of each class.

    The pixels decide, by their digests `marks`, not the names or the order: the same images always
    fall the same way, and two copies of an image in a class are never on both sides. A class of
    which all images are the same is only learned from.
    """
    held = np.zeros(len(labels), bool)
    for label in range(classes):
        mine = labels == label
        different = np.unique(marks[mine])
        if len(different) > 1:
            last = different[max(1, round(len(different) * HELD_OUT)) - 1]
            held[mine] = marks[mine] <= last
    return held


def _classes(raw: Raw, where: str) -> tuple[str, ...]:
    classes = tuple(sorted(set(raw.train.labels.tolist()), key=natural_key))
    if len(classes) < 2:
        raise DataError("one_class", file=where, name=classes[0])
    if len(classes) > LIMIT_CLASSES:
        raise DataError("too_many_classes", file=where, n=len(classes), most=LIMIT_CLASSES)
    if raw.valid is not None:
        unknown = sorted(set(raw.valid.labels.tolist()) - set(classes))
        if unknown:
            raise DataError("unknown_label", file=where, label=unknown[0])
    return classes


def _split(part: Part, classes: Sequence[str]) -> Split:
    places = {name: place for place, name in enumerate(classes)}
    labels = np.array([places[name] for name in part.labels.tolist()], np.int64)
    return Split(part.images, labels)


def _some(images: NDArray[np.uint8], chosen: NDArray[np.bool_], watch: Watch) -> NDArray[np.uint8]:
    """Return the images that are chosen, bool (N,), copied a part at a time: they may be many."""
    rows = np.flatnonzero(chosen)
    taken = np.empty((len(rows), *images.shape[1:]), np.uint8)
    for start in range(0, len(rows), _AT_ONCE):
        watch.check()
        part = rows[start : start + _AT_ONCE]
        taken[start : start + len(part)] = images[part]
    return taken


def _marks(images: NDArray[np.uint8], watch: Watch) -> NDArray[np.uint64]:
    """Return a digest of each image, uint64 (N,)."""
    marks = np.empty(len(images), np.uint64)
    for i, image in enumerate(images):
        if i % _AT_ONCE == 0:
            watch.check()
        marks[i] = int.from_bytes(hashlib.blake2b(image.tobytes(), digest_size=8).digest(), "big")
    return marks
