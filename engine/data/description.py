"""What can be said of a dataset in a page or in a few lines: origin, format, counts, findings."""

from dataclasses import dataclass

import numpy as np

from engine.data.findings import Finding
from engine.data.formats import FORMATS
from engine.data.splits import Dataset
from engine.words.message import Message


@dataclass(frozen=True)
class ClassCount:
    """How many images a class has on each side."""

    name: str
    train: int
    valid: int


@dataclass(frozen=True)
class Description:
    """A dataset without its images. `format` is None for what travels with the program."""

    name: str
    origin: str
    format: Message | None
    classes: tuple[ClassCount, ...]
    mean_ink: float  # of the images to learn from, 0 to 255; MNIST has 33
    findings: tuple[Finding, ...]

    @property
    def train(self) -> int:
        """How many images there are to learn from."""
        return sum(count.train for count in self.classes)

    @property
    def valid(self) -> int:
        """How many images there are to validate on."""
        return sum(count.valid for count in self.classes)

    @property
    def balance(self) -> float:
        """The smallest class's images to learn from, by the largest's: 1 is even, 0 lacks one."""
        counts = [count.train for count in self.classes]
        return min(counts) / max(counts)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files that aren't in the dataset, as far as they are named."""
        lists = [finding.message.values.get("files", ()) for finding in self.findings]
        kept = zip(self.findings, lists, strict=True)
        return tuple(name for finding, names in kept if finding.is_left_out for name in names)


def describe(dataset: Dataset) -> Description:
    """Return what can be said of a dataset."""
    counts = [
        np.bincount(split.labels, minlength=len(dataset.classes)).tolist()
        for split in (dataset.train, dataset.valid)
    ]
    summaries = [form.summary for form in FORMATS if form.name == dataset.format]
    return Description(
        dataset.name,
        dataset.origin,
        summaries[0] if summaries else None,
        tuple(map(ClassCount, dataset.classes, *counts)),
        float(dataset.train.images.mean()),
        dataset.findings,
    )
