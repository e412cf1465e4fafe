"""How pictures are read that people really have: hairlines, few pixels, screenshots, ruled paper.

    python -m benchmarks.pictures --strokes pendigits-orig.tra [--rounds 3] [--count 200]

Each kind is drawn with the pens of the five writers that the starter never saw, other pens in each
round; round n is seed n.
"""

import argparse
from pathlib import Path

import numpy as np

from benchmarks.table import print_table
from engine import Classifier, Prediction, prepare_image
from engine.images.several import shows_several
from engine.images.unipen import PenDigit, read_unipen
from engine.starter.recipe import split_writers
from tests.engine.images.picture_kinds import KINDS, Kind

COUNT = 200  # pictures of each kind in each round


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--strokes", type=Path, required=True)
    arguments = parser.parse_args()
    digits = split_writers(read_unipen(arguments.strokes))[2]
    classifier = Classifier.starter()
    rows = []
    for name, kind in KINDS.items():
        shares = [
            _shares(classifier, kind, _some(digits, arguments.count, seed), seed)
            for seed in range(arguments.rounds)
        ]
        rows.append([name, *(", ".join(part) for part in zip(*shares, strict=True))])
    print_table(("kind", "right", "right and not refused", "taken for several"), rows)


def _some(digits: list[PenDigit], count: int, seed: int) -> list[PenDigit]:
    chosen = np.random.default_rng(seed).choice(len(digits), count, replace=False)
    return [digits[k] for k in chosen]


def _shares(
    classifier: Classifier, kind: Kind, digits: list[PenDigit], seed: int
) -> tuple[str, ...]:
    """Return how many are read right, also known as a digit, and seen as several things."""
    rng = np.random.default_rng(seed)
    images = [prepare_image(kind(digit.strokes, rng)) for digit in digits]
    answers: list[Prediction] = [classifier.predict(image) for image in images]
    right = np.array([a.label == d.label for a, d in zip(answers, digits, strict=True)])
    known = np.array([answer.known for answer in answers])
    several = np.array([shows_several(image) for image in images])
    return tuple(f"{share.mean():.1%}" for share in (right, right & known, several))


if __name__ == "__main__":
    main()
