"""What a starter reaches on what it never saw: the figures, and the table that is kept.

Lives here: the measured sets and the arithmetic. What may be trained on is decided in `recipe`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.analysis.calibration import reliability
from engine.data.splits import Split
from engine.inference.classifier import Classifier
from engine.starter import crowds, material
from engine.starter.doodles import DOODLES
from engine.starter.printed import FAIR_ANYHOW, FAIR_LETTERS, LETTERS, other_scripts, printed
from engine.starter.recipe import Kept
from engine.starter.refusal import Parting, auroc, fpr
from engine.starter.scans import scanned
from engine.starter.scribbles import SCRIBBLES
from engine.starter.unseen import TO_MEASURE

_SEED = 1  # not the recipe's: nothing that is measured on was drawn for training


PREFACE = """# What the starters reach

Written by `python -m engine.starter`, with fixed seeds. Trained on 55,000 images of MNIST and the
strokes of 20 writers, changed as hands and pens would change them, and on letters, symbols,
scribbles and noise, which count as "no digit". Temperature and refusal were fitted on the strokes
of 5 other writers and on 5,000 other images of MNIST. The figures come from MNIST's test set, from
5 writers left out of all that, and from letters of typefaces and doodles of kinds that were never
trained on. The test sets were read after each of five trials with earlier recipes and of one with
this, so the figures may be a few hundredths too kind.

Below each table stands how well the refusal tells digits from what is none, whatever its threshold:
AUROC is how often one that is no digit looks stranger than a digit does, FPR at 95 % the share of
digits that is refused where 95 % of that kind are, both in per cent. "Letters of other scripts" are
Hebrew, Armenian, Georgian, Japanese and Thai, each of them, those that are written like a digit
included.

An answer that is less than 95 % sure is thought over: the network looks at the image again, turned
by 8 degrees and slanted to both sides, and the mean of the logits counts.

An image is refused, as "not a digit I know", where the network's share for "no digit", after
softmax over all its outputs, is above a threshold: the lowest one that refuses at most 0.8 % of the
real digits it was fitted on (0.4 % for 3 against 7). An empty pad is always refused. Letters that
many hands write as a digit (O o, I l, S s, Z z, b, q, g) were not trained on; they are in the line
that says so.

Of the left-out writers' 1,249 strokes at least five bear a wrong label: writer 6, numbers 203 and
204, and writer 30, number 79, are labelled 3 and show a 2; writer 6, number 131, is labelled 0 and
shows a 6; writer 24, number 168, is labelled 6 and shows a 5. They count as errors here.
"""


@dataclass(frozen=True)
class Figure:
    """One line of the table; `share` is 0 to 1, of `count` images."""

    what: str
    share: float
    count: int
    wanted: str = ""


@dataclass(frozen=True)
class TestSets:
    """Digits by name, and by name what is none; labels are 0 to 9."""

    digits: dict[str, Split]
    others: dict[str, NDArray[np.uint8]]


def test_sets(kept: Kept, copies: int) -> TestSets:
    """Build all the sets that starters are measured on. `copies` of each letter are printed."""
    rng = np.random.default_rng(_SEED)
    images, labels = kept.test_images.images, kept.test_images.labels
    digits = {
        "MNIST's test set": kept.test_images,
        "pen strokes of left-out writers": material.as_written(kept.test_digits),
        "the same in other hands": material.rewritten(kept.test_digits, rng, (0.9,)),
        "16x16 scans of MNIST's test set": Split(scanned(images, True), labels),
        "the same stretched to a square": Split(scanned(images, False), labels),
    }
    others = {
        "printed letters": printed(FAIR_LETTERS, copies * len(FAIR_LETTERS), rng),
        "the same and those shaped like digits": printed(LETTERS, copies * len(LETTERS), rng),
        "letters of other typefaces, from handwriting": printed(
            FAIR_ANYHOW, copies * len(FAIR_ANYHOW), rng, kept.test_typefaces
        ),
        "scribbles and doodles of the kinds trained on": material.scribbled(
            (*SCRIBBLES, *DOODLES), 50 * copies, rng
        ),
        "doodles of other kinds": material.scribbled(TO_MEASURE, 50 * copies, rng),
        "two digits side by side": crowds.pairs(kept.test_digits, 25 * copies, rng),
        "an empty pad": np.zeros((1, 28, 28), np.uint8),
    }
    if kept.test_scripts:
        others["letters of other scripts"] = other_scripts(40 * copies, rng, kept.test_scripts)
    return TestSets(digits, others)


def figures(classifier: Classifier, sets: TestSets) -> list[Figure]:
    """Measure a starter: right answers, real digits refused, others refused, calibration."""
    found = [_right(classifier, name, split) for name, split in sets.digits.items()]
    for name, split in sets.digits.items():
        known = _of_classes(classifier, split)
        found.append(Figure(f"refused: {name}", refused(classifier, known.images), len(known)))
    for name, images in _others(classifier, sets).items():
        found.append(Figure(f"refused: {name}", refused(classifier, images), len(images)))
    for name, split in sets.digits.items():
        known = _of_classes(classifier, split)
        error = reliability(classifier.predict_batch(known.images), known.labels).expected_error
        found.append(Figure(f"calibration error: {name}", error, len(known)))
    return found


def partings(classifier: Classifier, sets: TestSets) -> list[Parting]:
    """Measure how well the refusal tells each kind from digits, whatever its threshold."""
    names = ("MNIST's test set", "pen strokes of left-out writers")
    digits = {
        name: classifier.strangeness(_of_classes(classifier, sets.digits[name]).images)
        for name in names
    }
    others = {
        name: classifier.strangeness(images)
        for name, images in _others(classifier, sets).items()
        if images.any()
    }
    return [
        Parting(what, name, auroc(known, strange), fpr(known, strange))
        for what, strange in others.items()
        for name, known in digits.items()
    ]


def table(title: str, found: Sequence[Figure]) -> str:
    """Return the figures as a Markdown table."""
    lines = [f"## {title}", "", "| what | % | images |", "| --- | ---: | ---: |"]
    lines += [f"| {f.what} | {f.share:.2%} | {f.count:,} |".replace("%", "") for f in found]
    return "\n".join(lines) + "\n"


def refused(classifier: Classifier, images: NDArray[np.uint8]) -> float:
    """Return the share of the images that the classifier doesn't know."""
    limit = classifier.card.refuse_above
    strange = classifier.strangeness(images) > (1.0 if limit is None else limit)
    return float((strange | ~images.any(axis=(1, 2))).mean())


def _right(classifier: Classifier, name: str, split: Split) -> Figure:
    known = _of_classes(classifier, split)
    answers = classifier.predict_batch(known.images).argmax(axis=1)
    return Figure(f"right: {name}", float((answers == known.labels).mean()), len(known))


def _of_classes(classifier: Classifier, split: Split) -> Split:
    """Keep the digits that the classifier has a class for, labelled by the class's place."""
    digits = np.array([int(name) for name in classifier.classes])
    keep = np.isin(split.labels, digits)
    return Split(split.images[keep], np.searchsorted(digits, split.labels[keep]))


def _others(classifier: Classifier, sets: TestSets) -> dict[str, NDArray[np.uint8]]:
    """Add the digits that the classifier has no class for to what it should refuse."""
    strangers = {}
    for name, split in sets.digits.items():
        stranger = ~np.isin(split.labels, [int(digit) for digit in classifier.classes])
        if stranger.any():
            strangers[f"other digits, {name}"] = split.images[stranger]
    return {**sets.others, **strangers}
