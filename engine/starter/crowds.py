"""What holds more than one digit, or none that a pen made: rows, words, overlays, grain, blots.

Lives here: pictures that are no one digit because of what is beside it, on it or under it.
"""

from collections.abc import Sequence

import numpy as np
import PIL.Image

from engine.images.unipen import PenDigit
from engine.starter.handwriting import rewrite
from engine.starter.material import Images, Rng, paint
from engine.starter.shapes import shapes
from engine.starter.strokes import Drawing, bounds, unit


def pairs(digits: Sequence[PenDigit], count: int, rng: Rng) -> Images:
    """Return two digits side by side, as in "12": no one digit."""
    return np.stack([paint(_row(_chosen(digits, 2, rng), rng), rng) for _ in range(count)])


def crowds(digits: Sequence[PenDigit], count: int, rng: Rng) -> Images:
    """Return several digits in a row, one over another, words of two letters, digits struck out."""
    kinds = (_several, _one_over_another, _word, _struck_out)
    drawings = [kinds[i % len(kinds)](digits, rng) for i in range(count)]
    return np.stack([paint(rewrite(drawing, rng, 0.6), rng) for drawing in drawings])


def noise(images: Images, count: int, rng: Rng) -> Images:
    """Return what no pen makes: grain, blots, digits in negative, two images in one."""
    kinds = (_grain, _blots, _negative, _two_in_one)
    return np.stack([kinds[i % len(kinds)](images, rng) for i in range(count)])


def _chosen(digits: Sequence[PenDigit], count: int, rng: Rng) -> list[Drawing]:
    return [unit(digits[int(i)].strokes) for i in rng.integers(len(digits), size=count)]


def _row(drawings: Sequence[Drawing], rng: Rng) -> Drawing:
    """Lay drawings side by side."""
    row = list(drawings[0])
    for drawing in drawings[1:]:
        gap = bounds(row)[1][0] - bounds(drawing)[0][0] + rng.uniform(0.05, 0.3)
        shift = np.array([gap, rng.normal(0, 0.1)])
        row += [stroke + shift for stroke in drawing]
    return rewrite(row, rng, 0.6)


def _several(digits: Sequence[PenDigit], rng: Rng) -> Drawing:
    return _row(_chosen(digits, int(rng.integers(3, 5)), rng), rng)


def _one_over_another(digits: Sequence[PenDigit], rng: Rng) -> Drawing:
    """A 1 may lie over nothing: that might be a slashed 0, or a 7's bar."""
    wide = [digit for digit in digits if digit.label in "2345689"]
    one, other = _chosen(wide, 2, rng)
    away = rng.uniform(0, 2 * np.pi)
    shift = rng.uniform(0.25, 0.6) * np.array([np.cos(away), np.sin(away)])
    return [*one, *(stroke + shift for stroke in other)]


def _word(digits: Sequence[PenDigit], rng: Rng) -> Drawing:
    del digits  # letters only
    letters = shapes("plotted letters")
    names = rng.choice(list(letters), int(rng.integers(2, 5)))
    return _row([unit(letters[name][rng.integers(len(letters[name]))]) for name in names], rng)


def _struck_out(digits: Sequence[PenDigit], rng: Rng) -> Drawing:
    """Cross a digit out with two strokes or more: one could be a habit."""
    (digit,) = _chosen(digits, 1, rng)
    ends = rng.uniform((-0.6, -0.5), (-0.3, 0.5), (int(rng.integers(2, 5)), 2))
    tilts = rng.uniform(-0.7, 0.7, len(ends))
    strikes = [
        np.linspace((x, y), (-x, -y + tilt), 6) for (x, y), tilt in zip(ends, tilts, strict=True)
    ]
    return [*digit, *strikes]


def _grain(images: Images, rng: Rng) -> Images:
    full = rng.uniform(0.2, 1) * rng.uniform(0, 255, (28, 28))
    sparse = rng.random((28, 28)) < rng.uniform(0.05, 1)
    return (full * sparse).astype(np.uint8)


def _blots(images: Images, rng: Rng) -> Images:
    """Enlarge coarse grain."""
    side = int(rng.integers(4, 12))
    coarse = PIL.Image.fromarray(rng.uniform(0, 1, (side, side)).astype(np.float32))
    fine = np.asarray(coarse.resize((28, 28), PIL.Image.Resampling.BICUBIC))
    return np.clip((fine - rng.uniform(0.4, 0.7)) * rng.uniform(200, 2000), 0, 255).astype(np.uint8)


def _negative(images: Images, rng: Rng) -> Images:
    negative: Images = 255 - images[rng.integers(len(images))]
    return negative


def _two_in_one(images: Images, rng: Rng) -> Images:
    """Lay one image over another, moved; very like ones, as two 1s, are drawn again."""
    while True:
        one, other = images[rng.integers(len(images), size=2)]
        other = np.roll(other, rng.integers(-5, 6, 2), axis=(0, 1))
        both: Images = np.maximum(one, other)
        if both.sum() > 1.5 * max(one.sum(), other.sum()):
            return both
