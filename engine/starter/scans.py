"""Bitmaps made from MNIST: coarse scans of its digits, and digits laid on their side.

Lives here: what changes pixels once, before training. What changes them anew in each batch lives
in `engine.augment`.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.images.pixels import prepare_image

Images = NDArray[np.uint8]


def scan(image: Images, side: int, keep_aspect: bool) -> Images:
    """Return the digit as a scanner of side x side pixels hands it over, cropped to its ink.

    Each pixel is the mean of what it covers. Without `keep_aspect` the digit fills the square.
    """
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    ink = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if keep_aspect:
        height, width = ink.shape
        longest = max(height, width)
        square = np.zeros((longest, longest), np.uint8)
        top, left = (longest - height) // 2, (longest - width) // 2
        square[top : top + height, left : left + width] = ink
        ink = square
    return np.asarray(Image.fromarray(ink).resize((side, side), Image.Resampling.BOX), np.uint8)


def scanned(images: Images, keep_aspect: bool) -> Images:
    """Return what the program makes of 16x16 scans of the images, uint8 (N, 28, 28)."""
    return np.stack([prepare_image(scan(image, 16, keep_aspect)) for image in images])


def scanned_anyhow(images: Images, rng: np.random.Generator) -> Images:
    """Return the same from scans of 10 to 24 pixels, stretched or not, inked more or less."""
    return np.stack([prepare_image(_rough_scan(image, rng)) for image in images])


def _rough_scan(image: Images, rng: np.random.Generator) -> Images:
    small = scan(image, int(rng.choice((10, 12, 14, 16, 16, 16, 20, 24))), bool(rng.random() < 0.5))
    tone = (small / 255.0) ** np.exp(rng.normal(0, 0.4))
    return np.asarray(np.rint(tone * 255), np.uint8)
