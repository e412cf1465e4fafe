"""Questions to the worker that bring something for the pad: an image file, a test digit.

Each is a generator function of a Session, as `questions` wants it; it runs in the worker's thread.
"""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from desktop.sketch.content import Content, Picture
from desktop.sketch.svg import from_svg
from desktop.sketch.svg_reading import LARGEST_BYTES
from desktop.worker.questions import Question, Session
from engine.data.splits import Dataset
from engine.errors import DataError
from engine.files import read_whole
from engine.inference.similarity import PixelSimilarity
from engine.words.message import reason

if TYPE_CHECKING:
    import PIL.Image

READ_PX = 3200  # a larger picture is read in this size
SHOWN_PX = 800  # a larger picture is kept and shown in this size
_BAND_PX = 1 << 20  # so many pixels of a large picture are worked on at a time
_ROWS_AT_ONCE = 128  # images read between two looks at the clock
_BUNDLED = "mnist"

Pixels = NDArray[np.uint8]


class Wanted(Enum):
    """Which test digit."""

    ANY = auto()
    OF_CLASS = auto()
    MISREAD = auto()  # by the model that answers now


@dataclass(frozen=True)
class TestDigit:
    """One image of the validation set."""

    __test__ = False  # to pytest its name looks like a test

    image: Pixels  # uint8 (28, 28)
    label: str
    answer: str | None = None  # what the model takes it for, where that was asked


@dataclass(frozen=True)
class NoneKnown:
    """The data in use hold no digit of the classes that the model can answer with."""

    classes: tuple[str, ...]


def open_file(path: Path) -> Question:
    """Ask for what is in an image file or in a saved sketch: one `Content`."""
    return partial(_open_file, path)


def read_pixels(pixels: Pixels, caption: str) -> Question:
    """Ask for a picture uint8 (H, W, 4), as pasted, made ready: one `Content`."""
    return partial(_read_pixels, pixels, caption)


def find_digit(wanted: Wanted, label: str = "") -> Question:
    """Ask for a digit of the data that is in use: one `TestDigit`, or none if there is none.

    It is of a class that the model of the moment knows, or else `NoneKnown` is the answer.
    """
    return partial(_find_digit, wanted, label, secrets.randbits(32))


def content_of(path: Path) -> Content:
    """Read an image file or a saved sketch; it may take long. Raises DataError."""
    if path.suffix.lower() == ".svg":
        return _open_sketch(path)
    from engine.images.bitmaps import open_image

    return _content(np.asarray(_reduced(open_image(path))), path.name)


def _reduced(image: "PIL.Image.Image") -> "PIL.Image.Image":
    """Return an image as RGBA that fits READ_PX, made in bands: a large one is there once."""
    import PIL.Image

    from engine.images.greys import greys

    if image.mode.startswith(("I", "F")):  # greys in more than 256 steps, which Pillow would clip
        image = PIL.Image.fromarray(np.rint(255 * greys(image)).astype(np.uint8))
    factor = -(-max(image.size) // READ_PX)
    if factor == 1:
        return image.convert("RGBA")
    small = PIL.Image.new("RGBA", (-(-image.width // factor), -(-image.height // factor)))
    step = factor * max(1, _BAND_PX // (image.width * factor))
    for top in range(0, image.height, step):
        band = image.crop((0, top, image.width, min(top + step, image.height)))
        small.paste(band.convert("RGBA").reduce(factor), (0, top // factor))
    return small


def _open_file(path: Path, session: Session) -> Iterator[object]:
    yield content_of(path)


def _open_sketch(path: Path) -> Content:
    try:
        return from_svg(read_whole(path, LARGEST_BYTES))
    except OSError as error:
        raise DataError("sketch_unopened", file=path, cause=reason(error)) from error
    except DataError as error:
        raise DataError("sketch_unopened", file=path, cause=error) from error


def _read_pixels(pixels: Pixels, caption: str, session: Session) -> Iterator[object]:
    yield _content(pixels, caption)


def _content(pixels: Pixels, caption: str) -> Content:
    import PIL.Image

    from engine.images.pixels import prepare_image

    image = prepare_image(pixels)
    if not image.any():
        raise DataError("no_ink", file=caption)
    shown = PIL.Image.fromarray(pixels)
    shown.thumbnail((SHOWN_PX, SHOWN_PX))
    paper = PIL.Image.new("RGBA", shown.size, "white")
    colors = np.asarray(PIL.Image.alpha_composite(paper, shown).convert("RGB"))
    return Content(picture=Picture(image, colors, caption))


def _find_digit(wanted: Wanted, label: str, seed: int, session: Session) -> Iterator[object]:
    if session.learner:
        dataset = session.learner.dataset
    else:
        dataset = yield from session.load(_BUNDLED)
    split = dataset.valid
    order = np.random.default_rng(seed).permutation(len(split))
    model = session.classifier
    if model:
        order = order[_is_of(model.classes, dataset)[order]]
        if not len(order):
            yield NoneKnown(model.classes)
            return
    if wanted is Wanted.OF_CLASS:
        order = order[_is_of((label,), dataset)[order]]
    if wanted is Wanted.MISREAD:
        yield from _misread(dataset, order, session)
    elif len(order):
        at = int(order[0])
        yield TestDigit(split.images[at], dataset.classes[split.labels[at]])


def _is_of(classes: tuple[str, ...], dataset: Dataset) -> NDArray[np.bool_]:
    """Tell of each image of the validation set whether it is of one of these classes: (N,)."""
    return np.array([name in classes for name in dataset.classes])[dataset.valid.labels]


def _misread(dataset: Dataset, order: NDArray[np.int64], session: Session) -> Iterator[object]:
    read = _reading(dataset, session)
    for start in range(0, len(order), _ROWS_AT_ONCE):
        rows = order[start : start + _ROWS_AT_ONCE]
        answers = read(dataset.valid.images[rows])
        for row, answer in zip(rows, answers, strict=True):
            label = dataset.classes[dataset.valid.labels[row]]
            if answer != label:
                yield TestDigit(dataset.valid.images[row], label, answer)
                return
        yield None  # so that training and drawing get their turn


def _reading(dataset: Dataset, session: Session) -> Callable[[Pixels], list[str]]:
    """Return what reads images (N, 28, 28) as class names: the network, or else the means."""
    model = session.classifier
    if model is None:
        means = PixelSimilarity.of(dataset.train, dataset.classes)
        return lambda images: [means.classes[k] for k in means.distances(images).argmin(axis=1)]
    reader = model
    return lambda images: [reader.classes[k] for k in reader.predict_batch(images).argmax(axis=1)]
