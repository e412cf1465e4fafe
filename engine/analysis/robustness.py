"""How much a network can stand: how it reads images that were distorted.

All networks that are compared read the very same distorted images. Of a sample it is told how many
they read correctly, of a single image how far its answer stays the same.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from engine.analysis.distortions import DISTORTIONS
from engine.analysis.evaluation import Evaluation, evaluate_on, joined
from engine.data.splits import Split
from engine.inference.prediction import Prediction

if TYPE_CHECKING:
    from engine.inference.classifier import Classifier

SAMPLE = 1000  # images: a share of them is right to one or two points in a hundred
_ROWS_AT_ONCE = 125  # read by a convnet in a few milliseconds


@dataclass(frozen=True)
class Stood:
    """How some images were read, each a share from 0 to 1.

    `accuracy` is that of all images, refused ones included; `confidence` is the mean probability of
    the answer, NaN where the weights are no numbers.
    """

    accuracy: float
    confidence: float
    refused: float


@dataclass(frozen=True)
class Reach:
    """From which amount of a distortion to which an image's answer stays the same.

    `before` and `after` are the answers a grain beyond; None: it stays so to the end.
    """

    answer: Prediction
    low: float
    high: float
    before: Prediction | None
    after: Prediction | None


def sample_of(split: Split, seed: int, most: int = SAMPLE) -> Split:
    """Return so many images of a split at most, drawn by a seed, in their order."""
    if len(split) <= most:
        return split
    drawn = np.random.default_rng(seed).choice(len(split), most, replace=False)
    rows = np.sort(drawn)
    return Split(split.images[rows], split.labels[rows])


def stood(evaluation: Evaluation) -> Stood:
    """Sum up how some images were read."""
    confidence = evaluation.probabilities.max(axis=1).astype(np.float64)
    finite = confidence[np.isfinite(confidence)]
    mean = float(finite.mean()) if len(finite) else float("nan")
    return Stood(evaluation.accuracy, mean, 1 - evaluation.known_share)


def measure(
    classifiers: "Sequence[Classifier]",
    sample: Split,
    classes: tuple[str, ...],
    name: str,
    amounts: Sequence[float],
    seed: int,
) -> Iterator[tuple[float, tuple[Stood, ...]] | None]:
    """Yield an amount of a distortion and how each network stood it; None on the way there.

    Raises DataError where one has never heard of a class.
    """
    from engine.analysis.distorted import chances, distorted

    chance = chances(len(sample), seed)
    for amount in amounts:
        parts: list[list[Evaluation]] = [[] for _ in classifiers]
        for start in range(0, len(sample), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            images = distorted(name, sample.images[rows], amount, chance[rows])
            for found, classifier in zip(parts, classifiers, strict=True):
                part = Split(images, sample.labels[rows])
                found.append(evaluate_on(classifier, part, classes))
                yield None
        yield amount, tuple(stood(joined(found)) for found in parts)


def reach_of(
    classifier: "Classifier", image: NDArray[np.uint8], name: str, seed: int
) -> Generator[None, None, Reach]:
    """Return how far an image uint8 (28, 28) can be distorted to both sides; yield on the way."""
    from engine.analysis.distorted import chances, distorted

    record, chance, answer = DISTORTIONS[name], chances(1, seed), classifier.predict(image)
    last, found = [record.home, record.home], [answer, answer]
    for side, end in enumerate((record.low, record.high)):
        for amount in record.from_home(end):
            found[side] = classifier.predict(distorted(name, image[None], amount, chance)[0])
            yield
            if not _is_same(found[side], answer):
                break
            last[side] = amount
    before, after = (None if _is_same(each, answer) else each for each in found)
    return Reach(answer, last[0], last[1], before, after)


def _is_same(one: Prediction, other: Prediction) -> bool:
    """Whether both say the same; what isn't recognised has a most probable class, too."""
    return one.known == other.known and (not one.known or one.label == other.label)
