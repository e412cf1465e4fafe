"""Letters as a typeface prints them: never trained on, only for measuring the refusal.

The typeface is the one inside Pillow, so that the figures are the same on every machine.
"""

import string

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from engine.pixels import prepare_image
from engine.starter.shapes import LOOK_LIKE_DIGITS

_SIDE = 120
LETTERS = string.ascii_letters
FAIR_LETTERS = "".join(letter for letter in LETTERS if letter not in LOOK_LIKE_DIGITS)


def printed(text: str, copies: int, rng: np.random.Generator) -> NDArray[np.uint8]:
    """Return each character `copies` times, a little turned, slanted and stretched each time."""
    images = [prepare_image(_glyph(letter, rng)) for letter in text for _ in range(copies)]
    return np.stack(images)


def _glyph(letter: str, rng: np.random.Generator) -> Image.Image:
    paper = Image.new("L", (_SIDE, _SIDE), 255)
    font = ImageFont.load_default(60)
    weight = int(rng.integers(0, 3))
    ImageDraw.Draw(paper).text(
        (_SIDE / 2, _SIDE / 2), letter, 0, font, anchor="mm", stroke_width=weight
    )
    angle, slant = rng.normal(0, (0.06, 0.1))
    stretch = np.exp(rng.normal(0, 0.1))
    matrix = np.array([[stretch, slant - angle], [angle, 1 / stretch]])
    shift = _SIDE / 2 - matrix @ (_SIDE / 2, _SIDE / 2)
    coefficients = (*matrix[0], shift[0], *matrix[1], shift[1])
    return paper.transform(
        paper.size, Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR, fillcolor=255
    )
