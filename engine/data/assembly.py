"""Makes a `Dataset` from named files, wherever they came from: all decoding is started here.

Names mean what `layout` says; bytes are read by `dataset_images` and `idx`. Files reach it as a
mapping from relative name to content, which a folder fills lazily and an archive from memory.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset_images import fit_array, read_dataset_image, to_ink_on_black
from engine.data.idx import parse_idx
from engine.data.layout import Labelled, find_idx, natural_key, plan
from engine.data.splits import SIDE_PX, Dataset, Split
from engine.errors import DataError
from engine.words.message import Message

Files = Mapping[str, bytes]
Progress = Callable[[int, int], bool]  # images done, images in all -> whether to go on

HELD_OUT = 0.2  # of each class, when nothing says what to validate on
_REPORT_EVERY = 32  # images; large photographs take long


def read_images(files: Files, where: str, progress: Progress | None = None) -> Dataset:
    """Return the dataset in `files`, class folders of images; `where` names it in errors.

    Classes are the folders' names in natural order. Without a validation folder, `hold_out` splits.
    Raises DataError, also when `progress` says no.
    """
    train, valid = plan(files, where)
    classes = tuple(sorted({image.label for image in train}, key=natural_key))
    if len(classes) < 2:
        raise DataError("one_class", file=where, name=classes[0])
    images = _decode(files, [*train, *valid], where, progress)
    labels = np.array([classes.index(image.label) for image in (*train, *valid)], np.int64)
    learned = Split(images[: len(train)], labels[: len(train)])
    if not valid:
        return Dataset(*hold_out(learned, classes, where), classes, where)
    return Dataset(learned, Split(images[len(train) :], labels[len(train) :]), classes, where)


def read_idx_set(files: Files, where: str) -> Dataset | None:
    """Return the dataset in the IDX files among `files`, or None if there are none.

    Classes are the label numbers that occur in the training set. Images of another size are scaled
    as `dataset_images` does. Without t10k or test files, `hold_out` splits. Raises DataError.
    """
    found = find_idx(files, where)
    if found is None:
        return None
    numbers, train = _idx_pair(files, found, "train", where)
    known = np.unique(numbers)
    classes = tuple(str(number) for number in known)
    learned = Split(train, np.searchsorted(known, numbers).astype(np.int64))
    if "valid images" not in found:
        return Dataset(*hold_out(learned, classes, where), classes, where)
    numbers, valid = _idx_pair(files, found, "valid", where)
    unknown = np.setdiff1d(numbers, known)
    if len(unknown):
        raise DataError(
            "unknown_label", file=f"{where}/{found['valid labels']}", label=int(unknown[0])
        )
    return Dataset(
        learned, Split(valid, np.searchsorted(known, numbers).astype(np.int64)), classes, where
    )


def hold_out(split: Split, classes: Sequence[str], where: str) -> tuple[Split, Split]:
    """Return `split` in two: about 80 % of each class to train on and 20 % to validate on.

    The pixels decide, not the names or the order, so the same images always fall the same way, and
    two copies of an image are never on both sides. Raises DataError for a class of one image.
    """
    digests = [hashlib.blake2b(image.tobytes(), digest_size=8).digest() for image in split.images]
    marks = np.array([int.from_bytes(digest, "big") for digest in digests], np.uint64)
    held = np.zeros(len(split), bool)
    for label, name in enumerate(classes):
        mine = split.labels == label
        different = np.unique(marks[mine])
        if len(different) < 2:
            raise DataError("one_image", file=where, name=name)
        held[mine] = marks[mine] <= different[max(1, round(len(different) * HELD_OUT)) - 1]
    return (
        Split(split.images[~held], split.labels[~held]),
        Split(split.images[held], split.labels[held]),
    )


def _decode(
    files: Files, wanted: Sequence[Labelled], where: str, progress: Progress | None
) -> NDArray[np.uint8]:
    images = np.empty((len(wanted), SIDE_PX, SIDE_PX), np.uint8)
    exact = np.empty(len(wanted), bool)
    for i, (name, _) in enumerate(wanted):
        images[i], exact[i] = read_dataset_image(files[name], f"{where}/{name}")
        if progress and i % _REPORT_EVERY == 0 and not progress(i, len(wanted)):
            raise DataError("loading_stopped", file=where)
    return to_ink_on_black(images, exact)


def _idx_pair(
    files: Files, found: Mapping[str, str], split: str, where: str
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the labels (N,) and the images (N, 28, 28) of one split."""
    images_name, labels_name = found[f"{split} images"], found[f"{split} labels"]
    images = parse_idx(files[images_name], f"{where}/{images_name}")
    labels = parse_idx(files[labels_name], f"{where}/{labels_name}")
    if images.ndim != 3 or labels.ndim != 1 or 0 in images.shape:
        raise DataError("idx_empty", file=f"{where}/{images_name}")
    if len(images) != len(labels):
        raise DataError(
            "idx_unequal",
            images_file=f"{where}/{images_name}",
            images=Message("n_images", n=len(images)),
            labels_file=labels_name,
            labels=Message("n_labels", n=len(labels)),
        )
    if images.shape[1:] != (SIDE_PX, SIDE_PX):
        images = np.stack([fit_array(image) for image in images])
    return labels, images
