"""Makes a `Dataset` of what a reader gives: checks it, names its classes, holds images back."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.checks import look_at, put_right
from engine.data.findings import Finding, noticed
from engine.data.layout import natural_key
from engine.data.pixel_arrays import copy_rows
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
        learned, apart = _parted(raw.train.images, held, watch)
        train, valid = Split(learned, train.labels[~held]), Split(apart, train.labels[held])
    findings += look_at(train, valid, classes, sides, watch)
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
    if "" in classes:
        raise DataError("damaged_file", file=where)
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


def _parted(
    images: NDArray[np.uint8], held: NDArray[np.bool_], watch: Watch
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the images to learn from and those that are held out.

    The former move together where they lie, if that can be written to: they may be many.
    """
    apart = np.empty((int(held.sum()), *images.shape[1:]), np.uint8)
    copy_rows(images, np.flatnonzero(held), apart, watch)
    rows = np.flatnonzero(~held)
    learned = (images if images.flags.writeable else np.empty_like(images))[: len(rows)]
    copy_rows(images, rows, learned, watch)
    return learned, apart


def _marks(images: NDArray[np.uint8], watch: Watch) -> NDArray[np.uint64]:
    """Return a digest of each image, uint64 (N,)."""
    marks = np.empty(len(images), np.uint64)
    for part in watch.slices(len(images), _AT_ONCE):
        marks[part] = [_mark(image) for image in images[part]]
    return marks


def _mark(image: NDArray[np.uint8]) -> int:
    return int.from_bytes(hashlib.blake2b(image.tobytes(), digest_size=8).digest(), "big")
