"""How numbers of two to four digits are read, against single digits of the same people.

    python -m benchmarks.several [--rounds 3] [--strokes pendigits-orig.tra]

In pictures: drawn digits of the five left-out writers (assets/pens/ORIGIN.md), side by side. On the
pad: the same people's strokes, if their file is there, each number in one hand, upright or leaning
by up to 0.4. The gaps are 0.1 to 0.6 of a digit's width, touching ones are no part of it; round n
is seed n.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

import numpy as np
import PIL.Image
from numpy.typing import NDArray

from benchmarks.table import print_table
from engine import Classifier, Sketch, prepare_several
from engine.data.bundled import DIGITS, load_left_out
from engine.images.unipen import PenDigit, read_unipen
from engine.starter.recipe import split_writers

COUNT = 600  # numbers in each round
_LENGTHS = (2, 5)  # from, and up to without
_GAPS = (0.1, 0.6)  # of a digit's mean width
_MOST_LEAN = 0.4  # 22 degrees
_ENLARGED, _AROUND_PX = 4, 24

Images = NDArray[np.uint8]
Trial = tuple[str, Images, Images]  # what stands there, its parts, and each digit by itself


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--strokes", type=Path)
    arguments = parser.parse_args()
    ways: dict[str, Callable[[np.random.Generator], Trial]] = {"pictures": _picture}
    hands = _hands(arguments.strokes) if arguments.strokes else []
    if hands:
        ways["strokes"] = partial(_drawing, hands, 0.0)
        ways["leaning strokes"] = partial(_drawing, hands, _MOST_LEAN)
    classifier = Classifier.starter()
    head = ("from", "seed", "parted right", "numbers", "digits", "alone", "as many alone")
    rows = [
        [way, f"{seed}", *_shares(classifier, _trials(make, arguments.count, seed))]
        for way, make in ways.items()
        for seed in range(arguments.rounds)
    ]
    print_table(head, rows)
    drawn = load_left_out(DIGITS).images
    apart = sum(len(prepare_several(_on_paper([image], []))) > 1 for image in drawn)
    print(f"\nPictures of one digit: {apart} of {len(drawn)} are parted.")
    if hands:
        digits = [digit for hand in hands for digit in hand]
        apart = sum(len(Sketch(digit.strokes).parts()) > 1 for digit in digits)
        print(f"Strokes of one digit: {apart} of {len(digits)} are parted.")


def _trials(make: Callable[[np.random.Generator], Trial], count: int, seed: int) -> Iterator[Trial]:
    rng = np.random.default_rng(seed)
    return (make(rng) for _ in range(count))


def _shares(classifier: Classifier, trials: Iterator[Trial]) -> list[str]:
    """Return how much is parted and read right, and what the same digits give one by one."""
    parted, numbers, digits, alone, all_alone = [], [], [], [], []
    for said, parts, singles in trials:
        right = _right(classifier, said, singles)
        alone += right
        all_alone.append(all(right))
        parted.append(len(parts) == len(said))
        found = _right(classifier, said, parts) if parted[-1] else [False] * len(said)
        digits += found
        numbers.append(all(found))
    return [f"{np.mean(share):.2%}" for share in (parted, numbers, digits, alone, all_alone)]


def _right(classifier: Classifier, said: str, images: Images) -> list[bool]:
    answers = [classifier.predict(image) for image in images]
    return [a.known and a.label == digit for a, digit in zip(answers, said, strict=True)]


def _picture(rng: np.random.Generator) -> Trial:
    """Lay bundled drawings side by side, enlarged, dark on light."""
    drawn = load_left_out(DIGITS)
    chosen = rng.integers(len(drawn), size=rng.integers(*_LENGTHS))
    singles = drawn.images[chosen]
    usual = np.mean([image.any(axis=0).sum() for image in singles])
    gaps = rng.uniform(*_GAPS, len(singles) - 1) * usual
    parts = prepare_several(_on_paper(singles, gaps))
    return "".join(DIGITS[k] for k in drawn.labels[chosen]), parts, singles


def _on_paper(
    images: Sequence[Images] | Images, gaps: Sequence[float] | NDArray[np.float64]
) -> Images:
    """Lay images uint8 (28, 28) side by side, with gaps in px between their ink."""
    row = [images[0][:, images[0].any(axis=0)]]
    for image, gap in zip(images[1:], gaps, strict=True):
        row += [np.zeros((28, max(1, round(gap))), np.uint8), image[:, image.any(axis=0)]]
    ink = PIL.Image.fromarray(np.concatenate(row, axis=1))
    size = (ink.width * _ENLARGED, ink.height * _ENLARGED)
    large = np.asarray(ink.resize(size, PIL.Image.Resampling.BICUBIC))
    return 255 - np.pad(large, _AROUND_PX)


def _hands(path: Path) -> list[list[PenDigit]]:
    """Return the digits of each left-out writer."""
    digits = split_writers(read_unipen(path))[2]
    return [[d for d in digits if d.writer == writer] for writer in {d.writer for d in digits}]


def _drawing(hands: list[list[PenDigit]], most_lean: float, rng: np.random.Generator) -> Trial:
    """Write one person's digits in a row, as high and large as they were written.

    They lean to the right, by up to so much for each step up.
    """
    hand = hands[rng.integers(len(hands))]
    chosen = [hand[k] for k in rng.integers(len(hand), size=rng.integers(*_LENGTHS))]
    boxes = [np.concatenate(digit.strokes) for digit in chosen]
    usual = np.mean([np.ptp(box[:, 0]) for box in boxes])
    row, right = [], 0.0
    for digit, box in zip(chosen, boxes, strict=True):
        left = right + float(rng.uniform(*_GAPS) * usual)
        move = np.array([left - box[:, 0].min(), 0.0])
        row.append([stroke + move for stroke in digit.strokes])
        right = left + float(np.ptp(box[:, 0]))
    slant = np.array([[1, 0], [-rng.uniform(0, most_lean), 1]])
    written = [[stroke @ slant for stroke in strokes] for strokes in row]
    parts = [part.to_image() for part in Sketch(list(chain(*written))).parts()]
    singles = [Sketch(strokes).to_image() for strokes in written]
    return "".join(digit.label for digit in chosen), np.array(parts), np.array(singles)


if __name__ == "__main__":
    main()
