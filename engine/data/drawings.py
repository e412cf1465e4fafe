"""The digits that a person drew and named: where they are kept, and how they become a dataset.

The folder is laid out as any other dataset, train/<class>/*.png and valid/<class>/*.png, so that
it can be browsed, copied and read by anything that reads MNIST_SAMPLE. Every third drawing of a
class is kept back to test on, and stays on its side for good. No Qt and no torch.
"""

import contextlib
import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray
from PIL import Image

from engine.data.bundled import DIGITS, load_mnist
from engine.data.dataset_images import light_paper, read_dataset_image
from engine.data.layout import natural_key
from engine.data.splits import SIDE_PX, Dataset, Split
from engine.errors import DataError
from engine.files import DAMAGED, put_aside, read_whole, write_whole
from engine.words.message import reason

SHARE = 0.1  # of the images to train on, when a person's few stand among MNIST's 60,000
MOST_REPEATS = 200  # beyond that, a single drawing would be learned by heart
_SIDES = ("train", "valid")
_LARGEST_BYTES = 1 << 20


@dataclass(frozen=True, eq=False)
class OwnDigit:
    """One drawing: its file, what it is, and its pixels uint8 (28, 28), 0 paper to 255 ink."""

    path: Path
    label: str
    image: NDArray[np.uint8]

    @property
    def kept_back(self) -> bool:
        """Whether it is there to test on, and never learned from."""
        return self.path.parent.parent.name == _SIDES[1]


def own_folder() -> Path:
    """Return where this user's drawings are kept; it is made when the first is."""
    return platformdirs.user_data_path("inkgrad", appauthor=False) / "digits"


def read_own(
    folder: Path, on_damaged: Callable[[Path], None] = lambda _: None
) -> Iterator[OwnDigit]:
    """Give the drawings in a folder, class after class, the oldest first.

    A folder that isn't there holds none. A damaged file is put aside and left out; `on_damaged`
    is told where it is now.
    """
    files = [
        path for label in DIGITS for side in _SIDES for path in folder.glob(f"{side}/{label}/*.png")
    ]
    for path in sorted(files, key=lambda p: (p.parent.name, natural_key(p.name))):
        if path.name.startswith(".") or DAMAGED in path.name:
            continue
        try:
            yield OwnDigit(path, path.parent.name, _read(path))
        except (DataError, OSError):
            with contextlib.suppress(OSError):
                path = put_aside(path)
            on_damaged(path)


def keep(folder: Path, image: NDArray[np.uint8], label: str) -> OwnDigit:
    """Write a drawing uint8 (28, 28) of the digit `label` to its side of a folder, and return it.

    A class gets its first to learn from, its second to test on, and then two to one. The file is
    written whole or not at all. Raises DataError, also for a drawing that is already there.
    """
    if label not in DIGITS:
        raise DataError("no_digit", label=label)
    digest = hashlib.blake2b(image.tobytes(), digest_size=6).hexdigest()
    for path in folder.glob(f"*/*/*-{digest}.png"):
        raise DataError("already_kept", label=path.parent.name)
    sides = [list((folder / side / label).glob("*.png")) for side in _SIDES]
    side = _SIDES[len(sides[0]) > 2 * len(sides[1])]
    numbers = [_number(path) for path in (*sides[0], *sides[1])]
    name = f"{max(numbers, default=0) + 1:04}-{digest}.png"
    digit = OwnDigit(folder / side / label / name, label, image.copy())
    put_back(digit)
    return digit


def put_back(digit: OwnDigit) -> None:
    """Write a drawing to its file, as `remove` found it. Raises DataError."""
    try:
        digit.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(digit.path, _png(digit.image))
    except OSError as error:
        raise DataError("unwritable", file=digit.path, reason=reason(error)) from None


def remove(digit: OwnDigit) -> None:
    """Take a drawing away; `put_back` brings it back to the same side. Raises DataError."""
    try:
        digit.path.unlink(missing_ok=True)
    except OSError as error:
        raise DataError("unremovable", file=digit.path, reason=reason(error)) from None


def export_zip(digits: Iterable[OwnDigit], target: Path) -> None:
    """Write drawings as a .zip that `load_dataset` reads, whole or not at all. Raises DataError."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for digit in digits:
            archive.writestr("/".join(digit.path.parts[-3:]), _png(digit.image))
    try:
        write_whole(target, data.getvalue())
    except OSError as error:
        raise DataError("unwritable_elsewhere", file=target, reason=reason(error)) from None


def load_own(folder: Path | None = None) -> Dataset:
    """Return the drawings alone. Raises DataError where there are too few to learn from.

    A class of which nothing is left to learn from is left out.
    """
    digits = _some(folder)
    classes = tuple(sorted({digit.label for digit in digits if not digit.kept_back}))
    if len(classes) < 2:
        raise DataError("own_one_class", name=classes[0])
    train, valid = _splits(digits, classes)
    if not len(valid):
        raise DataError("own_nothing_to_test")
    return Dataset(train, valid, classes, "my digits")


def load_own_with_mnist(folder: Path | None = None) -> Dataset:
    """Return the drawings among MNIST's digits. Raises DataError where there is none.

    Each drawing to learn from is repeated, up to `MOST_REPEATS` times, so that together they come
    near `SHARE` of all images. The 10,000 and the drawings kept back are what is tested on.
    """
    own_train, own_valid = _splits(_some(folder), DIGITS)
    mnist = load_mnist()
    times = int(np.clip(SHARE * len(mnist.train) / len(own_train), 1, MOST_REPEATS))
    rows = np.tile(np.arange(len(own_train)), times)
    repeated = Split(own_train.images[rows], own_train.labels[rows])
    return Dataset(
        _join(mnist.train, repeated), _join(mnist.valid, own_valid), DIGITS, "my digits + MNIST"
    )


def _some(folder: Path | None) -> list[OwnDigit]:
    digits = list(read_own(own_folder() if folder is None else folder))
    if all(digit.kept_back for digit in digits):
        raise DataError("own_empty")
    return digits


def _splits(digits: list[OwnDigit], classes: tuple[str, ...]) -> tuple[Split, Split]:
    """Return what to learn from and what to test on; labels are places in `classes`."""

    def split(kept_back: bool) -> Split:
        mine = [d for d in digits if d.kept_back == kept_back and d.label in classes]
        images = np.array([d.image for d in mine], np.uint8).reshape(-1, SIDE_PX, SIDE_PX)
        return Split(images, np.array([classes.index(d.label) for d in mine], np.int64))

    return split(False), split(True)


def _join(first: Split, second: Split) -> Split:
    return Split(
        np.concatenate([first.images, second.images]),
        np.concatenate([first.labels, second.labels]),
    )


def _read(path: Path) -> NDArray[np.uint8]:
    pixels = read_dataset_image(read_whole(path, _LARGEST_BYTES), str(path))
    return 255 - pixels if light_paper(pixels[None])[0] else pixels


def _png(image: NDArray[np.uint8]) -> bytes:
    data = io.BytesIO()
    Image.fromarray(image).save(data, "PNG")
    return data.getvalue()


def _number(path: Path) -> int:
    digits = path.name.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() else 0
