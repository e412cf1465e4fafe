"""A dataset's folders, and what a model that only remembers is worth: why there is `valid`."""

from collections.abc import Iterator

import numpy as np

from engine.data.splits import Dataset, Split
from engine.lessons.controls import Choice, Control, Values
from engine.lessons.figures import Code, Figure, Line, Outcome, Table
from engine.lessons.lab import Lab

_REMEMBERED = 12_396  # images, all of the sample: so many are looked up in a moment

CONTROLS: tuple[Control, ...] = (Choice("dataset", ("sample", "mine"), "sample"),)


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
    yield tree, table, outcome


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

    def share_right(self, split: Split) -> float:
        """Return the share of right answers, 0 to 1."""
        answers = [self._labels.get(image.tobytes(), self._usual) for image in split.images]
        return float((np.array(answers) == split.labels).mean())
