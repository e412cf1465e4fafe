"""Decodes the image files of a dataset. A damaged one is left out and named; many are refused."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.class_names import LONGEST
from engine.data.dataset_images import read_dataset_image
from engine.data.files import Files
from engine.data.findings import Finding, left_out
from engine.data.layout import STRAYS, Labelled
from engine.data.pixel_arrays import copy_rows
from engine.data.reading import Part, Raw
from engine.data.splits import SIDE_PX
from engine.data.watch import LoadingStopped, Watch
from engine.errors import DataError

_TELL_EVERY = 32  # images; large photographs take long


def decode(
    files: Files,
    train: Sequence[Labelled],
    valid: Sequence[Labelled],
    findings: Sequence[Finding],
    watch: Watch,
) -> Raw:
    """Read the images of both sides; `valid` may be empty.

    Raises DataError where over a tenth of them, or a whole class, can't be read.
    """
    wanted = [*train, *valid]
    images = np.empty((len(wanted), SIDE_PX, SIDE_PX), np.uint8)
    damaged: list[int] = []
    first: DataError | None = None
    for i, (name, _) in enumerate(wanted):
        if i % _TELL_EVERY == 0:
            watch.tell(i, len(wanted))
        watch.check()
        try:
            images[i] = read_dataset_image(files.read(name, watch), files.path_of(name))
        except LoadingStopped:
            raise
        except DataError as error:
            damaged.append(i)
            first = first or error.with_traceback(None)  # or it would keep the file's bytes
    kept = np.ones(len(wanted), bool)
    kept[damaged] = False
    labels = np.array([image.label[:LONGEST] for image in wanted])
    if first:
        _check_few(files.where, labels, kept, len(train), first)
        paths = [wanted[i].file for i in damaged]
        findings = [*findings, left_out("images_left_out", n=len(paths), files=paths)]
        rows = np.flatnonzero(kept)
        copy_rows(images, rows, images[: len(rows)], watch)
        images, labels = images[: len(rows)], labels[kept]
    learned = int(kept[: len(train)].sum())
    sides = [Part(images[side], labels[side]) for side in (slice(learned), slice(learned, None))]
    return Raw(sides[0], sides[1] if valid else None, findings)


def _check_few(
    where: str,
    labels: NDArray[np.str_],
    kept: NDArray[np.bool_],
    learned: int,
    first: DataError,
) -> None:
    """Raise DataError where too much is damaged for the rest to be learned from."""
    lost = len(labels) - int(kept.sum())
    if lost > STRAYS * len(labels):
        raise DataError("many_damaged", file=where, n=lost, images=len(labels), cause=first)
    gone = np.setdiff1d(labels[:learned], labels[:learned][kept[:learned]])
    if len(gone):
        raise DataError("class_damaged", file=where, name=str(gone[0]), cause=first)
