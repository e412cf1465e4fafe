"""The images that the starters learn from: pen strokes, drawn shapes, and what is no digit.

Lives here: what becomes of strokes and images. Several digits at once, and noise, live in `crowds`.
Labels are 0 to 9, or NO_DIGIT. How much of each there is, and which writers and images are kept
out, for calibration and for the figures, is decided in `recipe`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.data.splits import Split
from engine.images.ink import Sketch
from engine.images.unipen import PenDigit
from engine.starter.habits import add_habit
from engine.starter.handwriting import rewrite
from engine.starter.scribbles import Generator
from engine.starter.shapes import shapes
from engine.starter.strokes import Drawing, unit

NO_DIGIT = 10

_HANDS = (0.5, 0.7, 0.9, 1.1)  # strengths at which each pen digit is written again
_FREE_HAND = 1.1  # for shapes of few points, which no hand has written yet
_TURNABLE = (2, 3, 4, 5, 6, 7)  # on their side these are digits no more
_MIRRORABLE = (3, 4, 7, 9)

Rng = np.random.Generator
Images = NDArray[np.uint8]


def joined(splits: Sequence[Split]) -> Split:
    """Return one split with the images of all."""
    return Split(
        np.concatenate([split.images for split in splits]),
        np.concatenate([split.labels for split in splits]),
    )


def nothing(images: Images) -> Split:
    """Label images as no digit."""
    return Split(images, np.full(len(images), NO_DIGIT, np.int64))


def paint(drawing: Drawing, rng: Rng, thickest_px: float = 4.2) -> Images:
    """Return the image of a drawing, with a pen mostly as wide as MNIST's."""
    usual = rng.random() < 0.5
    return Sketch(drawing).to_image(
        rng.normal(2.5, 0.3) if usual else rng.uniform(1.6, thickest_px)
    )


def as_written(digits: Sequence[PenDigit]) -> Split:
    """Return each pen digit as the program shows it to a network."""
    images = np.stack([Sketch(digit.strokes).to_image() for digit in digits])
    return Split(images, np.array([int(digit.label) for digit in digits], np.int64))


def rewritten(digits: Sequence[PenDigit], rng: Rng, hands: Sequence[float] = _HANDS) -> Split:
    """Return each pen digit as several other hands would write it."""
    images = [
        paint(rewrite(digit.strokes, rng, strength), rng) for digit in digits for strength in hands
    ]
    labels = [int(digit.label) for digit in digits for _ in hands]
    return Split(np.stack(images), np.array(labels, np.int64))


def with_habits(digits: Sequence[PenDigit], rng: Rng) -> Split:
    """Return slashed 0s, flagged and footed 1s, crossed 7s: two of each that can be changed."""
    images, labels = [], []
    for digit in (digit for digit in digits if digit.label in "017"):
        for strength in (0.4, 0.8):
            drawing = add_habit(digit.label, digit.strokes, rng)
            images.append(paint(rewrite(drawing, rng, strength), rng, thickest_px=3.4))
            labels.append(int(digit.label))
    return Split(np.stack(images), np.array(labels, np.int64))


def drawn_digits(count: int, rng: Rng) -> Split:
    """Return `count` digits in this program's own shapes and a plotter's, about as many of each."""
    labels = np.arange(count) % 10
    names = [str(label) for label in labels]
    half = count // 2
    own, plotted = _drawn("digits", names[:half], rng), _drawn("plotted digits", names[half:], rng)
    return Split(np.concatenate([own, plotted]), labels.astype(np.int64))


def drawn(group: str, count: int, rng: Rng) -> Images:
    """Return `count` letters or symbols, about as many of each."""
    names = list(shapes(group))
    return _drawn(group, [names[i % len(names)] for i in range(count)], rng)


def scribbled(kinds: Sequence[Generator], count: int, rng: Rng) -> Images:
    """Return `count` scribbles, about as many of each kind."""
    drawings = [kinds[i % len(kinds)](rng) for i in range(count)]
    return np.stack([paint(rewrite(drawing, rng, 0.6), rng) for drawing in drawings])


def misplaced(digits: Sequence[PenDigit], count: int, rng: Rng) -> Images:
    """Return pen digits lying on their side, or mirrored, where that makes them none."""
    able = [digit for digit in digits if int(digit.label) in _TURNABLE + _MIRRORABLE]
    chosen = [able[i] for i in rng.integers(len(able), size=count)]
    return np.stack([paint(rewrite(_misplaced(digit, rng), rng, 0.6), rng) for digit in chosen])


def misplaced_images(images: Images, labels: NDArray[np.int64], count: int, rng: Rng) -> Images:
    """Return the same of ready images: real ink, so that ink alone doesn't tell a digit."""
    able = np.flatnonzero(np.isin(labels, _TURNABLE + _MIRRORABLE))
    chosen = rng.choice(able, count)
    return np.stack([_misplaced_image(images[i], int(labels[i]), rng) for i in chosen])


def _drawn(group: str, names: Sequence[str], rng: Rng) -> Images:
    variants = shapes(group)
    drawings = [variants[name][rng.integers(len(variants[name]))] for name in names]
    return np.stack([paint(rewrite(drawing, rng, _FREE_HAND), rng) for drawing in drawings])


def _misplaced(digit: PenDigit, rng: Rng) -> Drawing:
    strokes = unit(digit.strokes)
    if int(digit.label) not in _MIRRORABLE or rng.random() < 0.5:
        way = rng.choice((-1, 1))
        return [np.stack([-way * s[:, 1], way * s[:, 0]], axis=1) for s in strokes]
    return [stroke * (-1, 1) for stroke in strokes]


def _misplaced_image(image: Images, label: int, rng: Rng) -> Images:
    if label not in _MIRRORABLE or rng.random() < 0.5:
        return np.rot90(image, rng.choice((1, 3)))
    return image[:, ::-1]
