"""A dataset's folders, and what a model that only remembers is worth: why there is `valid`."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Dataset, Split
from engine.lessons.controls import Choice, Control, Slider, Values
from engine.lessons.digits import moved
from engine.lessons.figures import (
    Code,
    Controls,
    Figure,
    Line,
    Outcome,
    Picture,
    Pictures,
    Table,
    Text,
)
from engine.lessons.lab import Lab

_REMEMBERED = 12_397  # images, all of the sample and a sketch: looked up in a moment

CONTROLS: tuple[Control, ...] = (
    Choice("dataset", ("sample", "mine"), "sample"),
    Choice("put", ("nowhere", "three", "seven"), "nowhere", part="own"),
    Slider("shift", 0, 4, 0, part="own"),
)
_PLACES = {"three": 0, "seven": 1}  # and the label that a folder gives


def run(lab: Lab, values: Values) -> Iterator[tuple[Figure, ...]]:
    """Count what lies in each folder, then ask a memory of the training images about both parts."""
    dataset = lab.sample if values["dataset"] == "sample" else lab.dataset
    tree = _tree(lab, dataset)
    yield (tree,)
    memory = _Memory(dataset.train)
    learned, unseen = memory.share_right(memory.known), memory.share_right(dataset.valid)
    rows = (
        (lab.word("of_train", count=len(memory.known)), lab.word("share", right=learned)),
        (lab.word("of_valid", count=len(dataset.valid)), lab.word("share", right=unseen)),
    )
    table = Table((lab.word("asked"), lab.word("right")), rows, lab.word("memory"), strong=1)
    outcome = Outcome(lab.word("gap", learned=learned, unseen=unseen), learned > unseen)
    yield tree, table, outcome, *_own(lab, str(values["put"]), int(values["shift"]))


def _own(lab: Lab, put: str, right: int) -> Iterator[Figure]:
    """Put the sketch into a folder of the sample, and ask a memory about it, moved a little."""
    train, classes = lab.sample.train, lab.sample.classes
    images, labels = train.images, train.labels
    yield Text(lab.word("own"), strong=True)
    yield Controls("own")
    if put in _PLACES:
        images = np.concatenate([images, lab.sketch[None]])
        labels = np.append(labels, _PLACES[put])
        yield Code((Line(f"train/{classes[_PLACES[put]]}/sketch.png", now=True),))
    memory = _Memory(Split(images, labels))
    asked = moved(lab.sketch, right, 0)
    said = classes[memory.answer(asked)]
    pictures = [Picture(lab.sketch, lab.word("sketch"), low=0, high=255)]
    if right:
        pictures.append(Picture(asked, lab.word("moved", right=right), low=0, high=255))
    yield Pictures(tuple(pictures), ("→",))
    known = memory.knows(asked)
    usual = int(np.bincount(labels).max())  # images of the class that it met most often
    yield Outcome(
        lab.word("known" if known else "unknown", said=said, usual=usual, all=len(labels)),
        known == (put in _PLACES and bool((asked == lab.sketch).all())),
    )


def _tree(lab: Lab, dataset: Dataset) -> Code:
    """Return the folders with the number of images in each."""
    total = len(dataset.train) + len(dataset.valid)
    lines = [Line(f"{dataset.name}/", _images(lab, total))]
    for name, split in (("train", dataset.train), ("valid", dataset.valid)):
        lines.append(Line(f"    {name}/", _images(lab, len(split))))
        counts = np.bincount(split.labels, minlength=len(dataset.classes))
        for label, count in zip(dataset.classes, counts, strict=True):
            lines.append(Line(f"        {label}/", _images(lab, count)))
    return Code(tuple(lines), lab.word("tree", dataset=dataset.name))


def _images(lab: Lab, count: int) -> str:
    return lab.word("image" if count == 1 else "images", count=int(count))


class _Memory:
    """Knows each training image by heart, and answers all else with the class it met most often."""

    def __init__(self, train: Split) -> None:
        self.known = Split(train.images[:_REMEMBERED], train.labels[:_REMEMBERED])
        pairs = zip(self.known.images, self.known.labels, strict=True)
        self._labels = {image.tobytes(): int(label) for image, label in pairs}
        self._usual = int(np.bincount(self.known.labels).argmax())

    def knows(self, image: NDArray[np.uint8]) -> bool:
        """Tell whether it has met that very image."""
        return image.tobytes() in self._labels

    def answer(self, image: NDArray[np.uint8]) -> int:
        """Return the label that it remembers, or the one it met most often."""
        return self._labels.get(image.tobytes(), self._usual)

    def share_right(self, split: Split) -> float:
        """Return the share of right answers, 0 to 1."""
        answers = [self.answer(image) for image in split.images]
        return float((np.array(answers) == split.labels).mean())
